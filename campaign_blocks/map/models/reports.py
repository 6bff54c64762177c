"""What visitors say about places: one that is missing, or one that is wrong."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campaign_blocks.map.models.maps import WEB

if TYPE_CHECKING:
    from typing import Self


class ReportState(models.TextChoices):
    WAITING = "waiting", _("Waits for you")
    SUSPECT = "suspect", _("Suspect: too many from one sender")
    ACCEPTED = "accepted", _("Accepted")
    DISMISSED = "dismissed", _("Dismissed")


OPEN = (ReportState.WAITING, ReportState.SUSPECT)


class ReportQuerySet(models.QuerySet["Report"]):
    def waiting(self) -> "Self":
        return self.filter(state=ReportState.WAITING)

    def suspect(self) -> "Self":
        return self.filter(state=ReportState.SUSPECT)

    def saying(self, words: str) -> "Self":
        """Every word in what is said, in the city or in the link."""
        found = self
        for word in words.split()[:8]:
            about = Q(what__icontains=word) | Q(city__icontains=word)
            found = found.filter(about | Q(source_url__icontains=word))
        return found

    def thanks_due(self) -> "Self":
        """Accepted, its place is published, and somebody wants to know."""
        return self.filter(
            state=ReportState.ACCEPTED, place__live=True, place__map__published=True
        ).exclude(email="")


class Report(models.Model):
    """A visitor's word about one place. The address goes as soon as it has been used."""

    map = models.ForeignKey(
        "map.Map", on_delete=models.CASCADE, related_name="reports", verbose_name=_("map")
    )
    about = models.ForeignKey(
        "map.Place",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="corrections",
        verbose_name=_("about the place"),
        help_text=_("Empty: a place that is missing."),
    )
    kind = models.ForeignKey(
        "map.Kind",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("kind"),
    )
    what = models.TextField(_("what"))
    city = models.CharField(_("city"), max_length=100, blank=True)
    area = models.CharField(_("state or country"), max_length=60, blank=True)
    source_url = models.URLField(_("link to the source"), max_length=600, validators=[WEB])
    email = models.EmailField(_("email address"), blank=True)
    language = models.CharField(max_length=12, default="en", editable=False)
    state = models.CharField(
        _("state"), max_length=10, choices=ReportState.choices, default=ReportState.WAITING
    )
    place = models.ForeignKey(
        "map.Place",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="reports",
        verbose_name=_("the place made of it"),
    )
    dismissal = models.ForeignKey(
        "map.Dismissal",
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="reports",
    )
    attempts = models.PositiveSmallIntegerField(default=0, editable=False)
    next_attempt_at = models.DateTimeField(null=True, editable=False)
    thanked_at = models.DateTimeField(_("thanked"), null=True, editable=False)
    created_at = models.DateTimeField(_("reported"), auto_now_add=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["state", "-created_at"], name="map_report_by_state")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=ReportState.DISMISSED) | Q(email=""),
                name="map_report_dismissed_keeps_no_address",
            )
        ]

    def __str__(self) -> str:
        words = " ".join(self.what.split())
        return words if len(words) <= 60 else f"{words[:59]}…"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def public_address(self) -> str:
        """Where the visitor may see what became of it."""
        return reverse("map:place", args=[self.place_id]) if self.place_id else ""
