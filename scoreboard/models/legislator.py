from typing import Any

from django.db import models, transaction
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.search import index

from scoreboard.folding import fold
from scoreboard.imports.merge import as_stored
from scoreboard.models.former_address import FormerAddress
from scoreboard.querysets import LegislatorQuerySet


class Legislator(index.Indexed, ClusterableModel):
    """A person who sits, or sat, in a legislature. Retired people keep their page."""

    chamber = models.ForeignKey(
        "scoreboard.Chamber",
        models.PROTECT,
        related_name="legislators",
        verbose_name=_("chamber"),
    )
    slug = models.SlugField(
        _("address"),
        max_length=100,
        unique=True,
        help_text=_("The last part of the page's address."),
    )
    scheme = models.CharField(_("kind of identifier"), max_length=20, default="bioguide")
    identifier = models.CharField(_("identifier"), max_length=80)
    ids = models.JSONField(_("other identifiers"), default=dict, blank=True, editable=False)

    full_name = models.CharField(_("full name"), max_length=120)
    given_name = models.CharField(_("given name"), max_length=80, blank=True)
    family_name = models.CharField(_("family name"), max_length=80)
    nickname = models.CharField(_("nickname"), max_length=80, blank=True)
    sort_name = models.CharField(_("sort name"), max_length=330, editable=False, db_index=True)
    title = models.CharField(
        _("title"),
        max_length=20,
        blank=True,
        help_text=_("Only where it differs from the chamber's, such as “Del.”."),
    )
    photo = models.ForeignKey(
        "wagtailimages.Image",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("photo"),
    )

    party = models.CharField(_("party"), max_length=80, blank=True)
    party_code = models.CharField(_("party, short"), max_length=8, blank=True)
    caucus = models.CharField(_("caucuses with"), max_length=80, blank=True)
    state = models.CharField(_("state"), max_length=10, blank=True, db_index=True)
    district = models.PositiveSmallIntegerField(
        _("district"), null=True, blank=True, help_text=_("0 = at large; empty for senators.")
    )
    area = models.CharField(
        _("electorate"),
        max_length=120,
        blank=True,
        db_index=True,
        help_text=_("The district's name where it has no number; empty for members from a list."),
    )
    on_list = models.BooleanField(_("from a party list"), default=False)
    seat = models.CharField(_("seat"), max_length=160, blank=True)
    voting = models.BooleanField(_("may vote"), default=True)
    in_office = models.BooleanField(_("in office"), default=True, db_index=True)
    term_start = models.DateField(_("term began"), null=True, blank=True)
    term_end = models.DateField(_("term ends"), null=True, blank=True)

    x_handle = models.CharField(_("X account"), max_length=15, blank=True)
    bluesky = models.CharField(_("Bluesky account"), max_length=120, blank=True)
    mastodon = models.CharField(_("Mastodon account"), max_length=120, blank=True)
    facebook = models.CharField(_("Facebook account"), max_length=120, blank=True)
    instagram = models.CharField(_("Instagram account"), max_length=120, blank=True)
    youtube = models.CharField(_("YouTube channel"), max_length=120, blank=True)

    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("website"), max_length=500, blank=True)
    contact_form = models.URLField(_("contact form"), max_length=500, blank=True)
    address = models.CharField(_("postal address"), max_length=250, blank=True)

    imported = models.JSONField(
        _("as imported"),
        default=dict,
        blank=True,
        editable=False,
        help_text=_(
            "Value by field as last imported: what differs was edited by staff and is kept."
        ),
    )
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)

    objects = LegislatorQuerySet.as_manager()

    search_fields = [
        index.SearchField("full_name", boost=4),
        index.SearchField("nickname", boost=2),
        index.SearchField("sort_name"),
        index.SearchField("seat"),
        index.SearchField("area"),
        index.SearchField("party"),
        index.AutocompleteField("full_name"),
        index.AutocompleteField("sort_name"),
        index.FilterField("in_office"),
        index.FilterField("state"),
        index.FilterField("party_code"),
        index.FilterField("sort_name"),
        index.FilterField("chamber_id"),
    ]

    class Meta:
        ordering = ["sort_name", "pk"]
        verbose_name = _("legislator")
        verbose_name_plural = _("legislators")
        constraints = [
            models.UniqueConstraint(fields=["scheme", "identifier"], name="legislator_known_once"),
            models.CheckConstraint(
                condition=~models.Q(identifier=""), name="legislator_has_identifier"
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_name = self.make_sort_name()
        with transaction.atomic():
            self._remember_address()
            super().save(*args, **kwargs)

    def _remember_address(self) -> None:
        """A page that moves leaves its old address behind; one that returns takes it back."""
        stored = type(self).objects.filter(pk=self.pk).values_list("slug", flat=True)
        former = stored.first() if self.pk else None
        if former and former != self.slug:
            FormerAddress.objects.filter(slug=self.slug, legislator=self).delete()
            FormerAddress.objects.get_or_create(slug=former, defaults={"legislator": self})

    def get_absolute_url(self) -> str:
        return reverse("scoreboard:person", args=[self.slug])

    def make_sort_name(self) -> str:
        """Family name first, all other names and the electorate, without accents: for searching."""
        names = [self.family_name, self.given_name, self.nickname, self.full_name, self.area]
        return fold(" ".join(name for name in names if name))[:330]

    @cached_property
    def short_title(self) -> str:
        return self.title or self.chamber.short_title

    @property
    def affiliation(self) -> str:
        """'D-MA', 'D-MA-7', 'D-VT at large' in its shortest common form."""
        district = f"-{self.district}" if self.district else ""
        return f"{self.party_code}-{self.state}{district}"

    @property
    def is_edited(self) -> bool:
        """Whether staff changed something that imports will leave alone."""
        return bool(self.edited_fields)

    @property
    def edited_fields(self) -> list[str]:
        from_file = self.imported or {}
        return [
            name for name, value in from_file.items() if as_stored(getattr(self, name)) != value
        ]
