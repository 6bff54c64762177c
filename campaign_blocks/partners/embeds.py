from campaign_blocks.partners.models import PartnerPage


def organization_of(slug: str) -> int | None:
    """Whose embed `?p=` names; a partner that is switched off is nobody's any more."""
    partners = PartnerPage.objects.active().filter(slug=slug)
    return partners.values_list("organization_id", flat=True).first()
