"""What is measured on a million rows: pages of staff, searches, and the worker's long work."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client

from campaign_blocks.petition.exports.asking import ask
from campaign_blocks.petition.exports.choosing import Choice
from campaign_blocks.petition.exports.making import Making, discard
from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.numbers.gathering import refresh
from campaign_blocks.petition.services.audit import audit
from campaign_blocks.petition.services.erase import erase_person
from deploy.bench.million import Figure, all_steps
from deploy.bench.million_rows import ADDRESS, sign_one

PAGE = 0.3
LIST = "/admin/petition/signature/"


def figures(petition: Petition) -> list[Figure]:
    get = staff()
    small = Petition.objects.exclude(pk=petition.pk).get()
    refresh(petition)
    pages = {
        "count.json": f"/petitions/{petition.slug}/count.json",
        "petition's own page": petition.get_absolute_url(),
        "numbers": f"/admin/petitions/numbers/{petition.pk}/",
        "petitions, list": "/admin/snippets/petition/petition/",
        "dashboard": "/admin/",
        "signatures, first page": LIST,
        "signatures, page 40": f"{LIST}?p=40",
        "signatures of the big petition": f"{LIST}?petition={petition.pk}",
        "signatures of the small petition": f"{LIST}?petition={small.pk}",
        "signatures that wait": f"{LIST}?state=pending",
        "signatures that are suspect (none)": f"{LIST}?state=suspect",
        "confirmed ones of the big petition": (f"{LIST}?petition={petition.pk}&state=confirmed"),
        "waiting ones of the big petition (none)": (f"{LIST}?petition={petition.pk}&state=pending"),
        "confirmed ones of the small petition (none)": (
            f"{LIST}?petition={small.pk}&state=confirmed"
        ),
        "search by e-mail address": f"{LIST}?q={ADDRESS}",
        "search by e-mail address, unknown": f"{LIST}?q=nobody@example.org",
        "search by a common beginning": f"{LIST}?q=an",
        "search by a rare name": f"{LIST}?q=ana ruiz 12",
        "search by a name that nobody has": f"{LIST}?q=zzyzx",
        "page of exports": f"/admin/petitions/export/?petition={petition.pk}",
        "page of paper signatures": f"/admin/petitions/paper/{petition.pk}/",
    }
    read = [Figure(name, PAGE, get(address)) for name, address in pages.items()]
    return [*read, *long_work(petition)]


def long_work(petition: Petition) -> list[Figure]:
    return [
        Figure("all numbers of a petition (worker)", 60, lambda: refresh(petition), 1),
        Figure("audit of all counts", 60, audit, 3),
        Figure("erase_person", 60, lambda: erase_one(petition), 3),
        Figure("export of all, CSV (worker)", 600, lambda: export(petition), 1),
    ]


def erase_one(petition: Petition) -> None:
    sign_one(petition)
    erase_person(email=ADDRESS)


def export(petition: Petition) -> None:
    choice = Choice(petition=petition.pk)
    made = ask(user=user(), choice=choice, kind="csv", reason="measuring")
    longest = max(all_steps(Making().run))
    made.refresh_from_db()
    print(f"    {made.rows} rows, {made.chunks.count()} pieces, longest step {longest:.2f} s")
    discard(made)


def user() -> Any:
    users = get_user_model()._default_manager
    return users.filter(username="bench").first() or users.create_superuser(
        "bench", "bench@example.org", "bench-bench-12"
    )


def staff() -> Callable[[str], Callable[[], None]]:
    """Every answer must be the page itself."""
    settings.ALLOWED_HOSTS = ["*"]
    client = Client()
    client.force_login(user())

    def get(address: str) -> Callable[[], None]:
        def visit() -> None:
            answer = client.get(address)
            if answer.status_code != 200:
                raise SystemExit(f"{address} answers {answer.status_code}")

        visit()
        return visit

    return get
