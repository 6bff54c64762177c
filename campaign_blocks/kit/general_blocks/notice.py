from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, DateBlock

from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.general_blocks.targets import LinkBlock, link_in
from campaign_blocks.kit.groups import TOP
from campaign_blocks.kit.looks import WordChoice

TONES = [("news", _("News")), ("urgent", _("Urgent"))]


class NoticeBlock(CampaignBlock):
    text = CharBlock(max_length=200, label=_("Text"))
    link = LinkBlock(required=False, collapsed=True, label=_("Link"))
    hide_after = DateBlock(
        required=False,
        label=_("Hide after"),
        help_text=_("The last day on which visitors see this. Empty: until you remove it."),
    )
    tone = WordChoice(choices=TONES, default="news", required=False, label=_("Tone"))

    def get_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        last_day = value.get("hide_after")
        context["over"] = bool(last_day and last_day < timezone.localdate())
        context["link"] = link_in(value, "link")
        return context

    class Meta:
        icon = "warning"
        group = TOP
        order = 30
        page_limit = 1
        label = _("Announcement bar")
        description = _("One line across the page for news of the day. Hides itself after a date.")
        template = "kit/notice.html"
        settings_fields = ("tone",)
        label_format = "{text}"
        preview_value = {
            "text": _("The committee votes on Tuesday at 10:00."),
            "link": {"label": _("Come to the hearing"), "url": "#sign"},
            "tone": "news",
        }
