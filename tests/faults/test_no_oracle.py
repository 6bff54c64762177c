"""Nobody learns from the time of an answer whether somebody else has signed."""

import random
import time
from bisect import bisect_left, bisect_right
from http.client import HTTPConnection
from statistics import median
from urllib.parse import urlencode, urlsplit

import pytest
from django.conf import settings

from tests.faults.cluster import Cluster, copied, full
from tests.faults.site import RunningSite

pytestmark = pytest.mark.django_db  # a copy of the migrated database is used, never itself
PAIRS = 2_000 if full() else 240
# A sample of this size swings by so much around one half when there is nothing to learn.
MARGIN = 0.05 if full() else 0.12
MOST_MILLISECONDS = 5

KNOWN = """
from campaign_blocks.petition.models import Signature, Suppression
from campaign_blocks.petition.services.change_state import change_state
ids = list(Signature.objects.order_by("pk").values_list("pk", flat=True))
change_state(ids=ids[1::4], to="suspect", why="address")
rows = Signature.objects.filter(pk__in=ids[2::4])
Suppression.objects.bulk_create(
    Suppression(fingerprint=row.fingerprint, reason="unsubscribed") for row in rows
)
"""


@pytest.fixture
def site(tmp_path, service_answers):
    cluster = Cluster() if "postgresql" in settings.DATABASES["default"]["ENGINE"] else None
    running = RunningSite(tmp_path, copied(cluster, tmp_path))
    yield running
    running.end()
    if cluster:
        cluster.end()


@pytest.fixture
def seconds_for(site):
    """Signs by one connection that stays open: no other noise than the server's own."""
    line = HTTPConnection(urlsplit(site.base).netloc)
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": site.base}

    def sign(email):
        answers = {"name": "Ana Ruiz", "email": email, "postal_code": "94110", "opt_in": "no"}
        body = urlencode({**answers, "website": "", "form_token": site.token})
        begun = time.perf_counter()
        line.request("POST", "/petitions/fault/sign/", body, headers)
        answer = line.getresponse()
        answer.read()
        assert answer.status == 303
        return time.perf_counter() - begun

    sign.hang_up = line.close
    yield sign
    line.close()


def told_apart(first, second):
    """How often a longer time would name the right one: one half when there is nothing in it."""
    known = sorted(first)
    wins = sum(bisect_left(known, time) + bisect_right(known, time) for time in second)
    return wins / (2 * len(first) * len(second))


def test_answer__takes_as_long_for_the_known_as_for_the_new(site, seconds_for, record_property):
    """Signed, signed twice, suspect and unsubscribed ones, each beside somebody new."""
    known = [f"known{n:05}@gmail.com" for n in range(PAIRS)]
    for number, email in enumerate(known):
        for _ in range(2 if number % 4 == 3 else 1):
            seconds_for(email)
    seconds_for.hang_up()  # the server would, in the meantime
    site.manage("shell", "--verbosity=0", "-c", KNOWN)
    times = {"new": [], "known": []}
    for number, email in enumerate(known):
        pair = [("new", f"newer{number:05}@gmail.com"), ("known", email)]
        random.shuffle(pair)
        for name, address in pair:
            times[name].append(seconds_for(address))
    apart = told_apart(times["new"], times["known"])
    difference = abs(median(times["new"]) - median(times["known"])) * 1000
    record_property("auc", apart)
    print(f"{PAIRS} pairs: AUC {apart:.3f}, medians differ by {difference:.2f} ms")  # noqa: T201  the figure
    assert abs(apart - 0.5) <= MARGIN
    assert difference <= MOST_MILLISECONDS
