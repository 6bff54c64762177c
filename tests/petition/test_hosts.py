"""Whatever host a request names: mails and redirects lead to us."""

import re

import pytest
from django.core import mail

from campaign_blocks.petition.services.deliver import Delivery
from campaign_blocks.petition.services.judge import judge
from tests.petition.factories import form_data, make_petition

OURS, EVIL = "campaign.example", "evil.example"
VARIANTS = {
    "host": {"host": EVIL},
    "host with port": {"host": f"{OURS}:8443"},
    "host with evil port": {"host": f"{OURS}:@{EVIL}"},
    "host with userinfo": {"host": f"{OURS}@{EVIL}"},
    "evil userinfo": {"host": f"{EVIL}@{OURS}"},
    "trailing dot": {"host": f"{OURS}."},
    "evil trailing dot": {"host": f"{EVIL}."},
    "subdomain": {"host": f"{OURS}.{EVIL}"},
    "suffix": {"host": f"{EVIL}#{OURS}"},
    "upper case": {"host": OURS.upper()},
    "two hosts": {"host": f"{OURS},{EVIL}"},  # as servers hand on a header that came twice
    "two hosts, the evil one first": {"host": f"{EVIL},{OURS}"},
    "forwarded host": {"x-forwarded-host": EVIL},
    "two forwarded hosts": {"x-forwarded-host": f"{EVIL}, {OURS}"},
    "forwarded proto": {"x-forwarded-proto": f"https://{EVIL}"},
    "forwarded port": {"x-forwarded-port": f"443@{EVIL}"},
    "forwarded": {"forwarded": f"host={EVIL};proto=https"},
    "x-host": {"x-host": EVIL},
    "original url": {"x-original-url": f"https://{EVIL}/", "x-rewrite-url": f"//{EVIL}/"},
    "forwarded server": {"x-forwarded-server": EVIL, "x-http-host-override": EVIL},
}


@pytest.fixture(autouse=True)
def ours(settings):
    settings.BASE_URL = f"https://{OURS}"
    settings.ALLOWED_HOSTS = [OURS, "localhost"]


@pytest.fixture
def petition(db):
    return make_petition(slug="ban-it", confirm_by_mail=True)


def sent():
    judge()
    while Delivery().run():
        pass
    return "".join(one.message().as_string() for one in mail.outbox)


@pytest.mark.parametrize("headers", VARIANTS.values(), ids=VARIANTS.keys())
def test_host__no_mail_and_no_redirect_leads_elsewhere(petition, client, headers):
    known = {"host": OURS, "origin": f"https://{OURS}", **headers}
    answer = client.post("/petitions/ban-it/sign/", form_data(petition), headers=known)
    text = sent()
    assert EVIL not in answer.get("Location", "")
    assert EVIL not in answer.content.decode()
    assert EVIL not in text
    assert set(re.findall(r"https?://([^/\s\"<>]+)", text)) <= {OURS}
    if answer.status_code == 303:
        assert text.count("/confirm/") >= 2


@pytest.mark.parametrize("headers", VARIANTS.values(), ids=VARIANTS.keys())
def test_host__pages_name_no_foreign_host(petition, client, headers):
    for path in ("/petitions/ban-it/", "/petitions/ban-it/thanks/", "/unsubscribe/x/"):
        answer = client.get(path, headers={"host": OURS, **headers})
        assert EVIL not in answer.content.decode()
        assert EVIL not in answer.get("Location", "")


@pytest.mark.parametrize("path", [f"//{EVIL}/petitions/ban-it", f"/http://{EVIL}/petitions/ban-it"])
def test_host__no_path_becomes_a_foreign_address(petition, client, path):
    answer = client.get("/", headers={"host": OURS}, PATH_INFO=path)
    assert not re.match(rf"(https?:)?//{EVIL}", answer.get("Location", ""))
    assert f"//{EVIL}" not in answer.content.decode()
