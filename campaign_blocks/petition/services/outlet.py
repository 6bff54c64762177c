"""The line to the mail server, and what its failures mean.

A failure is the mail's own (`Refused`), or of the server as a whole (`Unreachable`). Whether a mail
went out is unknown only when the line broke after its text was handed over.
"""

import smtplib
from collections.abc import Callable
from typing import Any

from django.core.mail import EmailMessage, get_connection

TEMPORARY = 400
CLOSING = 421
PERMANENT = 500


class Unreachable(Exception):
    """The mail server takes nothing from anybody now."""


class Refused(Exception):
    """This mail was not taken. The words name the failure and never the address."""

    def __init__(self, words: str, *, for_good: bool = False, in_doubt: bool = False) -> None:
        super().__init__(words)
        self.words, self.for_good, self.in_doubt = words, for_good, in_doubt


class Broken(Refused):
    """The line broke at this mail: its own fault, or the server's."""


class Outlet:
    """One connection, opened when it is first needed and again after a failure."""

    def __init__(self) -> None:
        self.backend: Any = get_connection()
        self.handed_over = False

    def open(self) -> None:
        try:
            self.backend.open()
            self.watch()
        except (OSError, smtplib.SMTPException) as error:
            self.drop()
            raise Unreachable(describe(error)) from error

    def watch(self) -> None:
        """Notes when the text of a mail begins to go out; only a mail server has such a moment."""
        line = getattr(self.backend, "connection", None)
        if isinstance(line, smtplib.SMTP) and not hasattr(line, "plain_data"):
            line.plain_data = line.data  # type: ignore[attr-defined]
            line.data = self.noting(line.data)  # type: ignore[assignment,method-assign]

    def noting(self, data: Callable[[Any], tuple[int, bytes]]) -> Callable[[Any], Any]:
        def note(text: Any) -> tuple[int, bytes]:
            self.handed_over = True
            return data(text)

        return note

    def answers(self) -> bool:
        """Whether the server takes a new line and a word on it."""
        try:
            self.open()
            line = getattr(self.backend, "connection", None)
            if isinstance(line, smtplib.SMTP):
                line.ehlo_or_helo_if_needed()
                return line.noop()[0] < TEMPORARY
        except (Unreachable, OSError, smtplib.SMTPException):
            self.drop()
            return False
        return True

    def send(self, mail: EmailMessage) -> None:
        self.handed_over = False
        try:
            self.backend.send_messages([mail])
        except (OSError, smtplib.SMTPException) as error:
            meaning = self.meaning(error)
            if not isinstance(meaning, Refused) or isinstance(meaning, Broken):
                self.drop()
            raise meaning from error
        except ValueError as error:  # an address or a header that can't be written
            raise Refused(describe(error), for_good=True) from error

    def meaning(self, error: Exception) -> Exception:
        code = code_of(error)
        if isinstance(error, smtplib.SMTPSenderRefused | smtplib.SMTPHeloError) and code != CLOSING:
            return Unreachable(describe(error))
        if code and code != CLOSING:
            return Refused(describe(error), for_good=code >= PERMANENT)
        if code or isinstance(error, smtplib.SMTPServerDisconnected | OSError):
            return Broken(describe(error), in_doubt=self.handed_over and not code)
        return Refused(describe(error), for_good=True)

    def drop(self) -> None:
        """Without a goodbye, for which a hanging server would let us wait once more."""
        line = getattr(self.backend, "connection", None)
        if isinstance(line, smtplib.SMTP):
            line.close()
        self.backend = get_connection()

    def close(self) -> None:
        try:
            self.backend.close()
        except (OSError, smtplib.SMTPException):
            self.drop()


def code_of(error: Exception) -> int:
    """The gentlest code of the recipients, or the code of the answer; 0 when there was none."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return min((code for code, _text in error.recipients.values()), default=0)
    return error.smtp_code if isinstance(error, smtplib.SMTPResponseException) else 0


def describe(error: Exception) -> str:
    """Class and code only: servers quote the address in their words."""
    return f"{type(error).__name__} {code_of(error) or ''}".strip()
