"""What a mail provider may tell us: bounces and complaints, at /anymail/<provider>/tracking/."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured

from cms.settings import environment as env

# Those that sign what they send; the others are known by the name and password in the address.
SIGNING_KEYS = {
    "mailersend": "MAILERSEND_SIGNING_SECRET",
    "mailgun": "MAILGUN_WEBHOOK_SIGNING_KEY",
    "mandrill": "MANDRILL_WEBHOOK_KEY",
}
PROVIDERS = {
    *SIGNING_KEYS,
    "amazon_ses",
    "brevo",
    "mailjet",
    "mailtrap",
    "postmark",
    "resend",
    "sparkpost",
}


def provider() -> str:
    name = env.text("ANYMAIL_PROVIDER").lower()
    if name and name not in PROVIDERS:
        raise ImproperlyConfigured(
            f"ANYMAIL_PROVIDER is {name!r}; it must be one of {', '.join(sorted(PROVIDERS))}."
        )
    return name


def anymail(name: str) -> dict[str, Any]:
    """Nobody may tell us about bounces without a secret."""
    if not name:
        return {}
    secret = env.text("ANYMAIL_WEBHOOK_SECRET")
    if not all(secret.partition(":")):
        raise ImproperlyConfigured(
            "ANYMAIL_PROVIDER needs ANYMAIL_WEBHOOK_SECRET, as name:password."
        )
    found: dict[str, Any] = {"WEBHOOK_SECRET": [secret]}
    if name in SIGNING_KEYS:
        found[SIGNING_KEYS[name]] = env.text("ANYMAIL_SIGNING_KEY")
        if not found[SIGNING_KEYS[name]]:
            raise ImproperlyConfigured(f"ANYMAIL_PROVIDER={name} needs ANYMAIL_SIGNING_KEY.")
    return found


ANYMAIL_PROVIDER = provider()
ANYMAIL = anymail(ANYMAIL_PROVIDER)
