"""Why a queued mail must not go after all. Asked at the last moment, for a batch at once."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.db.models import F, Q
from django.utils import timezone

from campaign_blocks.petition.identity.fingerprints import fingerprint
from campaign_blocks.petition.models import (
    Consent,
    OutboxMessage,
    Signature,
    Suppression,
    Update,
)
from campaign_blocks.petition.models.choices import (
    ConsentPurpose,
    MailKind,
    OutboxState,
    SignatureState,
    SuppressionReason,
    TokenPurpose,
    UpdateState,
)
from campaign_blocks.petition.services import other_mail

PENDING, CONFIRMED = SignatureState.PENDING, SignatureState.CONFIRMED
NEEDED: dict[str, tuple[SignatureState, ...]] = {
    MailKind.CONFIRM: (),
    MailKind.REMINDER: (PENDING,),
    MailKind.THANKS: (CONFIRMED,),
    MailKind.ALREADY_SIGNED: (CONFIRMED,),
    MailKind.MANAGE: tuple(SignatureState),
    MailKind.UPDATE: (CONFIRMED,),
}
# They bring the button to whoever still waits for it, also to those whose first link is too old.
WITH_THE_BUTTON = (MailKind.CONFIRM, MailKind.ALREADY_SIGNED)
# Who unsubscribed and now acts anew gets the mail that she asks for. After a bounce, a complaint or
# an erasure nothing goes until staff lift it.
ASKED_FOR = (MailKind.CONFIRM, MailKind.MANAGE)

# A form that came twice within this time was sent twice by mistake. It is the worker that tells, as
# signing takes as long for those who signed before as for others.
ONE_SIGNING = timedelta(minutes=10)

NOT_NEEDED = "not needed any more"
BY_MISTAKE = "the form was sent twice"
UNSUBSCRIBED = "unsubscribed"
STOPPED: dict[str, str] = {
    SuppressionReason.UNSUBSCRIBED: UNSUBSCRIBED,
    SuppressionReason.BOUNCED: "the mailbox does not exist",
    SuppressionReason.COMPLAINED: "reported as unwanted",
    SuppressionReason.ERASED: "asked to be erased",
}
ENOUGH = "enough mail to this mailbox"
PAUSED = "paused"

# What one mailbox gets at most before its owner has answered, over all petitions and kinds.
CAPS = ((timedelta(hours=24), 3), (timedelta(days=30), 6))
LONGEST = max(window for window, _most in CAPS)


def reasons_against(messages: Sequence[OutboxMessage]) -> dict[int, str]:
    """By the row's id; PAUSED is a reason to wait, and after BY_MISTAKE there may be another."""
    stopped = suppressions(messages)
    updates = [one for one in messages if one.kind == MailKind.UPDATE]
    silent = refusals(updates)
    states = states_of(updates)
    found: dict[int, str] = {}
    for one in messages:
        why = stopped.get(bytes(one.signature.fingerprint))
        if is_mistake(one):
            found[one.pk] = BY_MISTAKE
        elif not is_needed(one) or (one.kind == MailKind.UPDATE and one.target not in states):
            found[one.pk] = NOT_NEEDED
        elif why and (why != SuppressionReason.UNSUBSCRIBED or one.kind not in ASKED_FOR):
            found[one.pk] = STOPPED[why]
        elif one.signature_id in silent:
            found[one.pk] = UNSUBSCRIBED
        elif states.get(one.target, UpdateState.SENDING) != UpdateState.SENDING:
            found[one.pk] = PAUSED
    return found | over_the_cap([one for one in messages if one.pk not in found])


def is_needed(message: OutboxMessage) -> bool:
    """A mail may have lost its reason between queue and worker."""
    signature = message.signature
    if not signature.email:
        return False
    if message.kind in WITH_THE_BUTTON and signature.waits_for_mail:
        return True
    return signature.state in NEEDED[message.kind]


def is_mistake(message: OutboxMessage) -> bool:
    repeated = message.kind == MailKind.ALREADY_SIGNED
    return repeated and message.created_at < message.signature.created_at + ONE_SIGNING


def suppressions(messages: Sequence[OutboxMessage]) -> dict[bytes, str]:
    rows = Suppression.objects.filter(fingerprint__in=mailboxes(messages))
    return {bytes(mailbox): why for mailbox, why in rows.values_list("fingerprint", "reason")}


def refusals(updates: Sequence[OutboxMessage]) -> set[int]:
    """Signatures whose latest word about the campaign's mail is not yes."""
    if not updates:
        return set()
    ids = {one.signature_id for one in updates}
    words = Consent.objects.filter(
        signature__in=ids, purpose=ConsentPurpose.CAMPAIGN_MAIL
    ).order_by("pk")
    latest = dict(words.values_list("signature_id", "granted"))
    return {one for one in ids if not latest.get(one)}


def states_of(updates: Sequence[OutboxMessage]) -> dict[str, str]:
    """By the target of the row; an update that is gone is missing."""
    if not updates:
        return {}
    rows = Update.objects.filter(pk__in={int(one.target) for one in updates})
    return {str(pk): state for pk, state in rows.values_list("pk", "state")}


def over_the_cap(messages: Sequence[OutboxMessage]) -> dict[int, str]:
    unproven = mailboxes(messages) - proven(mailboxes(messages))
    known = times_by_mailbox(unproven, [one.pk for one in messages])
    found = {}
    for one in messages:
        mailbox = bytes(one.signature.fingerprint)
        if mailbox not in unproven:
            continue
        if is_enough(known[mailbox]):
            found[one.pk] = ENOUGH
        else:
            known[mailbox].append(timezone.now())
    return found


def address_may_get_mail(address: str) -> bool:
    """For mail of other plugins: nobody has proven to own the address, so every stop counts."""
    mailbox = fingerprint(address)
    if Suppression.objects.filter(fingerprint=mailbox).exists():
        return False
    return bool(proven({mailbox})) or not is_enough(times_by_mailbox({mailbox}, [])[mailbox])


def is_enough(times: Iterable[datetime]) -> bool:
    now = timezone.now()
    seen = Counter(window for time in times for window, _most in CAPS if time > now - window)
    return any(seen[window] >= most for window, most in CAPS)


def times_by_mailbox(unproven: set[bytes], but: Sequence[int]) -> dict[bytes, list[datetime]]:
    """When these mailboxes were written to, also by other plugins. What another worker has in hand
    counts as sent: each of two workers took its rows before it looks, so at least one sees the
    other's."""
    times: dict[bytes, list[datetime]] = defaultdict(list)
    if not unproven:
        return times
    times.update(other_mail.times(unproven))
    now = timezone.now()
    sent = Q(state=OutboxState.SENT, sent_at__gt=now - LONGEST)
    perhaps = Q(state=OutboxState.SENDING) | (~Q(state=OutboxState.SENT) & Q(doubts__gt=0))
    rows = OutboxMessage.objects.filter(sent | perhaps, signature__fingerprint__in=unproven)
    for mailbox, when in rows.exclude(pk__in=but).values_list("signature__fingerprint", "sent_at"):
        times[bytes(mailbox)].append(when or now)
    return times


def proven(mailboxes: set[bytes]) -> set[bytes]:
    """Their owners have pressed a button in one of our mails, for whatever petition."""
    pressed = Q(state=CONFIRMED, confirmed_at__gt=F("created_at"), on_paper=False) | Q(
        tokens__purpose__in=[TokenPurpose.CONFIRM, TokenPurpose.LETTER],
        tokens__used_at__isnull=False,
    )
    rows = Signature.objects.filter(pressed, fingerprint__in=mailboxes)
    return {bytes(mailbox) for mailbox in rows.values_list("fingerprint", flat=True).distinct()}


def mailboxes(messages: Sequence[OutboxMessage]) -> set[bytes]:
    return {bytes(one.signature.fingerprint) for one in messages}
