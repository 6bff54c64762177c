from django.conf import settings
from django.core.files.storage import default_storage
from django.db import models
from django.utils.translation import gettext_lazy as _

FOLDER = "images/share"  # beside the renditions: what may be public of a storage


class ShareImage(models.Model):
    """The picture of a link to a person, or to the bill itself, as the worker last made it.

    Its address holds the digest of what it shows, so whoever keeps it need never ask again. The
    former one stays until the next is made: pages that name it may be kept for a day.
    """

    bill = models.ForeignKey(
        "scoreboard.Bill",
        models.CASCADE,
        null=True,
        related_name="share_images",
        verbose_name=_("bill"),
    )
    legislator = models.ForeignKey(
        "scoreboard.Legislator",
        models.CASCADE,
        null=True,
        related_name="share_images",
        verbose_name=_("legislator"),
    )
    name = models.CharField(_("name of the file"), max_length=130)
    digest = models.CharField(_("digest"), max_length=16)
    former = models.CharField(_("former digest"), max_length=16, blank=True)
    alt = models.CharField(_("what it shows"), max_length=500, blank=True)
    made_at = models.DateTimeField(_("made"), auto_now=True)

    class Meta:
        verbose_name = _("share image")
        verbose_name_plural = _("share images")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["bill", "legislator"],
                condition=models.Q(legislator__isnull=False, bill__isnull=False),
                name="share_image_per_person_and_bill",
            ),
            models.UniqueConstraint(
                fields=["legislator"],
                condition=models.Q(bill__isnull=True),
                name="share_image_without_bill",
            ),
            models.UniqueConstraint(
                fields=["bill"],
                condition=models.Q(legislator__isnull=True),
                name="share_image_of_bill",
            ),
            models.CheckConstraint(
                condition=models.Q(bill__isnull=False) | models.Q(legislator__isnull=False),
                name="share_image_shows_something",
            ),
        ]

    def __str__(self) -> str:
        return self.path()

    def path(self, kind: str = "", digest: str = "") -> str:
        return f"{FOLDER}/{self.name}-{digest or self.digest}{kind}.jpg"

    @property
    def url(self) -> str:
        return absolute(default_storage.url(self.path()))

    @property
    def tall_url(self) -> str:
        return absolute(default_storage.url(self.path(TALL)))


TALL = "-tall"


def absolute(url: str) -> str:
    return f"{settings.BASE_URL}{url}" if url.startswith("/") else url
