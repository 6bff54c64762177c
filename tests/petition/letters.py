"""Lawmakers and letters for tests: a finder that answers what a test says."""

import pytest

from campaign_blocks.kit.doors import Target
from campaign_blocks.petition.letters import finding
from campaign_blocks.petition.letters.queue import LetterWish, queue_letters
from campaign_blocks.petition.models import MailToken
from campaign_blocks.petition.services.judge import judge
from tests.petition.factories import make_petition, make_signature


def target(name, *, seat="Oregon", chamber="Senate", **values):
    facts = {"id": f"test:{name}", "title": "Sen.", "email": f"{name.lower()}@office.example"}
    return Target(**{**facts, "name": name, "seat": seat, "chamber": chamber, **values})


SENATORS = [target("Ada"), target("Bea")]
THIRD = target("Cy", seat="Oregon, 3rd district", chamber="House", title="Rep.")
FIFTH = target("Di", seat="Oregon, 5th district", chamber="House", title="Rep.")


class Finder:
    """Answers `people`, or fails with `error`; `asked` holds what it was asked."""

    def __init__(self, people):
        self.people, self.error, self.asked = people, None, []

    def __call__(self, *, postal_code, country):
        self.asked.append((postal_code, country))
        if self.error:
            raise self.error
        return [] if country != "US" else list(self.people)


@pytest.fixture
def finder(monkeypatch):
    found = Finder([*SENATORS, THIRD])
    monkeypatch.setattr(finding, "target_finders", lambda: [found])
    return found


def letter_petition(**values):
    facts = {"title": "Ban it", "slug": "ban-it", "letter_by_mail": True}
    return make_petition(
        **{
            **facts,
            "letter_subject": "Ban it now",
            "letter_body": "Dear Senator,\nban it.",
            **values,
        }
    )


def link(signature, purpose="confirm"):
    token, raw = MailToken.make(signature.pk, purpose)
    token.save()
    return f"/{purpose}/{raw}/"


def make_letters(petition, *targets, signers=1, **facts):
    """Letters of confirmed and judged signers, as the button makes them."""
    letters = []
    for _ in range(signers):
        signature = make_signature(petition, **facts)
        queue_letters(signature=signature, wish=LetterWish(targets=targets or SENATORS[:1]))
        letters += signature.letters.order_by("pk")
    judge()
    return letters
