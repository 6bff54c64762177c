import csv
import io
from datetime import timedelta

import openpyxl
import pytest
from django.contrib.auth.models import Group
from django.db import DatabaseError, transaction
from django.utils import timezone

from campaign_blocks.petition.exports.choosing import Choice, chosen
from campaign_blocks.petition.models import ExportLog, Signature
from campaign_blocks.petition.services.erase import erase_person
from tests.hostile.lists import entries
from tests.petition.exporting import PAGE, ask, body, rows
from tests.petition.factories import make_organization, make_petition, make_signature


def test_export__holds_the_proof_of_consent(officer, petition):
    acme = make_organization(name="Acme")
    signature = make_signature(petition, opt_in=True, partner_id=acme.pk, partner_opt_in=True)
    (row,) = rows(ask(officer, petition))
    campaign = signature.consents.get(organization=None)
    assert row["email"] == signature.email
    assert row["campaign_may_email"] == "yes"
    assert row["campaign_consent_text_sha256"] == campaign.text.sha256
    assert row["campaign_consent_at"] == campaign.created_at.isoformat(timespec="seconds")
    assert row["organizations_may_email"] == "Acme"
    assert signature.consents.get(organization=acme).text.sha256 in row["organizations_consent"]


def test_export__organization_gets_its_own_yes_people_alone(petition):
    acme, other = make_organization(), make_organization()
    yes = make_signature(petition, partner_id=acme.pk, partner_opt_in=True)
    make_signature(petition, partner_id=acme.pk, partner_opt_in=False)
    make_signature(petition, partner_id=other.pk, partner_opt_in=True, opt_in=True)
    left = make_signature(petition, partner_id=acme.pk, partner_opt_in=True)
    word = left.consents.get(organization=acme)
    word.pk, word.granted, word.method = None, False, "withdrawn"
    word.save()
    assert list(chosen(Choice(consent=str(acme.pk)))) == [yes]


@pytest.mark.parametrize(
    ("choice", "names"),
    [
        ({"state": "pending"}, {"Wai"}),
        ({"state": ""}, {"Ana", "Bo", "Old", "Wai"}),
        ({"source": "bluesky"}, {"Bo"}),
        ({"consent": "campaign"}, {"Ana"}),
        ({"since": "2026-01-01"}, {"Ana", "Bo"}),
        ({"until": "2025-12-31"}, {"Old"}),
    ],
)
def test_choice__narrows(db, choice, names):
    petition, waiting = make_petition(), make_petition(confirm_by_mail=True)
    make_signature(petition, name="Ana", opt_in=True)
    make_signature(petition, name="Bo", source="bluesky")
    make_signature(waiting, name="Wai")
    old = make_signature(petition, name="Old")
    now = timezone.now().replace(year=2026, month=2, day=1)
    Signature.objects.update(created_at=now)
    Signature.objects.filter(pk=old.pk).update(created_at=now.replace(year=2025))
    assert {row.name for row in chosen(Choice(**choice))} == names


def test_choice__erased_people_are_in_no_export(petition):
    make_signature(petition, email="ana@example.org")
    erase_person(email="ana@example.org")
    assert not chosen(Choice(state="")).exists()


def test_export__is_logged_and_the_log_can_not_be_changed(officer, petition):
    make_signature(petition)
    ask(officer, petition, reason="For the hearing")
    log = ExportLog.objects.get()
    assert (log.username, log.rows, log.reason) == ("officer", 1, "For the hearing")
    assert log.filter == {"petition": petition.pk, "state": "confirmed"}
    for change in (lambda: ExportLog.objects.update(rows=0), ExportLog.objects.all().delete):
        with pytest.raises(DatabaseError, match="only added to"), transaction.atomic():
            change()


def test_export__needs_a_reason(officer, petition):
    make_signature(petition)
    answer = ask(officer, petition, reason="")
    assert answer.status_code == 422
    assert not ExportLog.objects.exists()


def test_export__an_old_login_needs_the_password(officer, django_user_model, petition):
    make_signature(petition)
    django_user_model.objects.update(last_login=timezone.now() - timedelta(minutes=16))
    assert ask(officer, petition).status_code == 422
    assert ask(officer, petition, password="wrong").status_code == 422
    assert rows(ask(officer, petition, password="pass-word-12"))


def test_export__nobody_fits(officer, petition):
    answer = ask(officer, petition)
    assert answer.status_code == 422
    assert "Nobody fits this choice" in answer.content.decode()


@pytest.mark.parametrize(("kind", "mark"), [("csv", b"petition,"), ("csv_bom", b"\xef\xbb\xbfpet")])
def test_export__byte_order_mark_by_choice(officer, petition, kind, mark):
    make_signature(petition)
    assert body(ask(officer, petition, format=kind)).startswith(mark)


def hostile_cells():
    """Two hundred: every dangerous beginning before every kind of formula."""
    tails = ("1+1", "SUM(A1)", 'HYPERLINK("http://evil.example";"x")', "cmd|' /C calc'!A0")
    leads = [*(entry for entry in entries("formulas.txt") if entry.strip()), "\x07=", " \x0b="]
    made = entries("formulas.txt") + [lead + tail for lead in leads for tail in tails]
    return made + [f"{mark}{n}+1" for mark in "=+-@" for n in range(24)]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_export__no_cell_is_a_formula(officer, petition, kind):
    cells = [cell.replace("\0", "\x01") for cell in hostile_cells()]  # PostgreSQL holds no NUL
    assert len(cells) >= 200
    make_signature(petition)
    first = Signature.objects.get()
    for number, cell in enumerate(cells):
        first.pk, first.fingerprint, first.message = None, b"%032d" % number, cell
        first.save(force_insert=True)
    file = body(ask(officer, petition, format=kind))
    if kind == "csv":
        found = [row["message"] for row in csv.DictReader(io.StringIO(file.decode()))][1:]
    else:
        sheet = openpyxl.load_workbook(io.BytesIO(file)).active
        assert not [c for row in sheet.iter_rows() for c in row if c.data_type == "f"]
        column = [cell.value for cell in sheet[1]].index("message") + 1
        found = [sheet.cell(row, column).value for row in range(3, sheet.max_row + 1)]
    assert len(found) == len(cells)
    assert not [cell for cell in found if not str(cell).startswith("'")]


@pytest.mark.parametrize("total", [1, 50])
def test_export__queries_do_not_grow(officer, petition, django_assert_max_num_queries, total):
    for _ in range(total):
        make_signature(petition)
    with django_assert_max_num_queries(24):
        rows(ask(officer, petition))


def test_page__is_for_who_may_export(client, django_user_model, petition):
    user = django_user_model.objects.create_user("staff", "s@example.org", "pass-word-12")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    assert client.get(PAGE).status_code == 302
    assert ask(client, petition).status_code == 302
    assert not ExportLog.objects.exists()


def test_dashboard__shows_large_exports_to_who_may_export(officer, editor_client, petition):
    ExportLog.objects.create(
        export="00000000-0000-0000-0000-000000000001",
        event="made",
        username="officer",
        format="csv",
        rows=20_000,
        reason="For the hearing",
    )
    assert "officer exported 20,000 signatures" in editor_client.get("/admin/").content.decode()
