"""The campaign page's sixteen sections, as the stream stores them."""

from collections.abc import Mapping
from html import escape
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from home.demo import words
from home.demo.records import Records

Section = dict[str, Any]

BILL_PAGE = "https://www.congress.gov/bill/116th-congress/senate-bill/4084"
TRANSCRIPT = (
    "A silent film of drawings. A wall of eyes; a red box moves from one to the next. People cross "
    "a street, each inside a box. Twelve faces in a grid, eleven of them crossed out.\n\n"
    "In large letters: They say “light regulation”. Regulation is not enough.\n\n"
    "A raised fist in a crowd under two cameras. Ban it."
)
# Bands of one colour never follow each other for long: paper, ink and alarm alternate.
LOOKS = ("paper", "ink", "paper", "alarm", "paper", "ink")


def campaign_page(records: Records) -> list[Section]:
    """In the order of the page of 2020."""
    return [
        _opening(records),
        section("orgs", heading=words.ORGANIZATIONS, show="members", size="medium", order="listed"),
        argument(words.REGULATION, words.REGULATION_TEXT, ("regulation",), "alarm", records),
        _video(records),
        *(
            argument(heading, text, pictures, look, records)
            for (heading, text, pictures), look in zip(words.ARGUMENTS, LOOKS, strict=True)
        ),
        section("button", link={"label": words.READ, "url": BILL_PAGE}, size="big"),
        section("map", heading=words.MAP, intro=words.MAP_TEXT, map=records.map_id, height="tall"),
        _scoreboard(records),
        section(
            "local", heading=words.ACT, text=paragraphs(words.ACT_TEXT), signup=records.signup_id
        ),
        section("embed", heading="Embed our map", intro=words.EMBED_TEXT, what="map"),
        _share(),
    ]


def section(kind: str, /, **value: Any) -> Section:
    """Its id hangs on what it is, so that building twice gives the same page."""
    named = value.get("heading") or value.get("title") or ""
    return {"type": kind, "value": value, "id": str(uuid5(NAMESPACE_URL, f"demo:{kind}:{named}"))}


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{escape(text, quote=False)}</p>" for text in texts)


def picture(name: str, records: Records) -> Mapping[str, Any]:
    return {"image": records.images[name], "alt_text": records.alts[name], "decorative": False}


def argument(
    heading: str, text: str, pictures: tuple[str, ...], look: str, records: Records
) -> Section:
    images = [
        {
            "type": "item",
            "value": picture(name, records),
            "id": str(uuid5(NAMESPACE_URL, f"demo:picture:{name}")),
        }
        for name in pictures
    ]
    return section(
        "argument",
        heading=heading,
        text=paragraphs(text),
        images=images,
        look=look,
        glitch=True,
        image_side="auto",
    )


def _opening(records: Records) -> Section:
    return section(
        "opening_petition",
        headline=words.TITLE,
        lead=words.LEAD,
        petition=records.petition_id,
        image=picture("opening", records),
        look="paper",
        image_side="end",
    )


def _video(records: Records) -> Section:
    return section(
        "video",
        title="Why we need an all-out ban",
        file=records.documents["film"],
        poster=records.images["poster"],
        captions=records.documents["captions"],
        transcript=TRANSCRIPT,
        look="ink",
    )


def _scoreboard(records: Records) -> Section:
    return section(
        "scoreboard",
        heading=words.SCOREBOARD,
        intro="\n\n".join(words.SCOREBOARD_TEXT),
        bill=records.bill_id,
        look="paper",
    )


def _share() -> Section:
    return section(
        "share",
        heading="Spread the word",
        intro=words.SHARE_TEXT,
        message="I signed the petition to ban facial recognition. Add your name:",
        networks=[],
        look="alarm",
    )
