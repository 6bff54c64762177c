"""The petition of 2020, and the sign-up for those who want to do more where they live."""

from django.conf import settings
from django.db import transaction

from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.models.choices import Abroad, ConsentMode, GoalMode, PetitionKind
from home.demo import words
from home.demo.records import Records

PETITION = "ban-facial-recognition"
SIGNUP = "local-efforts"

LETTER = (
    "I am writing to ask you to sponsor the Facial Recognition and Biometric Technology "
    "Moratorium Act of 2020.\n\n"
    "Facial recognition is unreliable, unjust, and a threat to basic rights and safety. "
    "Regulation is not enough: please support legislation to ban it."
)


@transaction.atomic
def build_petitions(records: Records) -> None:
    records.petition_id = _petition(records, PETITION, _campaign())
    records.signup_id = _petition(records, SIGNUP, _local())


def _petition(records: Records, slug: str, words_of_it: dict[str, object]) -> int:
    found = Petition.objects.filter(slug=slug).first()
    if found is None:
        found = Petition(slug=slug, privacy_url=f"{settings.BASE_URL}/privacy/", **words_of_it)
        found.full_clean()
        found.save()
        records.note(f"petition {slug}")
    return found.pk


def _campaign() -> dict[str, object]:
    """Counts at once, like the one of 2020, and keeps that page's consent sentence."""
    return {
        "title": "Ban facial recognition",
        "ask": "Demand that your lawmakers support legislation to ban facial recognition.",
        "text": f"<p>{words.LEAD}</p>",
        "button_label": "Sign the petition",
        "privacy_note": "The participating organizations run this campaign together; nobody else "
        "gets your data.",
        "consent_mode": ConsentMode.STATEMENT,
        "consent_statement": words.CONSENT,
        "signers_abroad": Abroad.HOME_ONLY,  # a statement is allowed nowhere else
        "confirm_by_mail": False,
        "show_from": 1,
        "goal_mode": GoalMode.MILESTONES,
        "letter_subject": "Please sponsor the moratorium on facial recognition",
        "letter_body": LETTER,
        "thanks_title": "Thank you for signing",
        "thanks_text": "Now tell your friends: most people sign because somebody they know did.",
        "share_text": "I signed the petition to ban facial recognition. Add your name:",
        "mail_from_name": "Ban Facial Recognition",
    }


def _local() -> dict[str, object]:
    return {
        "title": "Local and state-level efforts",
        "kind": PetitionKind.SIGNUP,
        "ask": "Help to ban facial recognition where you live.",
        "button_label": "Sign up",
        "privacy_note": "The participating organizations near you will write to you.",
        "consent_mode": ConsentMode.ASK,
        "signers_abroad": Abroad.HOME_ONLY,
        "confirm_by_mail": True,
        "goal_mode": GoalMode.NONE,
        "thanks_title": "Thank you for joining",
        "thanks_text": "Open the mail we have just sent you and confirm that it was you.",
        "share_text": "I signed up to ban facial recognition where I live. Join in:",
        "mail_from_name": "Ban Facial Recognition",
    }


def tell_where_it_lives(records: Records) -> None:
    """Share links and mails lead to the campaign page, once there is one."""
    waiting = Petition.objects.filter(slug__in=[PETITION, SIGNUP], page=None)
    for petition in waiting:
        petition.page_id = records.page_id
        petition.save(update_fields=["page", "updated_at"])
