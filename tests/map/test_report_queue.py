"""What staff do with reports, and the mail that follows."""

import smtplib
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from campaign_blocks.map.models import Place, Report
from campaign_blocks.map.reports import thanking
from campaign_blocks.map.reports.forgetting import forget_old
from campaign_blocks.map.services.reviewing import publish_places
from tests.map.factories import make_map, make_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def faces():
    return make_map()


@pytest.fixture
def report(faces):
    return Report.objects.create(
        map=faces,
        what="Cameras at the station",
        city="Oakland",
        area="CA",
        source_url="https://example.org/news",
        email="ana@example.org",
    )


def one(report):
    return reverse("map_reports:one", args=[report.pk])


def test_queue__lists_what_waits(editor_client, report):
    html = editor_client.get(reverse("map_reports:list")).content.decode()
    assert "Cameras at the station" in html and "Waits for you" in html
    assert "ana@example.org" not in html


def test_queue__becomes_a_place_in_review_with_its_citys_point(editor_client, report):
    answer = editor_client.post(one(report), {"make": ""})
    place = Place.objects.get()
    assert answer["Location"] == reverse("wagtailsnippets_map_place:edit", args=[place.pk])
    assert not place.live and (place.state, place.precision) == ("CA", "city")
    assert place.source_url == report.source_url and place.latitude is not None


def test_queue__dismissed_report_keeps_no_address(editor_client, report):
    editor_client.post(one(report), {"dismiss": ""})
    report.refresh_from_db()
    assert (report.state, report.email) == ("dismissed", "")


def test_queue__second_decision_is_refused(editor_client, report):
    editor_client.post(one(report), {"make": ""})
    answer = editor_client.post(one(report), {"dismiss": ""}, follow=True)
    assert "decided on this report already" in answer.content.decode()
    assert Place.objects.count() == 1


def test_queue__correction_leads_to_the_place(editor_client, faces, report):
    place = make_place(faces)
    Report.objects.update(about=place)
    editor_client.post(one(report), {"accept": ""})
    report.refresh_from_db()
    assert (report.state, report.place) == ("accepted", place)


def test_queue__is_closed_to_others(client, report, django_user_model):
    client.force_login(django_user_model.objects.create_user("x", "x@example.org", "pass-word-12"))
    assert client.get(one(report)).status_code in {302, 403}


def test_thanks__only_when_the_place_is_published_and_once(
    editor_client, report, mailoutbox, admin_user
):
    editor_client.post(one(report), {"make": ""})
    assert thanking.send_thanks() == 0 and not mailoutbox
    publish_places(places=Place.objects.all(), user=admin_user)
    assert thanking.send_thanks() == 1 and thanking.send_thanks() == 0
    (mail,) = mailoutbox
    assert mail.to == ["ana@example.org"]
    assert f"/map/places/{Place.objects.get().pk}/" in mail.body


def test_thanks__address_is_forgotten(editor_client, report, mailoutbox, admin_user):
    editor_client.post(one(report), {"make": ""})
    publish_places(places=Place.objects.all(), user=admin_user)
    thanking.send_thanks()
    report.refresh_from_db()
    assert report.email == "" and report.thanked_at


def test_thanks__refused_mail_waits_for_its_turn(faces, report, monkeypatch):
    report.state, report.place = "accepted", make_place(faces)
    report.save()

    def refuse(self, *args):
        raise smtplib.SMTPException

    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuse)
    assert thanking.send_thanks() == 0
    report.refresh_from_db()
    assert (report.attempts, report.email) == (1, "ana@example.org")
    assert report.next_attempt_at is not None


def test_forgetting__old_addresses_and_what_led_nowhere(faces, report):
    waiting = Report.objects.create(
        map=faces, what="x", source_url="https://e.org", email="b@e.org"
    )
    Report.objects.filter(pk=report.pk).update(state="dismissed", email="")
    Report.objects.update(created_at=timezone.now() - timedelta(days=200))
    forget_old()
    waiting.refresh_from_db()
    assert waiting.email == "" and Report.objects.count() == 1
