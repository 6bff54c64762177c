"""What each mail says where staff wrote nothing of their own. Same words in braces as theirs."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from campaign_blocks.petition.models.choices import MailKind


@dataclass(frozen=True, kw_only=True)
class Words:
    subject: str
    heading: str
    text: str


def house_words(kind: str, *, waits: bool) -> Words:
    """In the language that is active. `waits`: the signature is not confirmed yet."""
    if kind == MailKind.ALREADY_SIGNED:
        return already_signed(waits=waits)
    return WRITERS[kind]()


def confirm() -> Words:
    return Words(
        subject=_("Please confirm your signature: {petition}"),
        heading=_("One press and your name counts"),
        text=_(
            "Somebody signed “{petition}” with this email address.\n\n"
            "If it was you, open this page and press its button. Your name counts from then on:\n\n"
            "{confirm_link}\n\n"
            "If it was not you, do nothing: the signature is not counted."
        ),
    )


def reminder() -> Words:
    return Words(
        subject=_("Your signature still waits: {petition}"),
        heading=_("Your name does not count yet"),
        text=_(
            "Two days ago somebody signed “{petition}” with this email address, and has not "
            "confirmed it.\n\n"
            "If it was you, open this page and press its button:\n\n"
            "{confirm_link}\n\n"
            "If it was not you, do nothing. We do not remind you again."
        ),
    )


def thanks() -> Words:
    return Words(
        subject=_("Thank you for signing: {petition}"),
        heading=_("Thank you. You are counted."),
        text=_(
            "Your signature under “{petition}” is counted.\n\n"
            "{letter_link}\n\n"
            "Now pass it on. Most people sign because somebody they know asked them:\n\n"
            "{share_link}\n\n"
            "If you did not sign, somebody typed your address. Open “Your signature” below and "
            "take it off."
        ),
    )


def already_signed(*, waits: bool) -> Words:
    if waits:
        text = _(
            "“{petition}” was signed with this email address before, and is not confirmed yet.\n\n"
            "If it was you, open this page and press its button. Your name counts from then on:"
        )
    else:
        text = _(
            "“{petition}” was signed with this email address again. Your signature was counted "
            "before, and everybody counts once.\n\n"
            "What you chose about emails stays as it was. What helps now is another name:\n\n"
            "{share_link}"
        )
    return Words(
        subject=_("You had already signed: {petition}"),
        heading=_("You had already signed"),
        text=text,
    )


def manage() -> Words:
    return Words(
        subject=_("Your signature: {petition}"),
        heading=_("Your signature"),
        text=_(
            "Here is the new link you asked for. It shows what is stored about your signature, and "
            "lets you change or remove it:\n\n"
            "{signature_link}\n\n"
            "If you did not ask, do nothing: nobody but you has this link."
        ),
    )


WRITERS = {
    MailKind.CONFIRM.value: confirm,
    MailKind.REMINDER.value: reminder,
    MailKind.THANKS.value: thanks,
    MailKind.MANAGE.value: manage,
}
