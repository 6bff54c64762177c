from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ImportState(models.TextChoices):
    UPLOADED = "uploaded", _("Being checked")
    REFUSED = "refused", _("Has errors")
    CHECKED = "checked", _("Ready to import")
    DONE = "done", _("Imported")
    UNDONE = "undone", _("Undone")
    DROPPED = "dropped", _("Not imported")


class ImportRun(models.Model):
    """One import of people: what it read, what it changed, and how to take that back.

    The row stays and says who changed what and when; uploaded files go once they are decided on.
    """

    sources = models.CharField(_("files"), max_length=500)
    options = models.JSONField(_("options"), default=dict, blank=True, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=ImportState.choices)
    problems = models.JSONField(_("errors"), default=list, blank=True, editable=False)
    report = models.JSONField(_("what changes"), default=dict, blank=True, editable=False)
    created = models.PositiveIntegerField(_("new"), default=0)
    updated = models.PositiveIntegerField(_("changed"), default=0)
    retired = models.PositiveIntegerField(_("retired"), default=0)
    unchanged = models.PositiveIntegerField(_("unchanged"), default=0)
    seats_before = models.JSONField(default=list, blank=True, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    created_at = models.DateTimeField(_("when"), default=timezone.now)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("undone by"),
    )

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("import of people")
        verbose_name_plural = _("imports of people")
        default_permissions = ("view",)
        permissions = [("import_people", _("Can import legislators"))]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=ImportState.values), name="import_state_known"
            ),
        ]

    def __str__(self) -> str:
        return self.sources


class ImportFile(models.Model):
    """A file that was uploaded for an import and is not decided on yet."""

    run = models.ForeignKey(
        ImportRun, models.CASCADE, related_name="files", verbose_name=_("import")
    )
    role = models.CharField(max_length=10)
    name = models.CharField(max_length=200)
    body = models.BinaryField()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("file of an import")
        verbose_name_plural = _("files of an import")
        default_permissions = ()

    def __str__(self) -> str:
        return self.name


class ImportedChange(models.Model):
    """What one import did to one person, so that it can be taken back."""

    run = models.ForeignKey(
        ImportRun, models.CASCADE, related_name="changes", verbose_name=_("import")
    )
    legislator = models.ForeignKey(
        "scoreboard.Legislator", models.CASCADE, related_name="+", verbose_name=_("legislator")
    )
    is_new = models.BooleanField(default=False)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("change by an import")
        verbose_name_plural = _("changes by an import")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["run", "legislator"], name="import_change_once"),
        ]

    def __str__(self) -> str:
        return str(self.legislator)
