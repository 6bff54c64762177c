"""Letters to Congress against a server on loopback that answers as Congress's own does."""

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from campaign_blocks.petition.letters.channels import InDoubt, Reach, Refused, Unreachable, channel
from campaign_blocks.petition.letters.channels.base import OutgoingLetter
from campaign_blocks.petition.letters.channels.cwc_client import kept_offices
from campaign_blocks.petition.letters.channels.cwc_xml import write_message
from campaign_blocks.petition.letters.deliver import LetterDelivery
from campaign_blocks.petition.letters.queue import LetterWish, queue_letters
from campaign_blocks.petition.models import Letter
from campaign_blocks.petition.services.judge import judge
from tests.faults.sinks import congress_sink
from tests.hostile.lists import entries
from tests.petition.factories import make_signature
from tests.petition.letters import letter_petition, target

CONGRESS = channel("cwc")
HOME = {"prefix": "Ms.", "street": "1 Example Street", "city": "Portland"}
LETTER = OutgoingLetter(
    key="0" * 32,
    subject="Ban it",
    body="Dear Rep.,\nban it.",
    signer_name="Ana Ruiz",
    signer_email="ana@example.org",
    postal_code="97214",
    country="US",
    postal_address=HOME,
    recipient_name="Cy",
    reach=Reach(office="HOR03"),
    campaign="Ban it",
    campaign_id="ban-it",
    campaign_url="https://campaign.example/",
)


@pytest.fixture
def sink(settings):
    kept_offices.forget()
    with congress_sink() as running:
        settings.CWC = {
            "house_url": f"http://127.0.0.1:{running.port}",
            "house_key": "secret key&x",
            "senate_url": f"http://127.0.0.1:{running.port}",
            "senate_key": "other",
            "agent": "Example Host",
            "agent_email": "ack@example.org",
            "agent_contact": "Ada Operator",
            "agent_phone": "202-555-0100",
            "topic": "Civil Rights and Liberties, Minority Issues",
        }
        yield running
    kept_offices.forget()


def read(xml):
    return ET.fromstring(xml)  # noqa: S314  written by ourselves


def shape(element):
    return (element.tag, [shape(child) for child in element])


def test_message__has_the_shape_that_congress_reads(sink, shared_data):
    wanted = read((shared_data / "api-shapes" / "cwc-message.xml").read_bytes())
    wanted_names = [child.tag for child in wanted.iter()]
    made = read(write_message(LETTER, "HOR03"))
    names = [child.tag for child in made.iter()]
    optional = {"Bills", "Bill", "BillCongress", "BillTypeAbbreviation", "BillNumber"}
    optional |= {"ProOrCon", "OrganizationStatement"}
    assert names == [name for name in wanted_names if name not in optional]


def test_message__says_who_where_and_what(sink):
    CONGRESS.send(LETTER)
    root = read(sink.texts[0])
    found = {child.tag: child.text for child in root.iter()}
    assert (found["MemberOffice"], found["StateAbbreviation"], found["Zip"]) == (
        "HOR03",
        "OR",
        "97214",
    )
    assert (found["FirstName"], found["LastName"], found["Address1"]) == (
        "Ana",
        "Ruiz",
        "1 Example Street",
    )
    assert found["ConstituentMessage"] == LETTER.body
    assert list(sink.accepted) == [LETTER.key]


def test_senator__is_found_by_state_and_name(sink):
    offices = b'[{"office_code": "SOR02", "name": "Moreno", "state_code": "OR"}]'
    sink.behave = lambda step: (200, offices) if step == "offices" else None
    CONGRESS.send(replace(LETTER, reach=Reach(office="SOR Moreno")))
    assert b"<MemberOffice>SOR02<" in sink.texts[0]


def test_office__that_takes_no_letters_is_refused_for_good(sink):
    with pytest.raises(Refused) as refused:
        CONGRESS.send(replace(LETTER, reach=Reach(office="HOR99")))
    assert refused.value.for_good
    assert not sink.texts


def test_error__in_congress_s_own_words_without_addresses(sink, shared_data):
    body = (shared_data / "api-shapes" / "cwc-error-400.xml").read_bytes()
    body = body.replace(b"'Zip'", b"'Zip' of ana@example.org")
    sink.behave = lambda step: (400, body) if step == "message" else None
    with pytest.raises(Refused, match="not a valid value") as refused:
        CONGRESS.send(LETTER)
    assert refused.value.for_good
    assert "ana@" not in refused.value.reason
    assert "'HMA99' is not an active office" in refused.value.reason


@pytest.mark.parametrize(
    ("told", "error", "for_good"),
    [(429, Refused, False), (503, Refused, False), (401, Refused, True), (422, Refused, True)],
)
def test_status__that_says_it_was_not_taken(sink, told, error, for_good):
    sink.behave = lambda step: told if step == "message" else None
    with pytest.raises(error) as refused:
        CONGRESS.send(LETTER)
    assert refused.value.for_good is for_good


@pytest.mark.parametrize(
    "said", [{"message": 500}, {"message": 302}, {"message": "drop"}, {"done": "drop"}]
)
def test_answer__that_leaves_it_open_is_in_doubt(sink, said):
    sink.behave = said.get
    with pytest.raises(InDoubt):
        CONGRESS.send(LETTER)


@pytest.mark.parametrize("told", ["drop", 500, 401, (200, b"<html>"), (200, b"{}"), (200, b"[1]")])
def test_offices__without_their_list_nothing_is_sent(sink, told):
    sink.behave = lambda step: told if step == "offices" else None
    with pytest.raises(Unreachable) as error:
        CONGRESS.send(LETTER)
    assert "secret" not in str(error.value)
    assert not sink.texts


def test_service__away(sink):
    sink.end()
    with pytest.raises(Unreachable):
        CONGRESS.send(LETTER)


@pytest.mark.parametrize(
    "body", [b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", b"\xff\xfe", b"", b"<a>"]
)
def test_error__that_nobody_can_read_is_still_an_answer(sink, body):
    sink.behave = lambda step: (400, body) if step == "message" else None
    with pytest.raises(Refused, match=r"HTTP 400"):
        CONGRESS.send(LETTER)


NASTY = ["</LastName><x>", "]]>", "&amp;", "\x00\x08\x1b", "\ud800", "\ufffe", "𝔸" * 50]
NASTY += [text for text in entries("names_refused.txt") if len(text) < 2000]
NASTY += [text for text in entries("messages_refused.txt") if len(text) < 20_000]


@pytest.mark.parametrize("words", NASTY, ids=range(len(NASTY)))
def test_hostile_words__stay_text_of_one_element(sink, words):
    home = {**HOME, "street": words, "city": words}
    letter = replace(LETTER, signer_name=words, body=words, subject=words, postal_address=home)
    tree = read(write_message(letter, "HOR03"))
    assert shape(tree) == shape(read(write_message(LETTER, "HOR03")))


@pytest.mark.parametrize("missing", ["agent", "agent_email", "agent_contact", "agent_phone"])
def test_setup__without_contract_it_says_so_and_is_never_chosen(sink, settings, missing):
    petition = letter_petition_unsaved()
    assert CONGRESS.is_open(petition, Reach(office="HOR03"))
    settings.CWC = {**settings.CWC, missing: ""}
    assert "vendor contract" in str(CONGRESS.missing())
    assert not CONGRESS.is_open(petition, Reach(office="HOR03"))


def test_setup__a_house_without_key_is_not_written_to(sink, settings):
    settings.CWC = {**settings.CWC, "senate_key": ""}
    petition = letter_petition_unsaved()
    assert not CONGRESS.missing()
    assert CONGRESS.is_open(petition, Reach(office="HOR03"))
    assert not CONGRESS.is_open(petition, Reach(office="SOR Moreno"))


def letter_petition_unsaved():
    from campaign_blocks.petition.models import Petition

    return Petition(letter_by_cwc=True, letter_body="x")


def test_address__goes_once_the_letter_is_there(sink, db):
    petition = letter_petition(letter_by_cwc=True)
    rep = target("Cy", chamber="House", office="HOR03")
    queue_letters(
        signature=make_signature(petition), wish=LetterWish(targets=[rep], postal_address=HOME)
    )
    judge()
    assert Letter.objects.get().channel == "cwc"
    LetterDelivery().run()
    sent = Letter.objects.get()
    assert (sent.state, sent.postal_address) == ("sent", {})
    assert b"1 Example Street" in sink.texts[0]


@pytest.mark.parametrize(
    ("allowed", "facts", "home", "way"),
    [
        ({"letter_by_cwc": True}, {"office": "HOR03"}, HOME, "cwc"),
        ({"letter_by_cwc": True}, {"office": "HOR03"}, {}, "email"),
        ({"letter_by_cwc": True}, {"office": ""}, HOME, "email"),
        ({}, {"office": "HOR03"}, HOME, "email"),
        ({}, {"email": ""}, {}, "print"),
        ({"letter_by_mail": False}, {}, {}, "print"),
    ],
)
def test_way__the_best_that_is_allowed_set_up_and_known(sink, db, allowed, facts, home, way):
    wish = LetterWish(targets=[target("Cy", **facts)], postal_address=home)
    queue_letters(signature=make_signature(letter_petition(**allowed)), wish=wish)
    stored = Letter.objects.get()
    assert stored.channel == way
    assert bool(stored.postal_address) == (way == "cwc")
