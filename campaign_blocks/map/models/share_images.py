from django.conf import settings
from django.core.files.storage import default_storage
from django.db import models
from django.utils.translation import gettext_lazy as _

FOLDER = "images/share"  # beside the renditions: what may be public of a storage


class MapImage(models.Model):
    """The picture of a link to a place or a state, as the worker last made it.

    Its address holds the digest of what it shows, so whoever keeps it need never ask again. The
    former one stays until the next is made: pages that name it may be kept for a day.
    """

    key = models.CharField(_("what it shows"), max_length=60, unique=True)
    digest = models.CharField(_("digest"), max_length=16)
    former = models.CharField(_("former digest"), max_length=16, blank=True)
    made_at = models.DateTimeField(_("made"), auto_now=True)

    class Meta:
        verbose_name = _("share image of a map")
        verbose_name_plural = _("share images of maps")
        default_permissions = ()

    def __str__(self) -> str:
        return self.path()

    def path(self, digest: str = "") -> str:
        return f"{FOLDER}/map-{self.key}-{digest or self.digest}.png"

    @property
    def url(self) -> str:
        address = default_storage.url(self.path())
        return f"{settings.BASE_URL}{address}" if address.startswith("/") else address
