"""Taking the demo away again, so that it can be built afresh."""

from django.contrib.auth import get_user_model
from django.db import transaction
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page, Site

from campaign_blocks.map.models import Map, Place
from campaign_blocks.organizations.models import Organization
from campaign_blocks.partners.models import PartnerPage
from campaign_blocks.petition.models import Consent, Petition, Signature
from campaign_blocks.petition.services.remove import remove_signatures
from home.demo.coalition import LANDING, rows
from home.demo.congress import bill_facts
from home.demo.library import COLLECTION
from home.demo.logins import PEOPLE
from home.demo.mapping import SLUG as MAP
from home.demo.petitions import PETITION, SIGNUP
from home.demo.site import demo_home
from scoreboard.models import Bill, Legislator


@transaction.atomic
def remove_demo() -> None:
    """Every record that the demo makes, by its name; what others made stays."""
    PartnerPage.objects.filter(slug__in=[slug for slug, *_ in LANDING]).delete()
    _remove_petitions()
    _remove_pages()
    Place.objects.filter(map__slug=MAP).delete()
    Map.objects.filter(slug=MAP).delete()
    Bill.objects.filter(slug=bill_facts()["slug"]).delete()
    Legislator.objects.filter(scheme="bioguide").delete()
    _remove_organizations()
    _remove_files()
    names = [name for name, _ in PEOPLE]
    get_user_model().objects.filter(username__in=names, is_superuser=False).delete()


def _remove_petitions() -> None:
    ours = Petition.objects.filter(slug__in=[PETITION, SIGNUP])
    remove_signatures(rows=Signature.objects.filter(petition__in=ours))
    ours.delete()


def _remove_pages() -> None:
    home = demo_home()
    if home is None:
        return
    Site.objects.filter(root_page=home).update(root_page=Page.objects.get(depth=1))
    Page.objects.get(pk=home.pk).delete()


def _remove_organizations() -> None:
    """An organization that people signed through, or agreed to, for another petition stays."""
    used = set(Signature.objects.exclude(partner=None).values_list("partner_id", flat=True))
    used |= set(
        Consent.objects.exclude(organization=None).values_list("organization_id", flat=True)
    )
    ours = Organization.objects.filter(slug__in=[row["slug"] for row in rows()])
    ours.exclude(pk__in=used).delete()


def _remove_files() -> None:
    collection = Collection.objects.filter(name=COLLECTION).first()
    if collection is None:
        return
    for model in (get_image_model(), get_document_model()):
        for item in model.objects.filter(collection=collection):
            item.delete()
    collection.delete()
