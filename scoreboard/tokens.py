"""Words in braces inside the texts that staff write, and how long a post is."""

import re
import unicodedata

TOKEN = re.compile(r"\{(\w*)\}")
PERSON_TOKENS = frozenset({"title", "last", "bill", "bill_title"})
VISITOR_TOKENS = frozenset({"first", "city", "zip"})
POST_LIMIT = 280
LINK_LENGTH = 23
LINK = re.compile(r"https?://\S+")
# Code points that count once; all others count twice (X's published rule).
LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))


def fill(text: str, **values: str) -> str:
    """Replace the tokens that have a value; others stay, so that a test can find them."""
    return TOKEN.sub(lambda match: values.get(match[1], match[0]), text)


def unknown_tokens(text: str, allowed: frozenset[str]) -> list[str]:
    found = [match[1] for match in TOKEN.finditer(text) if match[1] not in allowed]
    bare = TOKEN.sub("", text)
    return [f"{{{name}}}" for name in found] + [brace for brace in "{}" if brace in bare]


def post_length(text: str) -> int:
    """Length as X counts it: a link is 23, most other scripts and emoji count twice."""
    without_links, links = LINK.subn("", unicodedata.normalize("NFC", text))
    weights = (1 if any(a <= ord(c) <= b for a, b in LIGHT) else 2 for c in without_links)
    return sum(weights) + links * LINK_LENGTH
