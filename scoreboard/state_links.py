"""Addresses of the states' own pages."""

import re
from typing import NamedTuple

from django.urls import reverse

from scoreboard.states import ALL_STATES


class StateLink(NamedTuple):
    code: str
    name: str
    url: str


def state_url(code: str) -> str:
    """Codes of other countries may not fit an address of ours: then the list, narrowed."""
    if re.fullmatch(r"[A-Z]{2}", code, re.ASCII):
        return reverse("scoreboard:state", args=[code])
    return f"{reverse('scoreboard:list')}?state={code}"


def every_state() -> list[StateLink]:
    return [StateLink(code, name, state_url(code)) for code, name in ALL_STATES.items()]


class StateConverter:
    """'ca' in the address is CA in Python."""

    regex = "[a-z]{2}"

    def to_python(self, value: str) -> str:
        return value.upper()

    def to_url(self, value: str) -> str:
        return value.lower()
