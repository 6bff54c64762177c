"""Many presses of one link at once, on the database itself."""

import pytest
from django.test import Client

from campaign_blocks.petition.models import Consent, MailToken, Signature
from campaign_blocks.petition.models.choices import TokenPurpose
from campaign_blocks.petition.services.audit import audit
from campaign_blocks.petition.services.judge import judge
from campaign_blocks.petition.services.roll_up import roll_up
from tests.petition.factories import make_petition, make_signature
from tests.petition.test_races import together

pytestmark = pytest.mark.usefixtures("real_transactions")


def mine(signature, name):
    row, raw = MailToken.make(signature.pk, TokenPurpose.MANAGE)
    row.save()
    return f"/my-signature/{raw}/{name}/"


def test_withdraw__is_noted_once():
    row = make_signature(make_petition(), opt_in=True)
    path, data = mine(row, "change"), {"do": "withdraw", "signature": row.pk}
    answers = together(lambda _n: Client().post(path, data), range(20))
    assert {one.status_code for one in answers} == {303}
    assert Consent.objects.filter(granted=False).count() == 1


def test_remove__counts_down_once():
    petition = make_petition()
    row, _other = make_signature(petition), make_signature(petition)
    judge()
    roll_up()
    path = mine(row, "remove")
    answers = together(lambda _n: Client().post(path, {"signature": row.pk}), range(20))
    assert {one.status_code for one in answers} <= {200, 302, 404}
    roll_up()
    petition.refresh_from_db()
    assert Signature.objects.count() == petition.count.confirmed == 1
    assert [one.drift for one in audit()] == [0]
