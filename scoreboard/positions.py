from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Position(TextChoices):
    """Who has no stance recorded is not sponsoring: on a bill that is a fact."""

    SPONSORING = "sponsoring", _("Sponsoring")
    SUPPORTS = "supports", _("Said they support it")
    NOT_SPONSORING = "not_sponsoring", _("Not sponsoring")
    OPPOSES = "opposes", _("Opposes")


class Role(TextChoices):
    SPONSOR = "sponsor", _("Sponsor")
    COSPONSOR = "cosponsor", _("Cosponsor")


class Origin(TextChoices):
    """How a stance came here: only people on the staff must show evidence."""

    CONGRESS = "congress", _("From Congress.gov")
    FILE = "file", _("From a file")
    STAFF = "staff", _("By staff")


class Channel(TextChoices):
    """How a visitor reaches a legislator."""

    CALL = "call", _("Phone call")
    X = "x", _("X")
    BLUESKY = "bluesky", _("Bluesky")
    MASTODON = "mastodon", _("Mastodon")
    EMAIL = "email", _("E-mail")
    FORM = "form", _("Contact form")
    LETTER = "letter", _("Direct message")


# The positions that are thanked; all others are asked.
FRIENDS = frozenset({Position.SPONSORING.value, Position.SUPPORTS.value})
