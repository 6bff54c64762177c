"""What a log may say of a request that failed: where, never with whose words or links."""

import logging
import traceback

from django.conf import settings

from cms.secret_links import without_secret


class NamesNobody(logging.Filter):
    """For the loggers that speak of requests. What a fault says may quote what somebody typed, so
    only its kind is left, with the lines of code; all of it on a developer's machine (DEBUG)."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.__dict__.pop("request", None)  # a handler that mails or uploads would read it all
        if isinstance(record.args, tuple):
            record.args = tuple(clean(one) for one in record.args)
        if record.exc_info and record.exc_info[1] and not settings.DEBUG:
            record.exc_text = "".join(bare_lines(record.exc_info[1])).rstrip()
            record.exc_info = None
        return True


def clean(value: object) -> object:
    return without_secret(value) if isinstance(value, str) else value


def bare_lines(error: BaseException) -> list[str]:
    """As Python prints it, what came first on top, without what each of them says."""
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    kind = f"{type(error).__module__}.{type(error).__qualname__}\n"
    return [
        *(bare_lines(earlier) if earlier else []),
        "Traceback (most recent call last):\n",
        *traceback.format_tb(error.__traceback__),
        kind,
    ]
