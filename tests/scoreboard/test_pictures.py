import time
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from PIL import Image, ImageChops
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from scoreboard.models import ShareImage
from scoreboard.pictures import step
from scoreboard.pictures.card import TALL, WIDE, bill_card, person_card
from scoreboard.pictures.facts import BillFacts, PersonFacts, digest_of
from scoreboard.pictures.fitting import fit, is_rtl
from scoreboard.pictures.typefaces import drawable, face_for
from scoreboard.positions import Position
from tests.scoreboard.factories import make_bill, make_legislator, make_stance

HEAVIEST = 300 * 1024
LONGEST = "Wolfeschlegelsteinhausenbergerdorff Hubert Blaine Featherstonehaugh-Cholmondeley III"


def facts(name="Ada Moreno", stance="not_sponsoring", **values):
    words = {"office": "Senator, Democrat, Oregon", "stance_word": "Not sponsoring"}
    words |= {"call": "Ask Sen. Moreno to sponsor S.4084", "bill": "S.4084", "host": "ban.example"}
    return PersonFacts(name=name, stance=stance, **{**words, **values})


def opened(content):
    return Image.open(BytesIO(content))


@pytest.mark.parametrize(
    "name",
    ["Ada Moreno", LONGEST, "محمد عبد الرحمن الخطيب", "Ana 🙂 Ruiz", "Ngaio Māui-Ōtāne", "X", ""],
)
@pytest.mark.parametrize("size", [WIDE, TALL])
def test_person_card__has_its_size_and_is_light_for_every_name(name, size):
    content = person_card(facts(name), size=size)
    assert opened(content).size == size
    assert opened(content).format == "JPEG"
    assert len(content) < HEAVIEST


@pytest.mark.parametrize("name", [LONGEST, "محمد عبد الرحمن الخطيب " * 4, "Ö" * 300])
def test_fit__no_name_leaves_its_box(name):
    fitted = fit(name, size=144, width=1080, height=270)
    assert fitted.height <= 270
    assert all(fitted.font.getlength(line) <= 1080 for line in fitted.lines)


def test_fit__short_names_are_larger_than_long_ones():
    sizes = [fit(name, size=144, width=1080, height=270).font.size for name in ("Ada", LONGEST)]
    assert sizes[0] > sizes[1]
    assert fit(LONGEST * 2, size=144, width=600, height=150).lines[-1].endswith("…")


def test_person_card__stances_differ_also_without_colour():
    cards = [opened(person_card(facts(stance=p))).convert("L") for p in Position.values[2:]]
    assert ImageChops.difference(*cards).getbbox() is not None
    support = opened(person_card(facts(stance="sponsoring"))).getpixel((1100, 600))
    assert support == pytest.approx((8, 75, 138), abs=12)


def test_typefaces__arabic_has_its_own_and_emoji_are_left_out():
    assert "Arabic" in face_for("محمد").path
    assert "archivo" in face_for("García").path
    assert drawable("Ana 🙂 Ruiz") == "Ana Ruiz"
    assert is_rtl("محمد") and not is_rtl("Ask Sen. محمد")


def test_person_card__a_broken_photo_is_no_photo():
    plain = person_card(facts())
    assert person_card(facts(), BytesIO(b"not a picture")) == plain


def test_digest__changes_with_whatever_is_shown():
    assert digest_of(facts()) == digest_of(facts())
    other = (facts("Bob"), facts(stance="opposes"), facts(photo="a.jpg"), facts(host="b.example"))
    assert len({digest_of(one) for one in (facts(), *other)}) == 5


def test_person_card__ten_in_a_second():
    person_card(facts())
    started = time.process_time()
    for number in range(10):
        person_card(facts(f"Ada Moreno {number}"))
    assert time.process_time() - started < 1


def test_bill_card__tells_the_number():
    told = BillFacts("S.4084", "Moratorium Act", 63, 541, "63 sponsor the bill.", "ban.example")
    content = bill_card(told)
    assert opened(content).size == WIDE
    assert len(content) < HEAVIEST


@pytest.mark.django_db
class TestStep:
    def test_step__makes_what_is_missing_and_then_rests(self, client):
        make_bill()
        make_legislator(slug="ada")
        drawing = step.drawing()
        assert (drawing.run(), drawing.run()) == (2, 0)
        image = ShareImage.objects.get(legislator__slug="ada")
        for kind in ("", "-tall"):
            assert default_storage.exists(image.path(kind))
        text = client.get("/scoreboard/ada/").text
        assert f'<meta property="og:image" content="{image.url}">' in text
        assert 'content="Ada Moreno. Senator, Democrat, Oregon. Not sponsoring: S.4084"' in text
        assert 'property="og:image:width" content="1200"' in text

    def test_step__a_new_stance_makes_a_new_address_and_keeps_the_former_file(self):
        bill, person = make_bill(), make_legislator(slug="ada")
        drawing = step.drawing()
        drawing.run()
        before = ShareImage.objects.get(legislator=person)
        make_stance(bill, person)
        drawing.run()
        after = ShareImage.objects.get(legislator=person)
        assert after.url != before.url
        assert default_storage.exists(before.path())
        bill.stances.get().delete()
        person.full_name = "Ada Moreno Diaz"
        person.save()
        drawing.run()
        assert not default_storage.exists(before.path())
        assert default_storage.exists(after.path())

    def test_step__unchanged_records_are_not_even_looked_at(self, django_assert_num_queries):
        make_bill()
        make_legislator()
        drawing = step.drawing()
        drawing.run()
        drawing.run()
        with django_assert_num_queries(0):
            assert drawing.run() == 0

    def test_step__a_few_at_a_time(self):
        make_bill()
        for _ in range(12):
            make_legislator()
        drawing = step.drawing()
        assert [drawing.run() for _ in range(3)] == [10, 3, 0]

    def test_step__without_a_bill_people_have_pictures_without_a_stance(self):
        make_legislator()
        assert step.drawing().run() == 1
        assert ShareImage.objects.get().alt == "Ada Moreno. Senator, Democrat, Oregon"

    def test_step__a_photo_and_a_lost_one(self):
        make_bill()
        photos = [
            get_image_model().objects.create(title="A", file=get_test_image_file(size=(400, 500)))
            for _ in range(2)
        ]
        for number, photo in enumerate(photos):
            make_legislator(f"Ada {number}", photo=photo)
        photos[1].file.storage.delete(photos[1].file.name)
        assert step.drawing().run() == 3

    def test_picture__is_served(self, client):
        make_legislator(slug="ada")
        step.drawing().run()
        response = client.get(f"/media/{ShareImage.objects.get().path()}")
        assert response["Content-Type"] == "image/jpeg"
        assert len(b"".join(response.streaming_content)) < HEAVIEST
