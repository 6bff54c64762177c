"""Links that open X with the right words; a list of 537 needs them quickly."""

from typing import TYPE_CHECKING
from urllib.parse import quote

from scoreboard.scripts import Addressee, Mood, mood_of, template_of, write_post
from scoreboard.tokens import TOKEN, fill

if TYPE_CHECKING:
    from scoreboard.models import Bill

INTENT = "https://x.com/intent/post?text="


class PostLinks:
    """Writes `INTENT + quote(write_post(...))`; what is the same for many is quoted once."""

    def __init__(self, bill: "Bill") -> None:
        self.bill = bill
        self._endings: dict[tuple[Mood, str], str] = {}

    def url(self, position: str, who: Addressee) -> str:
        mood = mood_of(position)
        key = (mood, who.bill)
        if key not in self._endings:
            self._endings[key] = self._ending(mood, who.bill)
        ending = self._endings[key]
        if who.x_handle and ending:
            return f"{INTENT}.%40{who.x_handle}%20{ending}"
        template = template_of(self.bill, mood, "post")
        return INTENT + quote(write_post(template, self.bill.brief_title, who), safe="")

    def _ending(self, mood: Mood, number: str) -> str:
        """The quoted text, or "" where it names the person and so differs for everybody."""
        template = template_of(self.bill, mood, "post")
        text = fill(template, bill=number, bill_title=self.bill.brief_title)
        return "" if TOKEN.search(text) else quote(text, safe="")
