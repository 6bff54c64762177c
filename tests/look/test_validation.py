"""What editors are told when they publish, and what drafts may leave out."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks import StructBlockValidationError

from tests.look.factories import GENERAL, block, image

pytestmark = pytest.mark.django_db

BILL = {"label": "Read the bill", "url": "https://example.org/bill"}


def refused(name, **value):
    """The sentences of a refusal, by field; a nested field as "outer.inner"."""
    chosen = block(name)
    with pytest.raises(StructBlockValidationError) as caught:
        chosen.clean(chosen.normalize({**chosen.get_default(), **value}))
    return dict(sentences(caught.value))


def sentences(error, path=""):
    inner = getattr(error, "block_errors", None) or {}
    items = inner.items() if isinstance(inner, dict) else enumerate(inner)
    for name, child in items:
        if child is None:
            continue
        here = f"{path}.{name}" if path else str(name)
        if getattr(child, "block_errors", None):
            yield from sentences(child, here)
        else:
            yield here, " ".join(ValidationError.__iter__(child))


def accepted(name, **value):
    chosen = block(name)
    return chosen.clean(chosen.normalize({**chosen.get_default(), **value}))


@pytest.mark.parametrize("name", GENERAL)
def test_draft__may_leave_everything_out(name):
    chosen = block(name)
    assert chosen.clean_deferred(chosen.get_default()) is not None


def test_button_without_target__is_asked_for_one():
    found = refused("button", link={"label": "Read the bill"})
    assert found == {"link.url": "Choose a page, document or web address for this button."}


def test_button_with_two_targets__is_asked_to_choose(home_page):
    found = refused("button", link={**BILL, "page": home_page})
    assert "one target only" in found["link.url"]


def test_button_without_words__is_asked_for_them():
    found = refused("button", link={"url": "https://example.org/"})
    assert found == {"link.label": "Write what the button says."}


@pytest.mark.parametrize("url", ["javascript:alert(1)", "//evil.example", "example.org", "data:x"])
def test_button__refuses_what_is_not_an_address(url):
    assert "link.url" in refused("button", link={"label": "Go", "url": url})


@pytest.mark.parametrize("url", ["https://example.org/a?b=c", "#sign", "/map/", "tel:+15550100"])
def test_button__takes_addresses_and_anchors(url):
    assert accepted("button", link={"label": "Go", "url": url})["link"].link().href == url


def test_optional_button__may_stay_empty():
    assert accepted("argument", heading="It's broken")["button"].link() is None


def test_number_without_source__is_refused_with_the_reason():
    found = refused("number", number="98%", meaning="are wrong")
    assert found["source"] == "Add a link to the source. Opponents will check this number."


@pytest.mark.parametrize("code", ['<iframe src="x">', "&lt;script&gt;", "<p>&lt;IFRAME</p>"])
def test_pasted_code__is_refused_in_running_text(code):
    assert "Code is not allowed here" in refused("text", text=code)["text"]


def test_image_without_description__is_refused():
    photo = image()
    photo.contextual_alt_text, photo.decorative = "", False
    found = refused("argument", heading="It's broken", images=[photo])
    assert list(found.values()) == [
        "Describe this image for people who can’t see it, or tick “decorative”."
    ]


@pytest.mark.parametrize(("alt", "decorative"), [("Two faces", False), ("", True)])
def test_image__passes_with_words_or_as_decoration(alt, decorative):
    photo = image()
    photo.contextual_alt_text, photo.decorative = alt, decorative
    assert len(accepted("argument", heading="It's broken", images=[photo])["images"]) == 1


def test_five_images__are_too_many():
    photo = image()
    photo.contextual_alt_text, photo.decorative = "A face", False
    with pytest.raises(ValidationError):
        accepted("argument", heading="It's broken", images=[photo] * 5)
