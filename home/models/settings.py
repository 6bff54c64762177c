from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.images import get_image_model_string

from home.panels import ReadabilityPanel

hex_colour = RegexValidator(
    r"^#[0-9A-Fa-f]{6}$", _("Write the colour as # and six digits, for example #C8102E.")
)


@register_setting(icon="site", order=100)
class SiteSettings(BaseSiteSetting):
    """Name and look of one site. Colours are guarded: text on them always stays readable."""

    name = models.CharField(_("name"), max_length=80, default="Campaign")
    tagline = models.CharField(_("tagline"), max_length=120, blank=True)
    footer_text = models.TextField(_("footer text"), max_length=600, blank=True)
    contact_email = models.EmailField(_("contact e-mail"), blank=True)
    privacy_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("privacy page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    logo = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    primary_colour = models.CharField(
        _("primary colour"), max_length=7, default="#C8102E", validators=[hex_colour]
    )
    background_tint = models.CharField(
        _("background tint"), max_length=7, default="#F4EFE6", validators=[hex_colour]
    )

    map_in_menu = models.BooleanField(_("show the map in the menu"), default=False)
    scoreboard_in_menu = models.BooleanField(_("show the scoreboard in the menu"), default=False)

    panels: ClassVar[list[Panel]] = [
        MultiFieldPanel(
            [FieldPanel(name) for name in ("name", "tagline", "logo")], _("Who you are")
        ),
        MultiFieldPanel(
            [
                FieldPanel("primary_colour"),
                FieldPanel("background_tint"),
                ReadabilityPanel(),
            ],
            _("Colours"),
            help_text=_("Black or white text is chosen by itself, whichever reads better."),
        ),
        MultiFieldPanel(
            [FieldPanel("map_in_menu"), FieldPanel("scoreboard_in_menu")],
            _("Menu"),
            help_text=_("Pages join the menu by “Show in menus” among their own settings."),
        ),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("footer_text", "contact_email", "privacy_page")],
            _("Footer"),
        ),
    ]

    class Meta:
        verbose_name = _("site settings")

    def __str__(self) -> str:
        return self.name
