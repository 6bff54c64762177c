"""A visitor reports what is wrong on a lawmaker's page, on a phone, with and without JavaScript."""

PAGE = "/scoreboard/mitch-mcconnell/"


def test_report__from_the_persons_page(phone):
    page = phone
    page.goto(PAGE)
    page.get_by_role("link", name="Something wrong? Tell us").click()
    page.get_by_label("What is wrong, and what is right?").fill("The phone number is an old one.")
    page.wait_for_timeout(2100)
    page.get_by_role("button", name="Send to the campaign").click()
    assert page.get_by_role("heading", name="Thank you").is_visible()
    assert page.context.cookies() == []


def test_report__what_is_missing_is_said_at_its_field(phone):
    page = phone
    page.goto(f"{PAGE}correction/")
    page.wait_for_timeout(2100)
    page.get_by_role("button", name="Send to the campaign").click()
    field = page.get_by_label("What is wrong, and what is right?")
    assert field.get_attribute("aria-invalid") == "true"
    assert page.get_by_role("link", name="Say what is wrong.").is_visible()
