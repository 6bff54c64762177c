"""How a test asks for an export and reads it."""

import csv
import io

from django.contrib.auth.models import Permission

from campaign_blocks.petition.exports.making import Making

PAGE = "/admin/petitions/export/"


def staff(model, name, *codenames):
    user = model.objects.create_user(name, f"{name}@example.org", "pass-word-12")
    names = ["access_admin", *codenames]
    user.user_permissions.add(*Permission.objects.filter(codename__in=names))
    return user


def ask(client, petition=None, **values):
    data = {"format": "csv", "state": "confirmed", "reason": "Delivery", **values}
    return client.post(PAGE, {"petition": petition.pk if petition else "", **data})


def body(answer):
    assert answer.status_code == 200, answer.context["form"].errors
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def rows(answer):
    return list(csv.DictReader(io.StringIO(body(answer).decode("utf-8-sig"))))


def run_all():
    step = Making()
    for _ in range(50):
        if not step.run():
            return
    raise AssertionError("the step never ends")
