from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel

from scoreboard.models.bill_number import BillNumber
from scoreboard.querysets import BillQuerySet
from scoreboard.script_checks import script_problems

TOKENS_HELP = _(
    "Words in braces are filled in: {title} {last} {bill} {bill_title}, and, except in posts, "
    "the visitor's {first} {city} {zip}. Empty: a standard text."
)


class BillStatus(models.TextChoices):
    """How far a bill has come; the words on screen say it in one go."""

    INTRODUCED = "introduced", _("Introduced")
    ONE_CHAMBER = "one", _("Passed one chamber")
    BOTH_CHAMBERS = "both", _("Passed both chambers")
    LAW = "law", _("Became law")
    VETOED = "vetoed", _("Vetoed")
    ENDED = "ended", _("Ended with its session")


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
    status = models.CharField(
        _("status"), max_length=12, choices=BillStatus.choices, default=BillStatus.INTRODUCED
    )
    latest_action = models.CharField(_("latest action"), max_length=500, blank=True)
    latest_action_on = models.DateField(_("date of the latest action"), null=True, blank=True)
    reintroduces = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="reintroduced_as",
        verbose_name=_("same bill in an earlier session"),
        help_text=_("So that pages can lead from the old version to the new one."),
    )
    keep_current = models.BooleanField(
        _("keep current from Congress.gov"),
        default=False,
        help_text=_("The worker reads the sponsors of each number every few hours."),
    )
    notify = models.TextField(
        _("tell about changed stances"),
        blank=True,
        help_text=_("E-mail addresses of staff, one on each line."),
    )

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
        problems = {**script_problems(self), **self._own_problems()}
        if problems:
            raise ValidationError(problems)

    def _own_problems(self) -> dict[str, str]:
        problems = {}
        if wrong := [address for address in self.notified if not is_address(address)]:
            problems["notify"] = gettext("Not an e-mail address: %s") % wrong[0][:100]
        if self.pk and self.pk in {bill.pk for bill in self.earlier_versions()}:
            problems["reintroduces"] = gettext("A bill cannot be its own earlier version.")
        return problems

    @property
    def notified(self) -> list[str]:
        """The addresses of staff who are told when a stance changes."""
        return [line.strip() for line in self.notify.splitlines() if line.strip()]

    def earlier_versions(self) -> list["Bill"]:
        """The same bill in earlier sessions, the latest of them first."""
        found: list[Bill] = []
        before = self.reintroduces
        while before is not None and before not in found:
            found.append(before)
            before = before.reintroduces
        return found

    @cached_property
    def numbers_by_chamber(self) -> dict[int, BillNumber]:
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


def is_address(words: str) -> bool:
    try:
        validate_email(words)
    except ValidationError:
        return False
    return True
