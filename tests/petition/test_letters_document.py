"""The printed delivery: every script, every length, and quick enough to wait for."""

import time
from datetime import date

import pytest

from campaign_blocks.petition.letters import delivery as reading
from campaign_blocks.petition.letters.delivery import parts_of, read_part
from campaign_blocks.petition.letters.document import Constituent, Delivery, Excerpt, draw
from campaign_blocks.petition.letters.hand_over import note_download
from campaign_blocks.petition.letters.typefaces import (
    FOLDER,
    REPLACEMENT,
    STARTS,
    drawable,
    fonts_for,
    path_of,
)
from campaign_blocks.petition.models import LetterRecipient
from tests.hostile.lists import entries
from tests.petition.letters import SENATORS, letter_petition, make_letters

SCRIPTS = {
    "محمد عبد الله": "NotoSansArabic",
    "דוד לוי": "NotoSansHebrew",
    "王小明": "NotoSansSC",
    "佐藤さくら": "NotoSansSC",
    "김민준": "NotoSansKR",
    "अनीता शर्मा": "NotoSansDevanagari",
    "রহিম": "NotoSansBengali",
    "தமிழ்": "NotoSansTamil",
    "สมชาย": "NotoSansThai",
    "Հայկ": "NotoSansArmenian",
    "გიორგი": "NotoSansGeorgian",
    "አበበ": "NotoSansEthiopic",
}


def made(constituents=(), **values):
    facts = {"recipient": "Sen. Ada", "seat": "Oregon", "campaign": "Ban it", "subject": "Ban it"}
    facts |= {"address": "https://campaign.example/", "body": "Dear Senator,\n\nban it."}
    names = [Constituent(name, "Portland 97214") for name in constituents]
    return Delivery(
        **{**facts, "day": date(2026, 11, 23), "total": len(names), "constituents": names, **values}
    )


@pytest.mark.parametrize(("name", "font"), SCRIPTS.items())
def test_name__is_drawn_in_a_font_that_knows_its_script(name, font):
    assert fonts_for([name]) == [font]
    assert drawable(name) == name
    assert draw(made([name])).startswith(b"%PDF-")


@pytest.mark.parametrize("name", entries("names_accepted.txt"))
def test_name__that_the_form_accepts_can_be_printed(name):
    assert REPLACEMENT not in drawable(name)


def test_sign__that_no_font_knows_is_one_plain_sign():
    assert drawable("Ana 😀\U000e0041") == f"Ana {REPLACEMENT}{REPLACEMENT}"


def test_log__names_no_letter_of_a_name(caplog):
    draw(made(["Ana 😀", "\U0001f9ff Bo", *SCRIPTS], excerpts=[Excerpt("Ana", "", "😀")]))
    assert not [record for record in caplog.records if record.levelname != "DEBUG"]


def test_fonts__come_with_their_licence():
    licence = (FOLDER / "LICENSE.txt").read_text()
    assert "SIL Open Font License" in licence
    assert "OPEN FONT LICENSE Version 1.1" in licence
    for _start, name in STARTS:
        assert path_of(f"NotoSans{name}").exists()


@pytest.mark.parametrize("name", ["A" * 120, "W" * 120, "王" * 120, "A" * 60 + " " + "محمد " * 12])
def test_name__of_any_length_ends_before_its_place(name):
    assert draw(made([name] * 3))


def test_body__of_one_endless_word_is_broken_by_force():
    assert draw(made(["Ana"], body="W" * 10_000, subject="S" * 150))


def test_four_thousand_names__take_under_three_seconds():
    names = [f"Ana Ruiz van der Berg {n}" for n in range(4000)]
    begun = time.process_time()
    pdf = draw(made(names))
    assert time.process_time() - begun < 3
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") >= 30


@pytest.fixture
def noted(db, django_user_model, monkeypatch):
    monkeypatch.setattr(reading, "NAMES_IN_A_PART", 3)
    letters = make_letters(letter_petition(), SENATORS[0], signers=5, message="My own words.")
    type(letters[0]).objects.update(channel="print", next_attempt_at=None)
    facts = {"recipient": LetterRecipient.objects.get(), "form": "pdf", "scope": "pile"}
    return note_download(**facts, reason="Delivery", by=django_user_model.objects.create_user("mo"))


def test_parts__hold_everybody_once(noted):
    assert parts_of(noted) == 2
    first, second = read_part(noted, 1), read_part(noted, 2)
    assert (len(first.constituents), len(second.constituents)) == (3, 2)
    assert (first.first, second.first, first.total) == (1, 4, 5)


def test_excerpts__are_own_words_cut_at_a_word(noted):
    noted.recipient.letters.first().text.__class__.objects.update(body="word " * 500)
    (excerpt, *_rest) = read_part(noted, 1).excerpts
    assert len(excerpt.words) < 610
    assert excerpt.words.endswith("word …")


def test_delivery__holds_the_petition_s_letter_and_no_address(noted):
    found = read_part(noted, 1)
    assert (found.recipient, found.subject) == ("Sen. Ada", "Ban it now")
    assert found.body.startswith("Dear Senator")
    assert "@" not in "".join(found.texts)
