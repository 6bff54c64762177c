from campaign_blocks.partners.models import PartnerPage
from campaign_blocks.petition.models import Petition
from tests.organizations.factories import make_organization


def make_petition(slug="ban-it", **fields):
    return Petition.objects.create(title=fields.pop("title", "Ban it"), slug=slug, **fields)


def make_partner(page, **fields):
    fields.setdefault("organization", None)
    organization = fields.pop("organization") or make_organization(
        "Acme Rights", slug="acme", privacy_url="https://acme.example/privacy"
    )
    petition = fields.pop("petition", None) or make_petition()
    values = {"slug": organization.slug, "headline": "Acme asks you", "paragraph": "Sign with us."}
    return PartnerPage.objects.create(
        organization=organization, page=page, petition=petition, **{**values, **fields}
    )
