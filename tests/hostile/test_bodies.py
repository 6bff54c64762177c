"""Bodies that are no form of ours: 4xx, never an error of the server."""

import pytest

from campaign_blocks.petition.models import Signature
from tests.petition.factories import form_data, make_petition

FORM = "application/x-www-form-urlencoded"
BODIES = [
    (FORM, b""),
    (FORM, b"&&&=&"),
    (FORM, b"name=%ff%fe&email=%c0%af"),
    (FORM, b"name=%00&email=%00"),
    (FORM, b"name[]=a&email[x]=b"),
    (FORM, b"name=a" * 200_000),
    (FORM, b"&".join(b"f%d=1" % n for n in range(5000))),
    (FORM + "; charset=utf-16", "name=a".encode("utf-16")),
    (FORM + "; charset=nonsense", b"name=a"),
    ("application/json", b'{"name": "a"}'),
    ("application/json", b"[" * 50_000),
    ("text/plain", b"name=a"),
    ("multipart/form-data", b"--x"),
    ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name="),
    ("multipart/form-data; boundary=" + "x" * 300, b"--x"),
    ("", b"name=a"),
]


@pytest.mark.parametrize(("content_type", "body"), BODIES, ids=range(len(BODIES)))
def test_sign__body_is_no_form(client, db, content_type, body):
    petition = make_petition()
    answer = client.generic(
        "POST",
        f"/petitions/{petition.slug}/sign/",
        body,
        content_type=content_type,
        headers={"origin": "http://testserver"},
    )
    assert 400 <= answer.status_code < 500
    assert not Signature.objects.exists()


@pytest.mark.parametrize("field", ["name", "email", "postal_code", "opt_in"])
def test_sign__two_answers_to_one_question(client, db, field):
    petition = make_petition()
    data = form_data(petition)
    data[field] = [data[field], data[field]]
    answer = client.post(
        f"/petitions/{petition.slug}/sign/", data, headers={"origin": "http://testserver"}
    )
    assert answer.status_code == 422
    assert field in answer.context["panel"].form.errors
    assert not Signature.objects.exists()
