"""What a visitor does, on a phone, with and without JavaScript."""

import json
import re
import sqlite3
import time
import urllib.request
import uuid
from contextlib import closing

from playwright.sync_api import expect

SLUG = "ban-facial-recognition"


def someone():
    return f"maria.{uuid.uuid4().hex[:10]}@example.org"


def count(site):
    address = f"{site.url}/petitions/{SLUG}/count.json?fresh={uuid.uuid4().hex}"
    with urllib.request.urlopen(address) as answer:  # noqa: S310  loopback
        return json.load(answer)["count"]


def settled_count(site):
    """The number once the worker has counted what earlier journeys signed."""
    rows = """
        SELECT count(*) FROM petition_signature AS signature
        JOIN petition_petition AS petition ON petition.id = signature.petition_id
        WHERE signature.state = 'confirmed' AND petition.slug = ?
    """
    with closing(sqlite3.connect(f"file:{site.database}?mode=ro", uri=True)) as connection:
        assert eventually(lambda: count(site) == connection.execute(rows, [SLUG]).fetchone()[0])
    return count(site)


def fill(page, email, name="Maria García", postal_code="94110"):
    form = page.locator("form#sign")
    form.get_by_label("Full name").fill(name)
    form.get_by_label("Email address").fill(email)
    form.get_by_label("ZIP code").fill(postal_code)
    return form


def sign(page, email, **values):
    form = fill(page, email, **values)
    form.get_by_label("No emails, just count my signature").check()
    form.get_by_role("button", name="Sign").click()
    page.wait_for_load_state()


def focused(page):
    return page.evaluate("document.activeElement.name")


def eventually(check, seconds=15):
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if check():
            return True
        time.sleep(0.3)
    return False


def test_sign__ends_on_the_thank_you_page_and_counts_once(phone, site):
    before, email = settled_count(site), someone()
    phone.goto("/")
    assert phone.context.cookies() == []
    for _ in range(2):
        phone.goto("/")
        sign(phone, email)
        expect(phone).to_have_url(re.compile(f"/petitions/{SLUG}/thanks/$"))
        expect(phone.locator("h1")).to_contain_text("Thank you")
    assert eventually(lambda: count(site) == before + 1)
    assert phone.context.cookies() == []


def test_signed__the_new_number_stands_on_the_page(phone, site):
    before = settled_count(site)
    phone.goto("/")
    sign(phone, someone())
    assert eventually(lambda: count(site) == before + 1)
    phone.goto("/petitions/" + SLUG + "/")
    expected = f"{before + 1:,}"
    assert eventually(lambda: phone.reload() and expected in phone.locator("main").inner_text())


def test_wrong_answers__are_told_at_the_field_and_kept(phone):
    phone.goto("/")
    form = fill(phone, "maria@", name="")
    form.get_by_role("button", name="Sign").click()
    expect(phone).to_have_title(re.compile("^Error:"))
    summary = phone.locator("main .error-summary")
    assert summary.get_by_role("heading", name="There is a problem").is_visible()
    links = summary.get_by_role("link").all_inner_texts()
    assert len(links) == 2
    form = phone.locator("form#sign")
    assert form.get_by_label("ZIP code").input_value() == "94110"
    for label, text in zip(("Full name", "Email address"), links, strict=True):
        field = form.get_by_label(label)
        assert field.get_attribute("aria-invalid") == "true"
        described = field.get_attribute("aria-describedby").split()
        said = " ".join(phone.locator(f"[id='{name}']").inner_text() for name in described)
        assert text in said


def test_error_link__moves_the_focus_to_its_field(phone):
    phone.goto("/")
    fill(phone, "maria@").get_by_role("button", name="Sign").click()
    phone.locator(".error-summary a").first.click()
    assert eventually(lambda: focused(phone) == "email" or phone.url.endswith("email"))


def test_thank_you_page__offers_to_share_the_clean_address(desktop, site):
    desktop.goto("/")
    sign(desktop, someone())
    desktop.wait_for_url("**/thanks/")
    links = desktop.eval_on_selector_all("main a[href]", "all => all.map(link => link.href)")
    for host in ("bsky.app", "x.com", "wa.me"):
        shared = [link for link in links if host in link]
        assert shared, host
        assert "example.org" not in shared[0]


def test_video__is_requested_only_after_the_click(desktop):
    asked = []
    desktop.on("request", lambda request: asked.append(request.url))
    desktop.goto("/")
    desktop.evaluate("window.scrollTo({top: document.body.scrollHeight, behavior: 'instant'})")
    desktop.wait_for_load_state("networkidle")
    assert not [url for url in asked if re.search(r"\.(webm|mp4)|/documents/", url)]
    desktop.get_by_role("button", name=re.compile("^Play video")).first.click()
    desktop.wait_for_function("() => document.querySelector('video')?.readyState > 1")
    assert desktop.evaluate("document.querySelector('video').textTracks.length") == 1


def test_scoreboard__calls_on_those_who_do_not_sponsor_and_thanks_those_who_do(phone):
    phone.goto("/scoreboard/")
    phone.get_by_role("link", name=re.compile("Markey")).first.click()
    expect(phone.locator("main")).to_contain_text(re.compile("thank", re.IGNORECASE))
    phone.goto("/scoreboard/?q=McConnell")
    phone.get_by_role("link", name=re.compile("McConnell")).first.click()
    expect(phone.locator("main")).to_contain_text("Not sponsoring")
    thanks = re.compile(r"thank you for (co)?sponsoring", re.IGNORECASE)
    expect(phone.locator("main")).not_to_contain_text(thanks)


def test_zip_code__finds_the_lawmakers_and_an_unknown_one_says_so(phone):
    phone.goto("/scoreboard/?zip=02139")
    expect(phone.get_by_role("link", name="Edward J. Markey", exact=True)).to_be_visible()
    expect(phone.get_by_role("link", name="Elizabeth Warren", exact=True)).to_be_visible()
    phone.goto("/scoreboard/?zip=00000")
    expect(phone.locator("main")).to_contain_text(re.compile("00000|not know|unknown|find"))


def test_map__filters_give_an_address_that_reloads_to_the_same(phone):
    phone.goto("/map/?state=CA")
    places = phone.locator("main").get_by_role("link")
    expect(places.filter(has_text="San Francisco").first).to_be_visible()
    expect(places.filter(has_text="Boston")).to_have_count(0)
    phone.reload()
    expect(places.filter(has_text="San Francisco").first).to_be_visible()


def test_search__finds_places_people_and_organizations(phone):
    for query, found in (("Oakland", "Oakland"), ("Markey", "Markey"), ("Tor Project", "Tor")):
        phone.goto(f"/search/?q={query}")
        expect(phone.locator("main a").filter(has_text=found).first).to_be_visible()


def test_search__survives_any_query(desktop):
    for query in ('"', "%00", "a" * 10_000, "(((", "' OR 1=1--", "*", ":"):
        response = desktop.goto(f"/search/?q={query}")
        assert response.status == 200, query
        assert desktop.get_by_role("heading", level=1).is_visible()
