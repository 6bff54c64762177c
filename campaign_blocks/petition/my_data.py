"""What is stored about one mailbox, in words: the page behind the link in every mail."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaign_blocks.kit.personal_data import Person, personal_data
from campaign_blocks.petition.models import Consent, MailToken, OutboxMessage, Signature
from campaign_blocks.petition.models.choices import ConsentPurpose, OutboxState, SignatureState
from campaign_blocks.petition.services.my_signature import mailbox_of

STATES: dict[str, str | Promise] = {
    SignatureState.PENDING: gettext_lazy("Not counted yet: it waits for the button in our mail."),
    SignatureState.CONFIRMED: gettext_lazy("Your name counts."),
    SignatureState.EXPIRED: gettext_lazy("Not counted: it was never confirmed."),
    SignatureState.SUSPECT: gettext_lazy("Not counted yet: we are still checking it."),
    SignatureState.INVALIDATED: gettext_lazy("Not counted: our staff could not verify it."),
}
FACTS: dict[str, str | Promise] = {
    "name": gettext_lazy("Name"),
    "given_name": gettext_lazy("First name"),
    "email": gettext_lazy("Email address"),
    "phone": gettext_lazy("Phone"),
    "postal_code": gettext_lazy("ZIP or postal code"),
    "city": gettext_lazy("City"),
    "country": gettext_lazy("Country"),
    "comment": gettext_lazy("Comment"),
    "message": gettext_lazy("Your own letter to lawmakers"),
}


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One question about mails: the last word, and every word before it."""

    purpose: str
    organization_id: int | None
    who: str
    stands: bool
    events: Sequence[Consent]


@dataclass(frozen=True, kw_only=True)
class StoredSignature:
    row: Signature
    state: str
    facts: Sequence[tuple[str, str]]
    origin: Sequence[tuple[str, str]]
    answers: Sequence[Answer]
    mails: Sequence[OutboxMessage]
    others: Sequence[tuple[str, Sequence[str]]]

    @property
    def offers_public(self) -> bool:
        """Who never typed the city has nothing that could be shown."""
        known = bool(self.row.given_name and self.row.city)
        return self.row.public or (self.row.petition.ask_public and known)

    @property
    def is_counted(self) -> bool:
        return self.row.state == SignatureState.CONFIRMED


@dataclass(frozen=True, kw_only=True)
class MyData:
    key: MailToken
    signatures: Sequence[StoredSignature]

    @property
    def may_be_mailed(self) -> bool:
        return any(answer.stands for one in self.signatures for answer in one.answers)


def my_data(key: MailToken) -> MyData:
    """The signature of the link first, then what else this mailbox signed; a fixed number of
    queries."""
    rows = mailbox_of(key).select_related("petition", "partner", "page")
    rows = rows.prefetch_related("consents__text", "consents__organization", "messages")
    found = sorted(rows.order_by("pk"), key=lambda row: row.pk != key.signature_id)
    others = other_rows([row.pk for row in found])
    return MyData(key=key, signatures=[stored(row, others.get(row.pk, [])) for row in found])


def stored(row: Signature, others: Sequence[tuple[str, Sequence[str]]]) -> StoredSignature:
    return StoredSignature(
        row=row,
        state=str(STATES[row.state]),
        facts=[(str(label), said) for name, label in FACTS.items() if (said := getattr(row, name))],
        origin=list(origin(row)),
        answers=answers(sorted(row.consents.all(), key=lambda one: one.pk)),
        mails=[one for one in row.messages.all() if one.state == OutboxState.SENT],
        others=others,
    )


def origin(row: Signature) -> Iterable[tuple[str, str]]:
    if row.page:
        yield _("Signed on the page"), row.page.title
    if row.partner:
        yield _("Through the page of"), row.partner.name
    if row.source:
        yield _("Code of the link that brought you"), row.source
    if row.on_paper:
        yield _("Signed"), _("On paper")
    if row.language:
        yield _("Language"), row.language
    if row.address_block:
        yield _("Where it came from"), _("A digest of your connection, unreadable after 30 days")


def answers(events: Sequence[Consent]) -> list[Answer]:
    by_question: dict[tuple[str, int | None], list[Consent]] = {}
    for event in events:
        by_question.setdefault((event.purpose, event.organization_id), []).append(event)
    return [
        Answer(
            purpose=purpose,
            organization_id=organization_id,
            who=who(rows[-1]),
            stands=rows[-1].granted,
            events=rows,
        )
        for (purpose, organization_id), rows in by_question.items()
    ]


def who(consent: Consent) -> str:
    if consent.purpose == ConsentPurpose.CAMPAIGN_MAIL or consent.organization is None:
        return _("The campaign")
    return consent.organization.name


def other_rows(ids: Sequence[int]) -> dict[int, list[tuple[str, list[str]]]]:
    """What other tables hold of each signature, as sentences under the label of the table."""
    found: dict[int, list[tuple[str, list[str]]]] = {}
    for kind in personal_data():
        sentences: dict[int, list[str]] = {}
        for row in kind.rows(Person(signature_ids=ids)):
            sentences.setdefault(signature_of(row), []).append(str(row["in_words"]))
        for pk, words in sentences.items():
            found.setdefault(pk, []).append((str(kind.label), words))
    return found


def signature_of(row: dict[str, Any]) -> int:
    return int(row["signature"])
