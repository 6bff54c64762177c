"""The ways a signer's words take through the house, each as a browser or the worker goes them."""

import re
from datetime import timedelta
from importlib import import_module

from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from campaign_blocks.petition.exports.making import Making
from campaign_blocks.petition.models import (
    Export,
    LetterRecipient,
    OutboxMessage,
    Signature,
    Update,
)
from campaign_blocks.petition.services.deliver import Delivery
from campaign_blocks.petition.services.judge import judge
from campaign_blocks.petition.services.roll_up import roll_up
from campaign_blocks.petition.services.updates import fill_outbox, queue_update
from tests.petition.canary.searching import FACTS, MACHINE
from tests.petition.factories import form_data

ASKED = {
    "confirm_by_mail": True,
    "phone_mode": "optional",
    "phone_reason": "We text you once.",
    "comment_mode": "optional",
    "ask_public": True,
    "letter_body": "Please vote for it.",
}
LINK = re.compile(r"http://[^/\s]+(/(confirm|my-signature|letter|unsubscribe)/[\w-]+/)")


class Visitor:
    """A browser that notes every address it was sent to."""

    def __init__(self, client):
        self.client, self.addresses = client, []
        client.raise_request_exception = False

    def __call__(self, method, path, data=None, **headers):
        facts = {"HTTP_ORIGIN": "http://testserver", **MACHINE, **headers}
        answer = getattr(self.client, method)(path, data or {}, **facts)
        self.addresses += [path, answer.get("Location", "")]
        if "html" in answer.get("Content-Type", ""):
            self.addresses += re.findall(r'(?:href|action|src)="([^"]*)"', answer.content.decode())
        return answer


def filled(petition, **values):
    typed = {**FACTS, "phone": "(415) 555-0199", "postal_code": "94110", "public": "yes"}
    return form_data(petition, **{**typed, "opt_in": "yes", **values})


def sign(visit, petition):
    path = f"/petitions/{petition.slug}/sign/"
    assert visit("post", path, filled(petition, postal_code="nonsense")).status_code == 422
    assert (
        visit("post", path, filled(petition), HTTP_ORIGIN="https://evil.example").status_code == 403
    )
    assert visit("post", path, filled(petition, message="x" * 200_000)).status_code in (413, 422)
    assert visit("post", path, filled(petition, form_token="old")).status_code == 422
    for _twice in range(2):
        assert visit("post", path, filled(petition)).status_code == 303


def break_down(visit, petition, monkeypatch):
    """The service fails with the person's own words in its hands."""

    def fail(*, signer, **kwargs):
        raise RuntimeError("the database is gone")

    with monkeypatch.context() as patched:
        patched.setattr(import_module("campaign_blocks.petition.views.sign"), "sign_petition", fail)
        answer = visit("post", f"/petitions/{petition.slug}/sign/", filled(petition))
    assert answer.status_code >= 500


def work():
    for _ in range(5):
        judge()
        roll_up()
        fill_outbox()
        OutboxMessage.objects.filter(state="queued").update(next_attempt_at=timezone.now())
        Delivery().run()


def links():
    """Of the newest mails first."""
    return {kind: path for one in mail.outbox for path, kind in LINK.findall(one.body)}


def confirm(visit):
    path = links()["confirm"]
    visit("get", path)
    assert visit("post", path, {"send": "no"}).status_code == 302
    work()


def look_after_it(visit):
    path, pk = links()["my-signature"], Signature.objects.get().pk
    assert FACTS["comment"] in visit("get", path).content.decode()
    for do in ("hide", "show"):
        visit("post", f"{path}change/", {"do": do, "signature": pk})
    visit("get", f"{path}data.json")
    visit("get", f"{path}remove/?signature={pk}")
    visit("post", "/my-signature/", {"email": FACTS["email"]})
    visit("get", "/my-signature/guess/")
    work()


def write_to_lawmakers(petition):
    from campaign_blocks.petition.letters.queue import text_for
    from campaign_blocks.petition.models import Letter

    recipient = LetterRecipient.objects.create(
        petition=petition, target="t1", name="Ron Wyden", next_letter_at=timezone.now()
    )
    Letter.objects.create(
        signature=Signature.objects.get(),
        recipient=recipient,
        text=text_for(petition, FACTS["message"]),
        channel="print",
        state="handed_over",
        created_at=timezone.now(),
        sent_at=timezone.now(),
    )


def send_an_update(petition):
    update = Update.objects.create(petition=petition, subject="News", text="We won.")
    Update.objects.update(tried=update.digest)
    queue_update(update_id=update.pk, expected=1)
    Update.objects.update(filled_at=timezone.now() - timedelta(seconds=30))
    work()


def use_the_admin(client, user):
    client.force_login(user)
    pk = Signature.objects.get().pk
    assert FACTS["name"] in client.get("/admin/petition/signature/").content.decode()
    client.get("/admin/petition/signature/", {"q": FACTS["name"]}, **MACHINE)
    client.get(f"/admin/petition/signature/inspect/{pk}/", **MACHINE)
    client.get("/admin/", **MACHINE)


def make_a_file(user):
    Export.objects.create(user=user, format="csv", reason="x", filter={}, last_pk=10**9)
    making = Making()
    while making.run():
        pass


def report_a_place(visit):
    from campaign_blocks.kit.public_forms.token import PublicToken
    from tests.map.factories import make_map

    token = PublicToken(purpose=f"map.report:{make_map().pk}:0").sign()
    said = {"what": "Cameras at the station", "city": "Oakland", "area": "CA"}
    said |= {"source_url": "https://example.org/news", "form_token": token}
    refused = visit("post", "/map/report/", {**said, "email": FACTS["email"], "what": ""})
    assert refused.status_code == 422
    answer = visit("post", "/map/report/", {**said, "email": f" {FACTS['email'].upper()} "})
    assert answer.status_code == 303
    visit("get", "/map/report/thanks/")


def look_at_the_queue(client):
    from django.urls import reverse

    from campaign_blocks.map.models import Report

    assert client.get(reverse("map_reports:list")).status_code == 200
    client.get(reverse("map_reports:one", args=[Report.objects.get().pk]), **MACHINE)


def ask_for_it(capsys):
    call_command("export_person", FACTS["email"])
    told = capsys.readouterr().out
    assert FACTS["name"] in told and "Cameras at the station" in told
