"""What a visitor reads on a page: its headings, its words, and its pictures' descriptions."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[3] / "shared" / "campaign-page-2020.txt"


class Reader(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.headings, self.words, self.alts, self._open = [], [], [], ""
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        if tag in {"h1", "h2"}:
            self._open = tag
            self.headings.append("")
        if tag == "img":
            self.alts.append(dict(attributes).get("alt"))

    def handle_endtag(self, tag):
        if tag == self._open:
            self._open = ""

    def handle_data(self, data):
        self.words.append(data)
        if self._open:
            self.headings[-1] += data

    @property
    def text(self):
        return plain(" ".join(self.words))


def plain(text):
    """One space between words, and none beside a dash, where the copy of 2020 lost or won some."""
    return re.sub(r"\s*—\s*", "—", " ".join(text.split()))


def source_text():
    if not SOURCE.exists():
        pytest.skip("the words of the page of 2020 are not beside this checkout")
    return SOURCE.read_text(encoding="utf-8")
