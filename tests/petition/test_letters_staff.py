"""The letters' pages in the admin: numbers, decisions, and deliveries on paper."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from campaign_blocks.petition.letters.decide import DECISIONS, decide
from campaign_blocks.petition.models import HandOver, Letter, LetterRecipient, Petition, Signature
from tests.petition.letters import SENATORS, letter_petition, make_letters

HOME = "/admin/letters/"


@pytest.fixture
def moderator(client, django_user_model, db):
    user = django_user_model.objects.create_user("mo", "mo@example.org", "pass-word-12")
    user.groups.add(Group.objects.get(name="Moderators"))
    client.force_login(user)
    return client


@pytest.fixture
def petition(db):
    return letter_petition()


def path(petition, rest=""):
    return f"{HOME}{petition.pk}/{rest}"


def to(recipient, rest=""):
    return path(recipient.petition, f"to/{recipient.pk}/{rest}")


def on_paper(petition, **facts):
    letters = make_letters(petition, SENATORS[0], **facts)
    Letter.objects.update(channel="print", next_attempt_at=None)
    return letters


def states():
    return sorted(Letter.objects.values_list("state", flat=True))


def ask(client, recipient, **values):
    data = {"form": "csv", "scope": "pile", "reason": "For the meeting", **values}
    return client.post(to(recipient, "download/"), data)


def download(client, recipient, form="csv", scope="pile"):
    answer = ask(client, recipient, form=form, scope=scope)
    assert answer.status_code == 200
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def table(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_index__shows_where_letters_are_and_what_is_missing(moderator, petition):
    make_letters(petition, *SENATORS, signers=2)
    Letter.objects.filter(pk=Letter.objects.first().pk).update(state="unknown")
    page = moderator.get(HOME).content.decode()
    assert "Ban it" in page
    assert "Needs a vendor contract with the House and the Senate" in page
    assert "<strong>1</strong>" in page


@pytest.mark.parametrize("rows", [1, 50])
def test_index__queries_do_not_grow(moderator, django_assert_max_num_queries, rows):
    for n in range(rows):
        make_letters(letter_petition(slug=f"p{n}"), SENATORS[0])
    moderator.get(HOME)  # the first visit of a process asks for permissions, too
    with django_assert_max_num_queries(20):
        moderator.get(HOME)


@pytest.mark.parametrize("rows", [1, 50])
@pytest.mark.parametrize("page", ["", "list/"])
def test_lists__queries_do_not_grow(moderator, petition, django_assert_max_num_queries, rows, page):
    make_letters(petition, *SENATORS, signers=rows, message="My own words here.")
    moderator.get(HOME)
    with django_assert_max_num_queries(22):
        assert moderator.get(path(petition, page)).status_code == 200


def test_in_doubt__is_told_on_the_petition_s_page(moderator, petition):
    make_letters(petition, SENATORS[0])
    Letter.objects.update(state="unknown")
    page = moderator.get(path(petition)).content.decode()
    assert "1 letter may have arrived" in page
    assert "state=unknown" in page


@pytest.mark.parametrize("page", ["", "1/", "1/list/", "1/to/1/"])
def test_pages__are_for_those_who_may_see_letters(client, django_user_model, petition, page):
    make_letters(petition, SENATORS[0], name="Canary")
    user = django_user_model.objects.create_user("ed", "ed@example.org", "pass-word-12")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    page = page.replace("1/", f"{petition.pk}/", 1)
    assert "Canary" not in client.get(HOME + page, follow=True).content.decode()


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("again", "failed", "queued"),
        ("again", "unknown", "queued"),
        ("again", "sent", "sent"),
        ("again", "sending", "sending"),
        ("arrived", "unknown", "sent"),
        ("arrived", "failed", "failed"),
        ("hold", "queued", "held"),
        ("release", "held", "queued"),
        ("pile", "failed", "queued"),
        ("pile", "unknown", "unknown"),
    ],
)
def test_decision__moves_only_what_it_fits(moderator, petition, name, before, after):
    letter = make_letters(petition, SENATORS[0])[0]
    Letter.objects.update(state=before, sent_at=timezone.now() if before == "sent" else None)
    moderator.post(path(petition, "list/"), {"letter": letter.pk, "decision": name})
    assert states() == [after]
    assert (Letter.objects.get().channel == "print") == (name == "pile" and after == "queued")


def test_decision__only_the_ticked_ones(moderator, petition):
    letters = make_letters(petition, *SENATORS, signers=2)
    data = {"letter": [letters[0].pk, letters[1].pk], "decision": "hold"}
    moderator.post(path(petition, "list/"), data)
    assert states() == ["held", "held", "queued", "queued"]


def test_decision__all_that_the_filter_shows(moderator, petition):
    letters = make_letters(petition, *SENATORS, signers=2)
    data = {"to": letters[0].recipient_id, "everything": "yes", "decision": "hold"}
    answer = moderator.post(path(petition, "list/"), data)
    assert states() == ["held", "held", "queued", "queued"]
    assert answer["Location"].endswith(f"?to={letters[0].recipient_id}")


@pytest.mark.parametrize("data", [{"decision": "nonsense"}, {}, {"decision": "hold"}])
def test_decision__without_choice_changes_nothing(moderator, petition, data):
    make_letters(petition, *SENATORS)
    moderator.post(path(petition, "list/"), data)
    assert states() == ["queued", "queued"]


def test_decision__letters_of_another_petition_stay(moderator, petition):
    other = make_letters(letter_petition(slug="other"), SENATORS[0])[0]
    moderator.post(path(petition, "list/"), {"letter": other.pk, "decision": "hold"})
    assert states() == ["queued"]


def test_decision__is_logged_with_who(moderator, petition):
    from wagtail.models import ModelLogEntry

    make_letters(petition, SENATORS[0])
    moderator.post(path(petition, "list/"), {"everything": "yes", "decision": "hold"})
    entry = ModelLogEntry.objects.get(action="petition.letters")
    assert (entry.user.username, entry.data) == ("mo", {"decision": "hold", "letters": 1})


def test_decide__looks_at_the_state_again(petition):
    letters = make_letters(petition, SENATORS[0])
    rows = Letter.objects.filter(pk=letters[0].pk)
    Letter.objects.update(state="sending")
    assert [decide(name=name, letters=rows) for name in DECISIONS] == [0] * len(DECISIONS)


def test_pause__by_a_press_and_back(moderator, petition):
    for word in ("yes", "no"):
        moderator.post(path(petition, "pause/"), {"paused": word})
        assert Petition.objects.get().letters_paused == (word == "yes")


@pytest.mark.parametrize("rest", ["pause/", "to/{}/download/"])
def test_changes__need_a_press(moderator, petition, rest):
    on_paper(petition)
    recipient = LetterRecipient.objects.get()
    assert moderator.get(path(petition, rest.format(recipient.pk))).status_code in (302, 405)
    assert not HandOver.objects.exists()


def test_download__holds_names_and_places_but_no_address(moderator, petition):
    on_paper(petition, name="Ana Ruiz", email="ana@example.org", postal_code="97214")
    rows = table(download(moderator, LetterRecipient.objects.get()))
    assert rows[1][:2] == ["Ana Ruiz", "97214"]
    assert "@" not in str(rows)


def test_download__own_words_are_in_it(moderator, petition):
    on_paper(petition, message="=1+1 my own words")
    row = table(download(moderator, LetterRecipient.objects.get()))[1]
    assert row[2] == "'=1+1 my own words"


def test_download__is_noted_with_who_and_how_many(moderator, petition):
    on_paper(petition, signers=3)
    download(moderator, LetterRecipient.objects.get())
    noted = HandOver.objects.get()
    assert (noted.rows, noted.downloaded_by.username, noted.form) == (3, "mo", "csv")
    assert "3 names" in moderator.get(to(noted.recipient)).content.decode()


def test_download__needs_the_permission_to_export(moderator, petition):
    on_paper(petition)
    Group.objects.get(name="Moderators").permissions.filter(codename="export_signature").delete()
    recipient = LetterRecipient.objects.get()
    assert "Download PDF" not in moderator.get(to(recipient)).content.decode()
    ask(moderator, recipient)
    assert not HandOver.objects.exists()


def test_download__leaves_out_who_was_taken_out(moderator, petition):
    letters = on_paper(petition, signers=3)
    Signature.objects.filter(pk=letters[0].signature_id).update(state="invalidated")
    Letter.objects.filter(pk=letters[1].pk).update(state="held")
    assert len(table(download(moderator, LetterRecipient.objects.get()))) == 2


def test_download__everyone_is_also_who_wrote_by_another_way(moderator, petition):
    letters = on_paper(petition, signers=3)
    Letter.objects.filter(pk=letters[0].pk).update(
        channel="email", state="sent", sent_at=timezone.now()
    )
    recipient = LetterRecipient.objects.get()
    assert len(table(download(moderator, recipient, scope="pile"))) == 3
    assert len(table(download(moderator, recipient, scope="all"))) == 4


def test_download__pdf_opens_and_is_private(moderator, petition):
    on_paper(petition, signers=2)
    recipient = LetterRecipient.objects.get()
    answer = ask(moderator, recipient, form="pdf")
    assert answer.content.startswith(b"%PDF-")
    assert "no-store" in answer["Cache-Control"]
    assert answer["Content-Disposition"] == 'attachment; filename="ban-it-ada.pdf"'


@pytest.mark.parametrize("data", [{"form": "exe"}, {"form": ""}, {"scope": "x"}, {"scope": ""}])
def test_download__of_no_known_form_is_none(moderator, petition, data):
    on_paper(petition)
    assert ask(moderator, LetterRecipient.objects.get(), **data).status_code == 422
    assert not HandOver.objects.exists()


def mark(client, noted, **data):
    return client.post(f"{HOME}download/{noted.pk}/mark/", data, follow=True)


def test_hand_over__marks_what_was_downloaded_and_nothing_since(moderator, petition):
    on_paper(petition, signers=2)
    download(moderator, LetterRecipient.objects.get())
    on_paper(petition)
    noted = HandOver.objects.get()
    page = mark(moderator, noted, on=f"{timezone.localdate():%Y-%m-%d}").content.decode()
    assert states() == ["handed_over", "handed_over", "queued"]
    noted.refresh_from_db()
    assert (noted.handed_over_on, noted.marked_by.username) == (timezone.localdate(), "mo")
    assert "2 letters are marked as handed over" in page
    assert len(table(download(moderator, noted.recipient))) == 2


def test_hand_over__can_be_taken_back(moderator, petition):
    on_paper(petition)
    download(moderator, LetterRecipient.objects.get())
    noted = HandOver.objects.get()
    mark(moderator, noted, on=f"{timezone.localdate():%Y-%m-%d}")
    mark(moderator, noted, undo="yes")
    assert states() == ["queued"]
    assert HandOver.objects.get().handed_over_on is None


@pytest.mark.parametrize(
    "day", ["", "nonsense", "2020-01-01", f"{date.today() + timedelta(days=2):%Y-%m-%d}"]
)
def test_hand_over__needs_a_day_that_can_be(moderator, petition, day):
    on_paper(petition)
    download(moderator, LetterRecipient.objects.get())
    page = mark(moderator, HandOver.objects.get(), on=day).content.decode()
    assert states() == ["queued"]
    assert "Enter " in page


def test_part__of_somebody_else_s_download_is_not_found(moderator, petition, django_user_model):
    on_paper(petition)
    download(moderator, LetterRecipient.objects.get(), form="pdf")
    noted = HandOver.objects.get()
    assert moderator.post(f"{HOME}download/{noted.pk}/1/").status_code == 200
    HandOver.objects.update(downloaded_by=django_user_model.objects.create_superuser("x"))
    assert moderator.post(f"{HOME}download/{noted.pk}/1/").status_code == 404


def test_menu__letters_stand_beside_the_petitions(moderator, petition):
    assert 'href="/admin/letters/"' in moderator.get("/admin/").content.decode().replace(
        "&quot;", '"'
    ).replace('"url": "/admin/letters/"', 'href="/admin/letters/"')
