from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm

from campaign_blocks.map.gazetteer import bundled, city_key
from campaign_blocks.map.models import Precision


class PlaceForm(WagtailAdminModelForm):
    """A place without a point gets that of its city, from the bundled list; nobody is asked."""

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        if data.get("location") or "location" in self.errors or not data.get("city"):
            return data
        key = city_key(data["city"], data.get("state") or "", data.get("country") or "US")
        if point := bundled().get(key):
            data["location"], data["precision"] = str(point), Precision.CITY
        return data
