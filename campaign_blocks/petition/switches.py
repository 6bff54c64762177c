"""Whether signing, mail or letters are paused: asked before each, and true in all processes within
five seconds of the change."""

from django.http import HttpRequest

from campaign_blocks.petition.memory import Memory
from campaign_blocks.petition.models.switch import Switch, SwitchName

SECONDS = 5.0

SIGNING, MAIL, DELIVERY = SwitchName.SIGNING, SwitchName.MAIL, SwitchName.DELIVERY


def paused(name: str) -> bool:
    """At most five seconds old; one query for all switches."""
    return name in kept(None)


def paused_in(name: str, request: HttpRequest | None) -> bool:
    """For sections that are kept: by the database, asked once per request.

    What this process remembers for seconds could be drawn, and then shown until the next change.
    """
    found: frozenset[str] | None = getattr(request, "_paused_switches", None)
    if found is None:
        found = paused_names()
        if request is not None:
            request._paused_switches = found  # type: ignore[attr-defined]  # a note of our own
    return name in found


def paused_names(_key: None = None) -> frozenset[str]:
    return frozenset(Switch.objects.filter(paused=True).values_list("name", flat=True))


kept: Memory[None, frozenset[str]] = Memory(paused_names, SECONDS)


def forget() -> None:
    kept.forget()
