from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from campaign_blocks.petition.models import (
    Consent,
    LinkWish,
    MailToken,
    OutboxMessage,
    Petition,
    Signature,
    Suppression,
)
from campaign_blocks.petition.models.choices import TokenPurpose
from campaign_blocks.petition.services.audit import audit
from campaign_blocks.petition.services.fresh_link import answer_wishes, wish_for_link
from campaign_blocks.petition.services.judge import judge
from campaign_blocks.petition.services.roll_up import roll_up
from tests.petition.factories import make_organization, make_petition, make_signature

pytestmark = pytest.mark.django_db


@pytest.fixture
def signature(petition):
    Petition.objects.update(ask_public=True)
    return make_signature(
        petition,
        email="ana@example.org",
        name="Ana Ruiz",
        city="Oakland",
        phone="+15105550123",
        comment="Because of my street",
        message="Dear senator",
        source="thanks-whatsapp",
        opt_in=True,
    )


def key(signature, purpose=TokenPurpose.MANAGE):
    row, raw = MailToken.make(signature.pk, purpose)
    row.save()
    return f"/my-signature/{raw}/"


def press(client, path, **data):
    return client.post(f"{path}change/", data)


def public_number():
    judge()
    roll_up()
    return Petition.objects.with_counts().get().confirmed


def test_page__tells_all_that_is_stored(signature, client):
    page = client.get(key(signature)).content.decode()
    for words in (
        "Ana Ruiz",
        "ana@example.org",
        "94110",
        "Oakland",
        "+15105550123",
        "Because of my street",
        "Dear senator",
        "thanks-whatsapp",
        "Yes, email me about this campaign",
        "Your name counts.",
    ):
        assert words in page


def test_page__belongs_to_one_person(signature, client):
    answer = client.get(key(signature))
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not answer.cookies
    assert b"noindex" in answer.content


def test_page__shows_all_signatures_of_the_mailbox_and_no_other(signature, client):
    make_signature(make_petition(title="Second one"), email="ANA+x@example.org")
    make_signature(make_petition(title="Somebody else's"), email="bo@example.org")
    page = client.get(key(signature)).content.decode()
    assert "Second one" in page
    assert "Somebody else" not in page


def test_page__lives_thirty_days(signature, client):
    path = key(signature)
    row = MailToken.objects.get()
    assert row.expires_at - timezone.now() < timedelta(days=30, seconds=1)
    MailToken.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert client.get(path).status_code == 404


def test_hide__takes_effect_and_needs_staff_again(signature, client):
    Signature.objects.update(public=True, shown_at=timezone.now())
    path = key(signature)
    answer = press(client, path, do="hide", signature=signature.pk)
    assert answer.status_code == 303
    signature.refresh_from_db()
    assert (signature.public, signature.shown_at) == (False, None)
    press(client, path, do="show", signature=signature.pk)
    signature.refresh_from_db()
    assert (signature.public, signature.shown_at) == (True, None)


def test_withdraw__campaign(signature, client):
    path = key(signature)
    for _ in range(3):
        press(client, path, do="withdraw", signature=signature.pk)
    assert not signature.campaign_mail
    given, back = Consent.objects.order_by("pk")
    assert (given.granted, back.granted, back.method) == (True, False, "withdrawn")
    assert "Take it back" not in client.get(path).content.decode()


def test_withdraw__one_organization_everywhere_and_no_other(petition, client):
    one, two = make_organization(name="One"), make_organization(name="Two")
    facts = {"email": "ana@example.org", "organization_opt_ins": {one.pk: True, two.pk: True}}
    first = make_signature(petition, **facts)
    second = make_signature(make_petition(), **facts)
    press(client, key(first), do="withdraw", organization=one.pk)
    for signature in (first, second):
        words = {row.organization_id: row.granted for row in signature.consents.order_by("pk")}
        assert (words[one.pk], words[two.pk]) == (False, True)


def test_stop__all_mail_of_the_mailbox(signature, client):
    elsewhere = make_signature(make_petition(), email="ana@example.org", opt_in=True)
    press(client, key(signature), do="stop")
    assert Suppression.objects.get().reason == "unsubscribed"
    assert not elsewhere.campaign_mail


@pytest.mark.parametrize("do", ["", "nonsense", "remove", "__class__"])
def test_change__unknown_word_changes_nothing(signature, client, do):
    path = key(signature)
    assert press(client, path, do=do, signature=signature.pk).status_code == 303
    assert Consent.objects.count() == 1


@pytest.mark.parametrize("do", ["show", "hide", "withdraw"])
@pytest.mark.parametrize("number", ["other", "-1", "1e9", "٣", "9" * 40, "", "\x00"])
def test_change__reaches_nobody_else(signature, client, do, number):
    other = make_signature(signature.petition, email="bo@example.org", opt_in=True, public=True)
    number = str(other.pk) if number == "other" else number
    press(client, key(signature), do=do, signature=number)
    other.refresh_from_db()
    assert other.public
    assert other.campaign_mail


def test_remove__first_press_says_what_happens(signature, client):
    page = client.get(f"{key(signature)}remove/?signature={signature.pk}").content.decode()
    assert "goes down by one" in page
    assert Signature.objects.exists()


@pytest.mark.parametrize("rolled_up", [True, False])
def test_remove__takes_the_signature_and_the_count(signature, client, rolled_up):
    make_signature(signature.petition)
    if rolled_up:
        assert public_number() == 2
    answer = client.post(f"{key(signature)}remove/", {"signature": signature.pk})
    assert "is removed" in answer.content.decode()
    assert not Signature.objects.filter(email="ana@example.org").exists()
    assert public_number() == 1
    assert [row.drift for row in audit()] == [0]


def test_remove__again_shows_the_neutral_page(signature, client):
    path = key(signature)
    client.post(f"{path}remove/", {"signature": signature.pk})
    again = client.post(f"{path}remove/", {"signature": signature.pk})
    assert again.status_code == 404
    assert public_number() == 0


def test_remove__the_link_goes_on_for_the_rest(signature, client):
    other = make_signature(make_petition(title="Second one"), email="ana@example.org")
    path = key(signature)
    client.post(f"{path}remove/", {"signature": signature.pk})
    page = client.get(path).content.decode()
    assert "Second one" in page
    assert Signature.objects.get() == other


def test_remove__somebody_elses_stays(signature, client):
    other = make_signature(signature.petition, email="bo@example.org")
    client.post(f"{key(signature)}remove/", {"signature": other.pk})
    assert Signature.objects.count() == 2


def test_remove__may_sign_again(signature, client, post):
    client.post(f"{key(signature)}remove/", {"signature": signature.pk})
    assert post(signature.petition, email="ana@example.org").status_code == 303
    assert Signature.objects.get().email == "ana@example.org"


def test_download__is_the_export_of_the_mailbox(signature, client):
    make_signature(make_petition(), email="ana+2@example.org")
    make_signature(signature.petition, email="bo@example.org")
    answer = client.get(f"{key(signature)}data.json")
    assert "attachment" in answer["Content-Disposition"]
    rows = answer.json()["signatures"]
    assert [row["email"] for row in rows] == ["ana@example.org", "ana+2@example.org"]


def test_page__query_count_is_fixed(signature, client, django_assert_num_queries):
    path = key(signature)
    client.get(path)
    with CaptureQueriesContext(connection) as alone:
        client.get(path)
    for _ in range(50):
        make_signature(make_petition(), email="ana@example.org", opt_in=True)
    with django_assert_num_queries(len(alone)):
        client.get(path)


def ask_for_link(client, email):
    with CaptureQueriesContext(connection) as asked:
        answer = client.post("/my-signature/", {"email": email})
    return answer, [one["sql"].split("VALUES")[0] for one in asked]


def test_fresh_link__known_and_unknown_answer_alike(signature, client):
    ask_for_link(client, "somebody@example.org")  # a process's first answer reads the site
    known, stored = ask_for_link(client, "ANA@example.org")
    unknown, as_much = ask_for_link(client, "nobody@example.org")
    assert known.status_code == unknown.status_code == 200
    assert known.content == unknown.content
    assert stored == as_much
    assert any("INSERT" in one for one in stored)


def test_fresh_link__is_one_a_day_whoever_asks(signature, client):
    newest = make_signature(make_petition(), email="ana+2@example.org")
    for _ in range(2):
        for email in ("ana@example.org", "ANA@example.org", "nobody@example.org"):
            ask_for_link(client, email)
        assert answer_wishes() == 2
    assert OutboxMessage.objects.get(kind="manage").signature == newest
    assert not LinkWish.objects.exists()


@pytest.mark.parametrize("change", [{"state": "erased"}, {"email": ""}])
def test_fresh_link__of_an_emptied_signature_is_none(signature, client, change):
    Signature.objects.update(**change)
    ask_for_link(client, "ana@example.org")
    assert answer_wishes() == 1
    assert not OutboxMessage.objects.filter(kind="manage").exists()


@pytest.mark.parametrize("number", [1, 50])
def test_fresh_link__worker_asks_as_often_for_many(
    signature, client, number, django_assert_num_queries
):
    for n in range(number):
        email = f"ana{n}@example.org"
        make_signature(signature.petition, email=email)
        wish_for_link(email=email)
    with django_assert_num_queries(7):
        answer_wishes()
    assert OutboxMessage.objects.filter(kind="manage").count() == number


def test_fresh_link__bad_address(client):
    answer = client.post("/my-signature/", {"email": "not an address"})
    assert answer.status_code == 422
    assert "name@example.com" in answer.content.decode()


def test_show__is_not_offered_where_nothing_could_be_shown(signature, client):
    type(signature.petition).objects.update(ask_public=True)
    path = key(signature)
    offer = 'value="show"'
    assert offer not in client.get(path).content.decode()
    Signature.objects.update(given_name="Ana", city="Oakland")
    assert offer in client.get(path).content.decode()
