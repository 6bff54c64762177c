"""The page types. What a page shows is made of blocks; facts live in the plugins' records."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel, PublishingPanel
from wagtail.images import get_image_model_string
from wagtail.models import Page
from wagtail.search import index

from campaign_blocks.kit.fields import CampaignStreamField
from campaign_blocks.kit.serving import CampaignPageMixin


class StreamPage(CampaignPageMixin, Page):
    """What all our pages share: sections, and how the page presents itself elsewhere."""

    body = CampaignStreamField(blank=True, verbose_name=_("sections"))
    share_image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("image when shared"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("At least 1200 by 630 pixels. Shown when somebody posts a link to this page."),
    )

    content_panels: ClassVar[list[Panel]] = [*Page.content_panels, FieldPanel("body")]
    promote_panels: ClassVar[list[Panel]] = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("share_image"),
                FieldPanel("show_in_menus"),
            ],
            _("In search results and when shared"),
        )
    ]
    settings_panels: ClassVar[list[Panel]] = [PublishingPanel()]
    search_fields: ClassVar[list[index.BaseField]] = [
        *Page.search_fields,
        index.SearchField("body"),
    ]

    class Meta:
        abstract = True


class HomePage(StreamPage):
    """The page at the address of a site: usually the campaign itself."""

    page_description = _("The first page of a site. It can be the campaign page itself.")
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    template = "home/campaign_page.html"

    class Meta:
        verbose_name = _("home page")


class CampaignPage(StreamPage):
    page_description = _("A campaign: petition, arguments, map, scoreboard and more, in sections.")
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.CampaignPage"]
    template = "home/campaign_page.html"

    class Meta:
        verbose_name = _("campaign page")


class StandardPage(StreamPage):
    page_description = _("Plain text in the site's look: privacy, about, press.")
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.CampaignPage"]
    subpage_types: ClassVar[list[Any]] = []
    template = "home/standard_page.html"

    class Meta:
        verbose_name = _("standard page")
