from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from scoreboard.querysets import BillQuerySet
from scoreboard.script_checks import script_problems

TOKENS_HELP = _(
    "Words in braces are filled in: {title} {last} {bill} {bill_title}, and, except in posts, "
    "the visitor's {first} {city} {zip}. Empty: a standard text."
)


class Bill(ClusterableModel):
    """What members are asked to sponsor; one bill may have a number in each chamber."""

    legislature = models.ForeignKey(
        "scoreboard.Legislature",
        models.PROTECT,
        related_name="bills",
        verbose_name=_("legislature"),
    )
    slug = models.SlugField(
        _("address"), unique=True, help_text=_("Such as s4084-116; used in ?bill= addresses.")
    )
    title = models.CharField(_("title"), max_length=250, help_text=_("Without “the” before it."))
    short_title = models.CharField(
        _("short title"),
        max_length=80,
        blank=True,
        help_text=_("Used in posts where space is scarce."),
    )
    summary = models.TextField(_("summary"), blank=True, help_text=_("One or two sentences."))
    congress = models.PositiveSmallIntegerField(_("congress"), null=True, blank=True)
    introduced_on = models.DateField(_("introduced on"), null=True, blank=True)
    text_url = models.URLField(_("link to the text"), max_length=500, blank=True)

    ask_post = models.TextField(_("ask: post"), blank=True, help_text=TOKENS_HELP)
    ask_message = models.TextField(_("ask: message"), blank=True, help_text=TOKENS_HELP)
    ask_call = models.TextField(_("ask: phone call"), blank=True, help_text=TOKENS_HELP)
    thank_post = models.TextField(_("thank: post"), blank=True, help_text=TOKENS_HELP)
    thank_message = models.TextField(_("thank: message"), blank=True, help_text=TOKENS_HELP)
    thank_call = models.TextField(_("thank: phone call"), blank=True, help_text=TOKENS_HELP)
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)

    objects = BillQuerySet.as_manager()

    class Meta:
        ordering = [models.F("introduced_on").desc(nulls_last=True), "-pk"]
        verbose_name = _("bill")
        verbose_name_plural = _("bills")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        problems = script_problems(self)
        if problems:
            raise ValidationError(problems)

    @cached_property
    def numbers_by_chamber(self) -> dict[int, "BillNumber"]:
        """By chamber id, the first chamber first; one query."""
        numbers = sorted(
            self.numbers.select_related("chamber"), key=lambda n: (n.chamber.position, n.pk)
        )
        return {number.chamber_id: number for number in numbers}

    @property
    def label(self) -> str:
        """'S.4084 / H.R.7356', or the title of a bill that has no number yet."""
        numbers = [number.number for number in self.numbers_by_chamber.values()]
        return " / ".join(numbers) or self.brief_title

    @property
    def brief_title(self) -> str:
        return self.short_title or self.title

    def name_in(self, chamber_id: int) -> str:
        """The number that members of this chamber know the bill by."""
        number = self.numbers_by_chamber.get(chamber_id)
        return number.number if number else self.label


class BillNumber(models.Model):
    """The bill's number in one chamber."""

    bill = ParentalKey(Bill, related_name="numbers", verbose_name=_("bill"))
    chamber = models.ForeignKey(
        "scoreboard.Chamber",
        models.PROTECT,
        related_name="bill_numbers",
        verbose_name=_("chamber"),
    )
    number = models.CharField(_("number"), max_length=40, help_text=_("Such as S.4084."))
    slug = models.SlugField(_("key"), unique=True, help_text=_("Such as s4084-116."))
    url = models.URLField(_("official page"), max_length=500, blank=True)

    class Meta:
        ordering = ["chamber__position", "pk"]
        verbose_name = _("number of a bill")
        verbose_name_plural = _("numbers of a bill")
        constraints = [
            models.UniqueConstraint(fields=["bill", "chamber"], name="bill_number_per_chamber"),
        ]

    def __str__(self) -> str:
        return self.number
