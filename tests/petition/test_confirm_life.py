"""The seven days of a confirmation link, by the mail that brought it, and what comes after them."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from campaign_blocks.petition.models import CountDelta, Signature
from campaign_blocks.petition.services.deliver import Delivery
from campaign_blocks.petition.services.judge import judge
from tests.petition.factories import let_it_age, make_petition, token_for

pytestmark = pytest.mark.django_db
WEEK, HOUR = timedelta(days=7), timedelta(hours=1)


@pytest.fixture
def petition():
    return make_petition(confirm_by_mail=True, slug="ban")


@pytest.fixture(params=["pending", "suspect"])
def waits(request):
    """As it waits for the press: also who filled in the form too quickly is cleared by it."""
    return request.param


@pytest.fixture
def signed(petition, post, waits, time_machine):
    """Signs, and answers the path of the link in the mail that follows."""

    def sign():
        token = token_for(petition)
        if waits == "pending":
            time_machine.move_to(timezone.now() + timedelta(minutes=1))
        assert post(petition, form_token=token).status_code == 303
        judge()
        Delivery().run()
        return re.search(r"/confirm/[\w-]+/", mail.outbox[-1].body)[0]

    return sign


def state():
    return Signature.objects.get().state


def test_link__is_good_for_six_days_and_twenty_three_hours(signed, client, time_machine):
    path = signed()
    time_machine.move_to(timezone.now() + WEEK - HOUR)
    assert client.get(path).status_code == 200
    assert client.post(path).status_code == 302
    assert (state(), CountDelta.objects.count()) == ("confirmed", 1)


@pytest.mark.parametrize("method", ["get", "post"])
def test_link__is_refused_after_seven_days_and_says_how_to_get_another(
    signed, waits, client, time_machine, method
):
    path = signed()
    time_machine.move_to(timezone.now() + WEEK)
    answer = getattr(client, method)(path)
    page = answer.content.decode()
    assert answer.status_code == 404
    assert "please sign again: a new email follows" in page
    assert re.search(r'<a class="button" href="/">\s*To the campaign', page)
    assert (state(), CountDelta.objects.count()) == (waits, 0)


def test_link__a_new_one_comes_by_signing_again(signed, client, time_machine):
    old = signed()
    time_machine.move_to(timezone.now() + WEEK + HOUR)
    let_it_age(Signature.objects.get())  # PostgreSQL has a clock of its own
    fresh = signed()
    assert fresh != old
    assert client.post(old).status_code == 404
    assert client.post(fresh).status_code == 302
    assert (state(), Signature.objects.count(), CountDelta.objects.count()) == ("confirmed", 1, 1)
