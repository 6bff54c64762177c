"""What a mail provider tells us about a mailbox: it is dead, or its owner wants no mail of ours."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from anymail.signals import AnymailTrackingEvent, EventType, RejectReason

from campaign_blocks.petition.identity.fingerprints import fingerprint
from campaign_blocks.petition.models import Signature, Suppression
from campaign_blocks.petition.models.choices import SuppressionReason
from campaign_blocks.petition.services.unsubscribe import GRAVITY, stop_mail

log = logging.getLogger("campaign.petition.mail")

DEAD = (RejectReason.BOUNCED, RejectReason.INVALID)


def part(event: Mapping[str, Any], *path: str) -> str:
    """A word deep in what the provider wrote; empty when it is not there."""
    found: Any = event
    for name in path:
        found = found.get(name) if isinstance(found, Mapping) else None
    return str(found or "")


def sparkpost_class(event: Mapping[str, Any]) -> str:
    """The one event stands under a name that says its class."""
    inner = event.get("msys")
    return next((part(one, "bounce_class") for one in inner.values()), "") if inner else ""


# Where anymail tells soft from hard bounces not at all, the provider's own words do.
IS_HARD: dict[str, Callable[[Mapping[str, Any]], bool]] = {
    "Amazon SES": lambda event: part(event, "bounce", "bounceType") == "Permanent",
    "Brevo": lambda event: part(event, "event") in ("hard_bounce", "invalid_email"),
    "MailerSend": lambda event: part(event, "data", "type") == "hard_bounced",
    "Mailjet": lambda event: part(event, "hard_bounce").lower() in ("true", "1"),
    "Mandrill": lambda event: part(event, "event") == "hard_bounce",
    "Postmark": lambda event: part(event, "Type") in ("HardBounce", "BadEmailAddress"),
    "Resend": lambda event: part(event, "data", "bounce", "type") in ("Permanent", ""),
    "SparkPost": lambda event: sparkpost_class(event) in ("10", "30"),
}


def hear(*, event: AnymailTrackingEvent, esp_name: str, **kwargs: Any) -> None:
    """A receiver of anymail's signal; harmless when repeated."""
    reason = meaning(event, esp_name)
    mailbox = fingerprint_of(event.recipient) if reason else None
    if reason is None or mailbox is None or is_known(mailbox, reason):
        return
    if Signature.objects.filter(fingerprint=mailbox).exists():
        stop_mail(fingerprint=mailbox, reason=reason)
        log.info("%s reported a mailbox: %s", esp_name, reason.value)


def meaning(event: AnymailTrackingEvent, provider: str) -> SuppressionReason | None:
    if event.event_type == EventType.COMPLAINED:
        return SuppressionReason.COMPLAINED
    if event.event_type == EventType.UNSUBSCRIBED:
        return SuppressionReason.UNSUBSCRIBED
    if event.event_type == EventType.BOUNCED and event.reject_reason in DEAD:
        raw = event.esp_event if isinstance(event.esp_event, Mapping) else {}
        return SuppressionReason.BOUNCED if IS_HARD.get(provider, bool)(raw) else None
    return None


def is_known(mailbox: bytes, reason: SuppressionReason) -> bool:
    graver = GRAVITY[GRAVITY.index(reason) :]
    return Suppression.objects.filter(fingerprint=mailbox, reason__in=graver).exists()


def fingerprint_of(address: str | None) -> bytes | None:
    try:
        return fingerprint(address) if address else None
    except ValueError:
        return None
