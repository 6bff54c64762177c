"""The greeting of a partner, as the campaign page's opening and sign form read it."""

import hashlib

from campaign_blocks.kit.overlay import Overlay
from campaign_blocks.partners.models import PartnerPage

LOGO = "max-480x160|format-webp|webpquality-70"


def greeting(partner: PartnerPage) -> Overlay:
    """`key` is made from everything shown, so a changed greeting is never a cached one."""
    organization = partner.organization
    url, width, height = logo(partner)
    shown = [organization.name, partner.headline, partner.paragraph, url, partner.privacy_policy]
    words = "\0".join([str(partner.pk), partner.slug, *shown])
    return Overlay(
        key=f"{partner.pk}-{hashlib.sha256(words.encode()).hexdigest()[:16]}",
        organization_id=organization.pk,
        kind_id=partner.pk,
        name=organization.name,
        headline=partner.headline,
        text=partner.paragraph,
        logo_url=url,
        logo_width=width,
        logo_height=height,
        privacy_url=partner.privacy_policy,
        home_path=partner.get_absolute_url(),
    )


def logo(partner: PartnerPage) -> tuple[str, int, int]:
    """Address and half the pixel size: the file is made for dense screens."""
    image = partner.organization.logo
    if image is None:
        return "", 0, 0
    try:
        rendition = image.get_rendition(LOGO)
    except OSError:  # the original is gone; the name stands in its place
        return "", 0, 0
    return rendition.url, max(1, rendition.width // 2), max(1, rendition.height // 2)
