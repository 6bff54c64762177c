"""Parser of unitedstates/congress-legislators: legislators-social-media (YAML or JSON)."""

from collections.abc import Sequence

from scoreboard.imports.documents import Item
from scoreboard.imports.fields import Fields
from scoreboard.imports.problems import Problems
from scoreboard.imports.records import Handles


def parse(items: Sequence[Item]) -> dict[str, Handles]:
    found = {}
    problems = Problems()
    for item in items:
        with problems.gathered():
            fields = Fields(item, item.data)
            identifier = fields.inner("id").text("bioguide", required=True, limit=40)
            accounts = fields.inner("social")
            found[identifier] = Handles(
                identifier=identifier,
                x_handle=accounts.handle("twitter"),
                bluesky=accounts.text("bluesky", limit=120).removeprefix("@"),
                mastodon=accounts.text("mastodon", limit=120),
                facebook=accounts.text("facebook", limit=120),
                instagram=accounts.text("instagram", limit=120),
                youtube=accounts.text("youtube", limit=120)
                or accounts.text("youtube_id", limit=120),
            )
    problems.raise_any()
    return found
