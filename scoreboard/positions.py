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


# The positions that are thanked; all others are asked.
FRIENDS = frozenset({Position.SPONSORING.value, Position.SUPPORTS.value})
