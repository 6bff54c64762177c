"""The signed word in the form: that it came from this person's page, and not a moment ago."""

import time

from django.core import signing

SALT = "scoreboard.correction"
LONGEST = 3 * 24 * 60 * 60  # a cached page may be a day old, a tab stays open over a weekend
SHORTEST = 2.0  # nobody writes what is wrong within two seconds


def make_token(legislator_id: int) -> str:
    return signing.TimestampSigner(salt=SALT).sign(str(legislator_id))


class TooSoon(Exception):
    """The form was sent faster than anybody writes."""


def is_good(token: str, legislator_id: int) -> bool:
    """Raises TooSoon for a token that is good but new."""
    signer = signing.TimestampSigner(salt=SALT)
    try:
        named = signer.unsign(token, max_age=LONGEST)
        made = signing.b62_decode(token.rsplit(signer.sep, 2)[1])
    except (signing.BadSignature, ValueError):
        return False
    if time.time() - made < SHORTEST:
        raise TooSoon
    return named == str(legislator_id)
