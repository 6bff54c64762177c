"""The link to one's letter, for signatures that count already."""

from django.db import transaction
from django.utils import timezone

from campaign_blocks.petition.letters.queue import LetterWish, queue_letters
from campaign_blocks.petition.models import MailToken, Petition, Signature
from campaign_blocks.petition.models.choices import SignatureState, TokenPurpose


def letter_writer(raw_token: str) -> Signature | None:
    """Whose link this is, while it can be used and there is a letter that was not sent yet."""
    usable = MailToken.objects.usable(raw_token, TokenPurpose.LETTER)
    row = usable.select_related("signature__petition__page").first()
    if row is None or row.signature.state != SignatureState.CONFIRMED:
        return None
    signature = row.signature
    if not signature.petition.letter_body or signature.letters.exists():
        return None
    return signature


@transaction.atomic
def send_letter(*, raw_token: str, letter: LetterWish) -> Petition | None:
    """Writes once, however often it is called; None for a link that cannot be used (again)."""
    usable = MailToken.objects.usable(raw_token, TokenPurpose.LETTER)
    if not usable.update(used_at=timezone.now()):
        return None
    token = MailToken.objects.get(digest=MailToken.digest_of(raw_token))
    rows = Signature.objects.select_related("petition__page")
    signature = rows.filter(pk=token.signature_id, state=SignatureState.CONFIRMED).first()
    if signature is None or not queue_letters(signature=signature, wish=letter):
        return None
    return signature.petition
