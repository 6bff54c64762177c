"""Staff see, and may take with them, exactly what a person agreed to."""

import csv
import hashlib
import io
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission

from campaign_blocks.petition.models import ExportLog, Signature
from campaign_blocks.petition.services.withdraw import withdraw
from tests.petition.factories import make_organization, make_petition, make_signature


@pytest.fixture
def signature(home_page):
    petition = make_petition(title="=Ban it", page=home_page)
    group = make_organization(name="Group X")
    return make_signature(
        petition,
        page_id=home_page.pk,
        partner_id=group.pk,
        opt_in=True,
        partner_opt_in=True,
    )


def take_back(signature):
    withdraw(signatures=Signature.objects.filter(pk=signature.pk), method="withdrawn")


def page_of(client, signature):
    return client.get(f"/admin/petition/signature/inspect/{signature.pk}/").content.decode()


def rows_of(client, signature):
    answer = client.post(f"/admin/petition/agreed/{signature.pk}.csv")
    return list(csv.DictReader(io.StringIO(answer.content.decode())))


def test_inspect__shows_words_proof_page_and_withdrawal(signature, editor_client):
    before = page_of(editor_client, signature)
    assert "“Yes, email me about this campaign”" in before
    assert signature.consents.first().text.sha256 in before
    assert "Campaign" in before
    take_back(signature)
    assert "Withdrew on the page of the signature" in page_of(editor_client, signature)


def test_file__has_a_row_for_every_event_and_the_words_match_their_digest(signature, editor_client):
    take_back(signature)
    rows = rows_of(editor_client, signature)
    assert [row["granted"] for row in rows] == ["True", "True", "False", "False"]
    assert [bool(row["withdrawn_at"]) for row in rows] == [True, True, False, False]
    for row in rows:
        words = f"{row['language']}\n{row['text']}".encode()
        assert hashlib.sha256(words).hexdigest() == row["sha256"]


def documented(beginning):
    """The command in the handbook that begins with these words, without its last word: the file."""
    handbook = (Path(settings.BASE_DIR) / "docs" / "operations.md").read_text()
    (line,) = re.findall(rf"^    ({beginning}.*)$", handbook, re.MULTILINE)
    return shlex.split(line)[1:-1]


def test_file__command_of_the_handbook_proves_the_words(signature, editor_client, tmp_path):
    answer = editor_client.post(f"/admin/petition/agreed/{signature.pk}.json")
    files = {"true.json": answer.content, "false.json": answer.content.replace(b"Yes", b"No")}
    found = []
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
        command = [sys.executable, *documented("python3 -c"), str(tmp_path / name)]
        ran = subprocess.run(command, capture_output=True, text=True, check=True)
        found.append(ran.stdout.split())
    assert found == [["True", "True"], ["False", "False"]]


def test_file__names_page_partner_and_method(signature, editor_client):
    first, second = rows_of(editor_client, signature)
    assert (first["page"], first["partner"], first["method"]) == ("Campaign", "Group X", "answer")
    assert (second["purpose"], second["organization"]) == ("partner_mail", "Group X")


def test_file__no_cell_is_a_formula(signature, editor_client):
    assert rows_of(editor_client, signature)[0]["petition"] == "'=Ban it"


def test_file__json_and_log(signature, editor_client):
    answer = editor_client.post(f"/admin/petition/agreed/{signature.pk}.json")
    assert len(answer.json()["agreed_to"]) == 2
    assert "no-store" in answer["Cache-Control"]
    log = ExportLog.objects.get()
    assert (log.username, log.filter) == ("editor", {"signature": signature.pk})


def test_file__is_fetched_by_pressing_alone(signature, editor_client):
    assert editor_client.get(f"/admin/petition/agreed/{signature.pk}.csv").status_code == 405


def test_file__needs_the_permission_to_export(signature, client, django_user_model):
    user = django_user_model.objects.create_user("reader", "r@example.org", "pass-word-12")
    names = ["access_admin", "view_signature"]
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(user)
    assert "Download as" not in page_of(client, signature)
    path = f"/admin/petition/agreed/{signature.pk}.csv"
    assert client.post(path).status_code in (302, 403)
    assert not ExportLog.objects.exists()
