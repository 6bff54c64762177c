"""How a campaign page reaches visitors: rendered once, kept until something it shows changes."""

from typing import TYPE_CHECKING, Any

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from wagtail.blocks import StreamValue
from wagtail.images import get_image_model
from wagtail.models import PageViewRestriction, Site

from campaign_blocks.kit import versions
from campaign_blocks.kit.caching import mark_public
from campaign_blocks.kit.overlay import Overlay
from campaign_blocks.kit.preloading import preload

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from wagtail.models import Page as Base
else:
    Base = object

SECONDS_KEPT = 10 * 60  # what hangs on the clock is late by no more than this


class CampaignPageMixin(Base):
    """A page whose whole HTML may be shared by all visitors; restricted pages never are.

    The page keeps its sections in a stream called `body`.
    """

    body: StreamValue

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.serve_with_overlay(request, None)

    def serve_with_overlay(self, request: HttpRequest, overlay: Overlay | None) -> HttpResponse:
        if not self.may_be_shared(request):
            return self.fresh(request, overlay)
        bodies, key = caches["bodies"], self.body_key(request, overlay)
        content = bodies.get(key)
        if content is None:
            request.draws_shared_page = True  # type: ignore[attr-defined]
            content = self.fresh(request, overlay).content
            bodies.set(key, content, SECONDS_KEPT)
        return mark_public(HttpResponse(content))

    def fresh(self, request: HttpRequest, overlay: Overlay | None) -> HttpResponse:
        request.campaign_overlay = overlay  # type: ignore[attr-defined]
        response = super().serve(request)
        if hasattr(response, "render"):
            response.render()
        return response

    def may_be_shared(self, request: HttpRequest) -> bool:
        preview = getattr(request, "is_preview", False)
        return bool(not preview and self.live and not self.get_view_restrictions())

    def body_key(self, request: HttpRequest, overlay: Overlay | None) -> str:
        """By live revision, not the latest: saving a draft must not empty the public cache."""
        published = self.last_published_at.timestamp() if self.last_published_at else 0
        parts = [
            self.pk,
            self.live_revision_id or 0,
            published,
            getattr(Site.find_for_request(request), "pk", 0),  # a host is anybody's word
            translation.get_language(),
            overlay.key if overlay else "",
            versions.fingerprint(request),
        ]
        return "page:" + ":".join(str(part) for part in parts)

    def get_view_restrictions(self) -> "QuerySet[PageViewRestriction]":
        """Asked by Wagtail's own check and by ours: the same query set, so one query for both.

        Where no page of the site is restricted, one look says so, and nobody walks up the tree.
        """
        if not hasattr(self, "_view_restrictions"):
            any_page = PageViewRestriction.objects.all()
            restricted = any_page.exists()
            self._view_restrictions = (
                super().get_view_restrictions() if restricted else any_page.none()
            )
        return self._view_restrictions

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        self.preload_records()
        context = super().get_context(request, *args, **kwargs)
        context["overlay"] = getattr(request, "campaign_overlay", None)
        return context

    def preload_records(self) -> None:
        """What the sections and the page itself refer to, in one query per model."""
        fields = [field for field in self._meta.fields if field.related_model is get_image_model()]
        own = {field: getattr(self, field.attname) for field in fields}
        images = preload(self.body, images=[key for key in own.values() if key])
        for field, key in own.items():
            if key in images:
                setattr(self, field.name, images[key])
