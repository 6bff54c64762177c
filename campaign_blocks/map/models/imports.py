"""What an import did, kept so that it can be taken back."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportState(models.TextChoices):
    PREVIEW = "preview", _("Looked at, not imported")
    DONE = "done", _("Imported")
    UNDONE = "undone", _("Taken back")


class ImportRun(models.Model):
    """One file. `content` is kept while it is only looked at; `journal` is what undoing needs.

    journal: {"created": {pk: fingerprint}, "updated": {pk: {"before": {...}, "after": print}}}
    """

    map = models.ForeignKey(
        "map.Map", on_delete=models.CASCADE, related_name="imports", verbose_name=_("map")
    )
    file_name = models.CharField(_("file"), max_length=255)
    content = models.TextField(blank=True, editable=False)
    keep_lookalikes = models.BooleanField(default=False, editable=False)
    state = models.CharField(
        _("state"), max_length=8, choices=ImportState.choices, default=ImportState.PREVIEW
    )
    created = models.PositiveIntegerField(_("new"), default=0)
    updated = models.PositiveIntegerField(_("changed"), default=0)
    unchanged = models.PositiveIntegerField(_("unchanged"), default=0)
    journal = models.JSONField(default=dict, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("by"),
    )
    created_at = models.DateTimeField(_("when"), auto_now_add=True)

    class Meta:
        verbose_name = _("import of places")
        verbose_name_plural = _("imports of places")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.file_name
