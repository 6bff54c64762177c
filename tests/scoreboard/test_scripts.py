import pytest
from django.core.exceptions import ValidationError

from scoreboard.posting import INTENT, PostLinks
from scoreboard.scripts import Addressee, mood_of, write_words
from scoreboard.tokens import post_length, unknown_tokens
from tests.scoreboard.factories import make_bill, make_legislator

WHO = Addressee(title="Sen.", last="Moreno", bill="S.4084", x_handle="SenMoreno")


@pytest.mark.parametrize(
    ("position", "mood"),
    [
        ("sponsoring", "thank"),
        ("supports", "thank"),
        ("not_sponsoring", "ask"),
        ("opposes", "ask"),
        ("", "ask"),
    ],
)
def test_mood_of__only_supporters_are_thanked(position, mood):
    assert mood_of(position) == mood


@pytest.mark.django_db
def test_write_words__staff_texts_are_filled_in():
    bill = make_bill(ask_post="{title} {last}, {bill}!", ask_call="I am {first} from {city} {zip}")
    words = write_words(bill, "opposes", WHO)
    assert words.post == ".@SenMoreno Sen. Moreno, S.4084!"
    assert words.call == "I am [your name] from [your city] [your ZIP code]"


@pytest.mark.django_db
def test_write_words__without_account_the_post_begins_with_the_name():
    who = Addressee(title="Rep.", last="García", bill="H.R.7356")
    assert write_words(make_bill(), "sponsoring", who).post.startswith("Rep. García: Thank you")


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["", "Dear {title} {last}: {bill} & “{bill_title}” 50% + more?"])
def test_post_links__the_quick_way_says_the_same(text):
    from urllib.parse import quote

    bill = make_bill(ask_post=text)
    written = write_words(bill, "not_sponsoring", WHO).post
    assert PostLinks(bill).url("not_sponsoring", WHO) == INTENT + quote(written, safe="")


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("abc", 3),
        ("García’s “law”", 14),
        ("see https://example.org/a/very/long/address?with=much now", 31),
        ("🙂", 2),
        ("日本", 4),
    ],
)
def test_post_length__as_x_counts(text, length):
    assert post_length(text) == length


@pytest.mark.parametrize(
    ("text", "wrong"),
    [("{last} {bill}", []), ("{lsat}", ["{lsat}"]), ("{ last }", ["{", "}"]), ("{}", ["{}"])],
)
def test_unknown_tokens__named_one_by_one(text, wrong):
    assert unknown_tokens(text, frozenset({"last", "bill"})) == wrong


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "text", "message"),
    [
        ("ask_post", "{zip}, please", "{zip}"),
        ("ask_message", "Dear {lsat}", "{lsat}"),
        ("thank_post", "Thank you " * 27, "Rep. Longlastname"),
    ],
)
def test_bill__a_text_that_cannot_be_said_to_everybody(field, text, message):
    bill = make_bill()
    make_legislator("Ada Longlastname", district=3, x_handle="RepLonglastname")
    setattr(bill, field, text)
    with pytest.raises(ValidationError) as caught:
        bill.full_clean()
    assert message in caught.value.message_dict[field][0]


@pytest.mark.django_db
def test_bill__texts_that_fit_are_saved():
    bill = make_bill(ask_post="{title} {last}: {bill}", ask_call="{first} {city} {zip}")
    make_legislator("Ada Longlastname", x_handle="SenLonglastname")
    bill.full_clean()
