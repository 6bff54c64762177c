"""What visitors see of single blocks."""

from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from tests.look.factories import image, item, page_with, section

pytestmark = pytest.mark.django_db


def seen(client, page):
    return client.get(page.url).content.decode()


def argument(alt, decorative=False, **settings):
    photo = {"image": image().pk, "alt_text": alt, "decorative": decorative}
    items = [item(photo)]
    return section("argument", heading="It's broken", images=items, **settings)


def test_contents__lists_the_headings_and_leads_to_them(client, home_page):
    faq = section("faq", heading="Your questions", items=[])
    page = page_with(home_page, section("contents"), faq, section("text", text="<p>x</p>"))
    html = seen(client, page)
    assert 'href="#s-0000-faq">Your questions</a>' in html
    assert 'id="s-0000-faq"' in html
    assert html.count('href="#s-') == 1


@pytest.mark.parametrize(("days", "visible"), [(0, True), (1, True), (-1, False)])
def test_notice__hides_after_its_last_day(client, home_page, days, visible):
    last = (date.today() + timedelta(days=days)).isoformat()
    page = page_with(home_page, section("notice", text="Hearing on Tuesday", hide_after=last))
    assert ("Hearing on Tuesday" in seen(client, page)) is visible


def test_text__raises_its_subheadings_to_the_pages_second_level(client, home_page):
    page = page_with(home_page, section("text", text="<h3>Why</h3><p>Because.</p>"))
    html = seen(client, page)
    assert "<h2>Why</h2>" in html or "<h2 data-block-key" in html
    assert "<h3" not in html


def test_document__shows_title_kind_and_size(client, home_page):
    document = get_document_model().objects.create(
        title="Contract",
        file=ContentFile(b"x", name="contract.pdf"),
        file_size=2048,
    )
    paper = item({"document": document.pk, "title": ""})
    html = seen(client, page_with(home_page, section("documents", heading="Papers", items=[paper])))
    assert ">Contract</a>" in html
    assert "PDF, 2.0\xa0KB" in html


def test_button_to_a_draft_page__is_not_shown(client, home_page):
    target = page_with(home_page, slug="target")
    page = page_with(
        home_page, section("button", link={"label": "Join", "page": target.pk}), slug="from"
    )
    assert 'href="/target/"' in seen(client, page)
    target.unpublish()
    assert "Join" not in seen(client, page)


def test_argument__offers_modern_and_old_formats_with_sizes(client, home_page):
    html = seen(client, page_with(home_page, argument(alt="A face")))
    assert 'type="image/avif"' in html
    assert 'alt="A face"' in html
    assert 'loading="lazy"' in html
    assert 'width="800"' in html or 'width="400"' in html


def test_decorative_image__has_an_empty_alt(client, home_page):
    html = seen(client, page_with(home_page, argument(alt="unused", decorative=True)))
    assert 'alt=""' in html
    assert "unused" not in html


@pytest.mark.parametrize("glitch", [True, False])
def test_glitch__is_the_editors_choice_and_never_on_words(client, home_page, glitch):
    html = seen(client, page_with(home_page, argument(alt="A face", glitch=glitch)))
    assert ('class="glitch"' in html) is glitch
    assert "glitch" not in html.split("<h2")[1].split("</h2>")[0]


def test_quote__is_a_blockquote_with_its_speaker(client, home_page):
    page = page_with(
        home_page, section("quote", quote="I was held.", who="R. Ames", role="Detroit")
    )
    html = seen(client, page)
    assert html.index("<blockquote") < html.index("I was held.") < html.index("R. Ames")


def test_words_of_editors__are_escaped(client, home_page):
    bad = "<script>alert(1)</script>"
    page = page_with(
        home_page,
        section("opening", headline=bad, lead=bad),
        section("number", number="1", meaning=bad, source="https://example.org"),
        section("people", heading=bad, items=[item({"name": bad})]),
    )
    assert bad not in seen(client, page)
