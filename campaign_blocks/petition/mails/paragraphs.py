"""Words in braces become names and links, once, in text and in HTML."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.html import format_html, urlize
from django.utils.safestring import SafeString, mark_safe

from campaign_blocks.petition.models.mail_words import TOKEN

BETWEEN = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class Link:
    """`url` is empty where there is nothing to open: then its paragraph is left out."""

    url: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    text: str
    html: SafeString
    button: Link | None = None


def paragraphs(words: str, names: Mapping[str, str], links: Mapping[str, Link]) -> list[Paragraph]:
    parts = BETWEEN.split(words.replace("\r\n", "\n").strip())
    return [
        paragraph(part, names, links)
        for part in parts
        if all(links[name].url for name in TOKEN.findall(part) if name in links)
    ]


def paragraph(part: str, names: Mapping[str, str], links: Mapping[str, Link]) -> Paragraph:
    alone = TOKEN.fullmatch(part.strip())
    if alone and alone[1] in links:
        link = links[alone[1]]
        text = f"{link.label}:\n{link.url}"
        html = format_html('<a href="{}">{}</a>', link.url, link.label)
        return Paragraph(text=text, html=html, button=link)
    urls = {name: link.url for name, link in links.items()}
    return Paragraph(text=fill(part, {**names, **urls}), html=fill_html(part, names, links))


def fill(words: str, values: Mapping[str, str]) -> str:
    """In one pass: what is filled in is never looked through again."""
    return TOKEN.sub(lambda found: values.get(found[1], found[0]), words)


def fill_html(part: str, names: Mapping[str, str], links: Mapping[str, Link]) -> SafeString:
    pieces = TOKEN.split(part)
    done: list[str] = []
    for position, piece in enumerate(pieces):
        if position % 2 == 0:
            done.append(urlize(piece, autoescape=True))
        elif piece in links:
            link = links[piece]
            done.append(format_html('<a href="{}">{}</a>', link.url, link.label))
        else:
            done.append(format_html("{}", names.get(piece, f"{{{piece}}}")))
    # Every piece was escaped above; the line break is ours.
    return mark_safe("<br>".join("".join(done).split("\n")))  # noqa: S308  see the line above
