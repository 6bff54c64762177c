"""Links that open a network with the right words; a list of 537 needs them quickly."""

from typing import TYPE_CHECKING
from urllib.parse import quote

from scoreboard.positions import Channel
from scoreboard.scripts import Addressee, template_of, write_post
from scoreboard.tokens import TOKEN, fill

if TYPE_CHECKING:
    from scoreboard.models import Bill

INTENT = "https://x.com/intent/post?text="
BLUESKY = "https://bsky.app/intent/compose?text="
MASTODON = "https://mastodon.social/share?text="


class PostLinks:
    """Writes `INTENT + quote(write_post(...))`; what is the same for many is quoted once."""

    def __init__(self, bill: "Bill") -> None:
        self.bill = bill
        self._endings: dict[tuple[str, str], str] = {}

    def url(self, position: str, who: Addressee) -> str:
        if who.x_handle and (quick := self.quick_url(position, who.bill, who.x_handle)):
            return quick
        template = template_of(self.bill, position, Channel.X)
        return INTENT + quote(write_post(template, self.bill.brief_title, who), safe="")

    def quick_url(self, position: str, number: str, x_handle: str) -> str:
        """Empty where the text names the person."""
        key = (position, number)
        ending = self._endings.get(key)
        if ending is None:
            ending = self._endings[key] = self._ending(position, number)
        return f"{INTENT}.%40{x_handle}%20{ending}" if ending else ""

    def _ending(self, position: str, number: str) -> str:
        """The quoted text, or "" where it names the person and so differs for everybody."""
        template = template_of(self.bill, position, Channel.X)
        text = fill(template, bill=number, bill_title=self.bill.brief_title)
        return "" if TOKEN.search(text) else quote(text, safe="")
