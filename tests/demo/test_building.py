from unittest.mock import patch

import pytest
from django.contrib.auth import authenticate
from django.test import override_settings
from wagtail.models import Page, Site

from campaign_blocks.organizations.models import Organization
from campaign_blocks.petition.models import Consent, Petition, Signature
from campaign_blocks.petition.models.choices import ConsentMode
from home.demo.build import Demo, OtherSite, demo_is_wanted
from home.demo.site import demo_home
from home.models import HomePage
from scoreboard.models import Legislator, Stance
from tests.demo.building import DemoTestCase, build

ROSTER = (
    "bioguide,given_name,family_name,full_name,party,chamber,state,district,x,website,phone,"
    "contact_form\nM000133,Ed,Markey,Edward J. Markey,D,senate,MA,,SenMarkey,,,\n"
)


class Built(DemoTestCase):
    def test_demo__is_not_wanted_twice(self):
        assert not demo_is_wanted()

    def test_demo__twice_changes_nothing(self):
        revisions = demo_home().revisions.count()
        again = build()
        assert again.made == () and again.logins == ()
        assert demo_home().revisions.count() == revisions

    def test_demo__leaves_what_editors_changed(self):
        Organization.objects.filter(slug="mijente").update(name="Mijente!")
        home = demo_home()
        home.title = "Ban it now"
        home.save_revision().publish()
        assert build().made == ()
        assert Organization.objects.get(slug="mijente").name == "Mijente!"
        assert demo_home().title == "Ban it now"

    def test_demo__makes_again_what_was_deleted(self):
        Organization.objects.get(slug="x-lab").delete()
        assert build().made == ("organization X-Lab",)

    def test_demo__is_the_default_site(self):
        assert Site.objects.get(is_default_site=True).root_page.specific == demo_home()
        assert not Page.objects.filter(title__startswith="Welcome").exists()

    def test_demo__petition_counts_at_once_and_keeps_the_statement(self):
        petition = Petition.objects.get(slug="ban-facial-recognition")
        assert not petition.confirm_by_mail
        assert petition.consent_mode == ConsentMode.STATEMENT
        assert petition.page_id == demo_home().pk

    def test_demo__roster_and_stances(self):
        assert Legislator.objects.filter(chamber__slug="senate").count() == 100
        assert Stance.objects.filter(position="sponsoring").count() == 15
        assert Stance.objects.filter(role="sponsor").count() == 2

    def test_demo__logins_open_the_admin(self):
        for name, password in self.demo.logins:
            user = authenticate(username=name, password=password)
            assert user.has_perm("wagtailadmin.access_admin")
        assert [name for name, _ in self.demo.logins] == ["editor", "moderator"]

    def test_demo__editor_does_not_see_signatures_or_settings(self):
        editor, moderator = (authenticate(username=n, password=p) for n, p in self.demo.logins)
        for right in ("petition.view_signature", "home.change_sitesettings"):
            assert not editor.has_perm(right) and moderator.has_perm(right)
        assert editor.has_perm("petition.change_petition")

    def test_demo__moderator_publishes_and_editor_drafts(self):
        editor, moderator = (authenticate(username=n, password=p) for n, p in self.demo.logins)
        home = demo_home()
        assert not home.permissions_for_user(editor).can_publish()
        assert home.permissions_for_user(editor).can_edit()
        assert home.permissions_for_user(moderator).can_publish()

    def test_reset__begins_afresh_and_keeps_what_others_made(self):
        other = Organization.objects.create(name="Another", slug="another")
        petition = Petition.objects.get(slug="ban-facial-recognition")
        signed = Signature.objects.create(
            petition=petition, fingerprint=b"1", state="confirmed", created_at=petition.created_at
        )
        home, made = demo_home().pk, len(self.demo.made)
        assert len(build(reset=True).made) == made
        assert demo_home().pk != home
        assert not Signature.objects.filter(pk=signed.pk).exists() and not Consent.objects.exists()
        assert Organization.objects.filter(pk=other.pk).exists()

    def test_reset__site_answers_again(self):
        build(reset=True)
        assert "Participating Organizations" in self.client.get("/").text


@pytest.mark.django_db
def test_demo__refuses_a_database_with_another_site(home_page):
    with pytest.raises(OtherSite):
        build()
    with pytest.raises(OtherSite):
        build(reset=True)
    assert list(HomePage.objects.all()) == [home_page] and not Organization.objects.exists()


@pytest.mark.django_db
@override_settings(DEMO_PASSWORD="from the environment")
def test_demo__password_from_the_settings():
    assert {word for _, word in build().logins} == {"from the environment"}


@pytest.mark.django_db
@override_settings(DEMO_PASSWORD="")
def test_demo__random_passwords_differ():
    first, second = (word for _, word in build().logins)
    assert first != second and len(first) >= 12


@pytest.mark.django_db
def test_demo__another_roster(tmp_path):
    roster = tmp_path / "roster.csv"
    roster.write_text(ROSTER)
    build(legislators=str(roster))
    assert [person.full_name for person in Legislator.objects.all()] == ["Edward J. Markey"]
    assert Stance.objects.count() == 1


@pytest.mark.django_db
def test_planned__names_everything_and_writes_nothing():
    with patch("home.demo.library.draw", side_effect=AssertionError):
        wanted = Demo.planned()
    assert {"organization mijente", "petition local-efforts", "legislator Elizabeth Warren"} <= set(
        wanted
    )
    assert demo_is_wanted() and not Legislator.objects.exists()
