"""Without a mouse, and with the colours of the visitor's own system."""

import pytest

from tests.journeys.conftest import PHONE
from tests.journeys.test_visitor import someone

COVERED = """() => {
  const bar = document.querySelector(".sign-bar");
  const focused = document.activeElement;
  if (!bar || bar === focused || !bar.checkVisibility({visibilityProperty: true})) return "";
  const box = focused.getBoundingClientRect();
  const top = bar.getBoundingClientRect().top;
  const open = Math.min(innerHeight, top);
  return box.bottom > open + 1 && box.top < innerHeight && box.height < open
    ? focused.outerHTML.slice(0, 120) : "";
}"""


def tab_to(page, selector, at_most=60):
    for _ in range(at_most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached by {at_most} tabs")


def test_keyboard_alone__signs(desktop):
    desktop.goto("/")
    for name, value in (("name", "Ana Lima"), ("email", someone()), ("postal_code", "02139")):
        tab_to(desktop, f"#sign [name={name}]")
        desktop.keyboard.type(value)
    tab_to(desktop, "#sign [name=opt_in]")
    desktop.keyboard.press("Space")
    tab_to(desktop, "#sign [type=submit]")
    desktop.keyboard.press("Enter")
    desktop.wait_for_url("**/thanks/")


def test_every_stop_of_tab__can_be_seen_above_the_sign_bar(open_page):
    page = open_page(**PHONE, reduced_motion="reduce")
    page.goto("/")
    covered = set()
    for _ in range(90):
        page.keyboard.press("Tab")
        page.wait_for_timeout(20)
        covered.add(page.evaluate(COVERED))
    assert covered == {""}


@pytest.mark.parametrize("address", ["/", "/scoreboard/", "/map/"])
def test_forced_colours__leave_edges_and_a_ring(address, open_page):
    page = open_page(viewport={"width": 1280, "height": 900}, forced_colors="active")
    page.goto(address)
    drawn = page.eval_on_selector_all(
        "main input:not([type=hidden]), main button, main .button",
        """all => all.filter(one => one.checkVisibility() && !one.closest(".trap"))
        .map(one => { const look = getComputedStyle(one); return look.appearance === "auto"
        || parseFloat(look.borderBottomWidth) > 0 || look.outlineStyle !== "none"; })""",
    )
    assert drawn
    assert all(drawn)
    tab_to(page, "main a, main button, main input")
    ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert ring in ("solid", "auto", "double")
