"""Every word that can be said to each of the 537 members of June 2020, in every stance."""

import re
from urllib.parse import unquote

import pytest

from scoreboard.actions import offer
from scoreboard.imports.gather import gather
from scoreboard.imports.writer import write_roster
from scoreboard.limits import LIMITS
from scoreboard.models import Legislator
from scoreboard.positions import FRIENDS, Channel, Position
from scoreboard.script_checks import script_problems
from scoreboard.scripts import Addressee, write_words
from tests.scoreboard.factories import make_bill

pytestmark = pytest.mark.django_db
TITLE = "Facial Recognition and Biometric Technology Moratorium Act of 2020"


def addressee(person, bill):
    return Addressee(
        person.short_title,
        person.family_name,
        bill.name_in(person.chamber_id),
        person.x_handle,
        person.bluesky,
        person.mastodon,
    )


@pytest.fixture
def everybody(shared_data):
    write_roster(gather([str(shared_data / "us-legislators" / "2020-06-21")]))
    return make_bill(title=TITLE), list(Legislator.objects.select_related("chamber"))


def test_words__fit_everybody_in_every_stance_and_channel(everybody):
    bill, people = everybody
    assert len(people) == 537
    for person in people:
        for position in Position.values:
            words = write_words(bill, position, addressee(person, bill))
            for channel, text in words.texts.items():
                assert LIMITS[channel].length(text) <= LIMITS[channel].most
                assert ("thank" in text.lower()) == (position in FRIENDS)
                asks = re.search(r"please sponsor|ask you to|to sponsor", text.lower())
                assert bool(asks) == (position not in FRIENDS)
                assert "{" not in text and "}" not in text


def test_words__links_carry_the_very_text_and_phones_can_be_dialled(everybody):
    bill, people = everybody
    for person in people:
        words = write_words(bill, "not_sponsoring", addressee(person, bill))
        actions = offer(person, words, "S.4084")
        assert re.fullmatch(r"tel:\+1\d{10}", actions.call.url)
        for action in actions.offered:
            assert action.left >= 0
            if "text=" in action.url:
                assert unquote(action.url.partition("text=")[2]) == action.text


def test_words__the_standard_texts_pass_the_checks_for_everybody(everybody):
    bill, _people = everybody
    assert script_problems(bill) == {}


def test_words__every_channel_and_stance_is_covered():
    assert len(Channel.values) * len(Position.values) == 28
