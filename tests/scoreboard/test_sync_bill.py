import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from scoreboard.congress_gov import client as asking
from scoreboard.congress_gov import http_get
from scoreboard.congress_gov.client import Client
from scoreboard.congress_gov.problems import CongressProblem
from scoreboard.models import Bill, BillNumber, Stance, StanceChange
from scoreboard.services.sync_bill import sync_number
from tests.scoreboard.factories import make_bill, make_legislator, make_stance
from tests.scoreboard.fake_congress import FakeCongress, cosponsor, serve

pytestmark = [pytest.mark.django_db, pytest.mark.enable_socket]


@pytest.fixture
def fake(settings, monkeypatch):
    fake = FakeCongress(cosponsors=[cosponsor("C000001"), cosponsor("C000002")])
    server = serve(fake)
    settings.CONGRESS_API_KEY = "key"
    settings.CONGRESS_API_URL = f"http://127.0.0.1:{server.server_port}/v3"
    fake.pauses = []
    monkeypatch.setattr(asking.time, "sleep", fake.pauses.append)
    yield fake
    server.shutdown()
    server.server_close()


@pytest.fixture
def people():
    identifiers = ("S000001", "C000001", "C000002")
    return {i: make_legislator(f"Person {i}", identifier=i) for i in identifiers}


def client(**values):
    made = asking.make_client(**values)
    made.pause = asking.time.sleep
    return made


def sync(**values):
    return str(sync_number(slug="s4084-116", client=client(), **values))


def sponsors():
    found = Stance.objects.filter(position="sponsoring").order_by("legislator__identifier")
    return list(found.values_list("legislator__identifier", flat=True))


def test_sync__sponsor_and_cosponsors_with_source_and_date(fake, people):
    make_bill()
    assert sync() == "created: 3, updated: 0, withdrawn: 0, unchanged: 0"
    stance = people["C000001"].stances.get()
    assert (stance.role, str(stance.since), stance.source) == (
        "cosponsor",
        "2020-07-01",
        "Congress.gov",
    )
    assert stance.evidence_url.endswith("/116th-congress/senate-bill/4084/cosponsors")
    assert people["S000001"].stances.get().role == "sponsor"


def test_sync__twice_changes_nothing(fake, people):
    make_bill()
    sync()
    assert sync() == "created: 0, updated: 0, withdrawn: 0, unchanged: 3"
    assert StanceChange.objects.count() == 3


def test_sync__every_page_is_read_and_no_foreign_address_followed(fake, people):
    make_bill()
    fake.page = 1
    assert sync().startswith("created: 3")
    offsets = [query["offset"][0] for path, query in fake.asked if "cosponsors" in path]
    assert offsets == ["0", "1"]


def test_sync__a_withdrawn_cosponsor_is_dropped_with_date(fake, people):
    make_bill()
    sync()
    fake.cosponsors[1] = cosponsor("C000002", withdrawn="2020-09-09")
    assert sync() == "created: 0, updated: 0, withdrawn: 1, unchanged: 2"
    stance = people["C000002"].stances.get()
    assert (stance.position, str(stance.since)) == ("not_sponsoring", "2020-09-09")
    line = StanceChange.objects.first()
    assert (line.before, line.position) == ("sponsoring", "not_sponsoring")


def test_sync__who_withdrew_before_we_looked_gets_no_stance(fake, people):
    make_bill()
    fake.cosponsors[1] = cosponsor("C000002", withdrawn="2020-09-09")
    sync()
    assert sponsors() == ["C000001", "S000001"]
    assert not people["C000002"].stances.exists()


def test_sync__staffs_own_word_with_evidence_stays(fake, people, django_user_model):
    bill, other = make_bill(), make_legislator("Staff Word")
    make_stance(bill, other, origin="staff", evidence_url="https://example.org/letter")
    sync()
    assert other.stances.get().position == "sponsoring"


def test_sync__members_of_the_other_chamber_are_left_alone(fake, people):
    bill, member = make_bill(), make_legislator("House Member", district=3)
    make_stance(bill, member)
    sync()
    assert member.stances.get().position == "sponsoring"


def test_sync__a_bill_nobody_entered_is_made(fake, people):
    sync()
    bill = Bill.objects.get()
    assert (bill.slug, bill.label, bill.congress) == ("s4084-116", "S.4084", 116)
    assert str(bill.latest_action_on) == "2020-06-25"


def test_sync__a_dry_run_writes_nothing(fake, people):
    assert sync(dry_run=True).startswith("created: 3")
    assert not Bill.objects.exists()


def test_sync__people_nobody_imported_are_told(fake, people):
    fake.cosponsors.append(cosponsor("U000001"))
    changes = sync_number(slug="s4084-116", client=client())
    assert changes.unknown == ["U000001"]


@pytest.mark.parametrize("kind", [True, "True"])
def test_sync__a_boolean_may_be_a_text(fake, people, kind):
    fake.cosponsors = [cosponsor("C000001", original=kind)]
    assert sync().startswith("created: 2")


@pytest.mark.parametrize(
    ("status", "message", "asked"),
    [
        (403, "refuses the key", 1),
        (404, "does not know this bill", 1),
        (429, "asked too often", 4),
        (500, "status 500", 4),
        (503, "status 503", 4),
        (302, "redirect", 1),
    ],
)
def test_sync__told_plainly_and_nothing_changed(fake, people, status, message, asked):
    bill = make_bill()
    make_stance(bill, people["C000001"], "supports")
    fake.plan = [status] * 9
    with pytest.raises(CongressProblem, match=message):
        sync()
    assert len(fake.asked) == asked
    assert people["C000001"].stances.get().position == "supports"
    number = BillNumber.objects.get(slug="s4084-116")
    assert message in number.problem
    assert number.synced_at is None


def test_sync__a_passing_failure_is_tried_again_later_and_later(fake, people):
    make_bill()
    fake.plan = [500, 502, 503]
    assert sync().startswith("created: 3")
    assert fake.pauses == [1, 2, 4]


def rubbish():
    yield "not JSON", b"<html>"
    yield "not an object", b"[]"
    yield "not JSON", b"[" * 100_000
    yield "bill is missing", {"bills": []}
    yield "another bill", {"bill": {"type": "S", "number": "1", "congress": 116}}
    good = FakeCongress().detail()["bill"]
    yield "no list of sponsors", {"bill": {**good, "sponsors": None}}
    yield "no bioguideId", {"bill": {**good, "sponsors": [{"bioguideId": "../../x"}]}}
    yield "a date", {"bill": {**good, "introducedDate": "yesterday"}}
    yield "title is not", {"bill": {**good, "title": ["x"]}}


@pytest.mark.parametrize(("message", "answer"), list(rubbish()))
def test_sync__rubbish_changes_nothing(fake, people, message, answer):
    make_bill()
    fake.plan = [answer]
    with pytest.raises(CongressProblem, match=message):
        sync()
    assert not Stance.objects.exists()


@pytest.mark.parametrize(
    ("message", "page"),
    [
        ("no list of cosponsors", {"pagination": {"count": 2}}),
        ("pagination is missing", {"cosponsors": []}),
        ("how many", {"cosponsors": [], "pagination": {"count": "2"}}),
        ("lists 0", {"cosponsors": [], "pagination": {"count": 2}}),
        ("lists none", {"cosponsors": [], "pagination": {"count": 0}}),
    ],
)
def test_sync__a_list_that_is_not_whole_drops_nobody(fake, people, message, page):
    make_bill()
    sync()
    fake.plan = [fake.detail(), page]
    with pytest.raises(CongressProblem, match=message):
        sync()
    assert len(sponsors()) == 3


def test_sync__too_large_an_answer(fake, people, monkeypatch):
    monkeypatch.setattr(http_get, "MAX_BYTES", 1000)
    fake.plan = [b"[" + b" " * 70_000]
    with pytest.raises(CongressProblem, match="more than 8 MB"):
        sync()


def test_sync__down(people):
    with pytest.raises(CongressProblem, match="cannot be reached"):
        Client("http://127.0.0.1:9/v3", "key", attempts=1)._ask("/bill", {})


def test_sync__slow(fake, monkeypatch):
    def late(*args):
        raise TimeoutError

    monkeypatch.setattr(http_get, "_get", late)
    with pytest.raises(CongressProblem, match="did not answer within 15 seconds"):
        sync()


@pytest.mark.parametrize("key", ["", "s4084", "s-4084-116", "../x", "s0-116", "x1-116"])
def test_sync__what_is_no_key(fake, key):
    with pytest.raises(CongressProblem, match="not the key of a bill"):
        sync_number(slug=key, client=client())


def test_sync__a_success_says_when(fake, people):
    make_bill()
    sync()
    number = BillNumber.objects.get(slug="s4084-116")
    assert (timezone.now() - number.synced_at).total_seconds() < 60
    assert number.problem == ""


@pytest.mark.parametrize(
    ("action", "status"),
    [
        ("Became Public Law No: 116-1.", "law"),
        ("Passed Senate without amendment.", "one"),
        ("Referred to the Committee.", "introduced"),
    ],
)
def test_sync__how_far_the_bill_has_come(fake, people, action, status):
    fake.action = {"actionDate": "2020-08-01", "text": action}
    sync()
    assert Bill.objects.get().status == status


def run(*arguments):
    out, err = io.StringIO(), io.StringIO()
    call_command("sync_bill", *arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_command__one_line_for_each_bill(fake, people):
    out, _ = run("s4084-116")
    assert out == "s4084-116: created: 3, updated: 0, withdrawn: 0, unchanged: 0\n"


def test_command__what_fails_is_told_and_the_others_are_done(fake, people, capsys):
    with pytest.raises(CommandError, match="Not brought up to date: hr1-116"):
        run("hr1-116", "s4084-116")
    assert len(sponsors()) == 3


def test_command__all_that_are_kept_current(fake, people):
    make_bill(keep_current=True)
    BillNumber.objects.filter(slug="hr7356-116").delete()
    assert run("--all")[0].startswith("s4084-116: created: 3")


def test_command__without_a_key(settings):
    settings.CONGRESS_API_KEY = ""
    with pytest.raises(CommandError, match="CONGRESS_API_KEY is not set"):
        run("s4084-116")


def test_answers__the_documented_shapes(shared_data, fake, people):
    def shape(name):
        path = shared_data / "api-shapes" / f"congress-gov-bill-116-{name}.json"
        return json.loads(path.read_text(encoding="utf-8"))

    for identifier in ("M000133", "M001176", "S000033", "W000817", "W000779"):
        make_legislator(identifier=identifier)
    fake.plan = [shape("s-4084"), shape("s-4084-cosponsors")]
    assert sync() == "created: 5, updated: 0, withdrawn: 0, unchanged: 0"
