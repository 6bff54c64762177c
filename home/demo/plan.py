"""What a run would make, found out without writing anything."""

from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.db.models import Model
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from campaign_blocks.map.models import Map
from campaign_blocks.organizations.models import Organization
from campaign_blocks.partners.models import PartnerPage
from campaign_blocks.petition.models import Petition
from home.demo.art.catalogue import PICTURES
from home.demo.coalition import LANDING, rows
from home.demo.congress import bill_facts
from home.demo.library import COLLECTION, DOCUMENTS
from home.demo.logins import PEOPLE
from home.demo.mapping import SLUG as MAP
from home.demo.petitions import PETITION, SIGNUP
from home.demo.prose import PAGES
from home.demo.site import TITLE, demo_home
from scoreboard.imports.records import Roster
from scoreboard.imports.writer import write_roster
from scoreboard.models import Bill


def plan(roster: Roster | None) -> list[str]:
    titles = [picture.title for picture in PICTURES] + [f"Logo: {row['name']}" for row in rows()]
    files = [title for title, _ in DOCUMENTS.values()]
    kept = {"collection__name": COLLECTION}
    found = [
        *missing("image", get_image_model(), "title", titles, **kept),
        *missing("document", get_document_model(), "title", files, **kept),
        *missing("organization", Organization, "slug", [row["slug"] for row in rows()]),
        *missing("petition", Petition, "slug", [PETITION, SIGNUP]),
        *missing("map", Map, "slug", [MAP]),
        *missing("bill", Bill, "slug", [bill_facts()["slug"]]),
        *missing("partner page", PartnerPage, "slug", [slug for slug, *_ in LANDING]),
        *missing("login", get_user_model(), "username", [name for name, _ in PEOPLE]),
    ]
    return found + people(roster) + pages()


def missing(
    kind: str, model: type[Model], field: str, names: Iterable[str], **where: str
) -> list[str]:
    stored = set(model._default_manager.filter(**where).values_list(field, flat=True))
    return [f"{kind} {name}" for name in names if name not in stored]


def people(roster: Roster | None) -> list[str]:
    if roster is None:
        return []
    changes = write_roster(roster, dry_run=True)
    return [f"legislator {name}" for name in (*changes.created, *changes.updated, *changes.retired)]


def pages() -> list[str]:
    home = demo_home()
    if home is None:
        return [f"page {title}" for title in (TITLE, *(prose.title for prose in PAGES))]
    stored = set(home.get_children().values_list("slug", flat=True))
    return [f"page {prose.title}" for prose in PAGES if prose.slug not in stored]
