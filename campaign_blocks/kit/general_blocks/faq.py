from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BooleanBlock, CharBlock, ListBlock, StructBlock

from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.groups import CASE
from campaign_blocks.kit.text import PlainText


class QuestionBlock(StructBlock):
    question = CharBlock(max_length=160, label=_("Question"))
    answer = PlainText(label=_("Answer"), help_text=_("A blank line begins a new paragraph."))

    class Meta:
        icon = "help"
        label_format = "{question}"


class QuestionsBlock(CampaignBlock):
    heading = CharBlock(max_length=80, label=_("Heading"), default=_("Questions and answers"))
    items = ListBlock(QuestionBlock(), label=_("Questions"), default=[], collapsed=True)
    open_first = BooleanBlock(required=False, default=True, label=_("Show the first answer"))

    def get_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        context["items"] = [item for item in value.get("items") or () if item.get("question")]
        return context

    class Meta:
        icon = "help"
        group = CASE
        order = 60
        page_limit = 2
        label = _("Questions and answers")
        description = _("Short answers behind their questions. Open without a script.")
        template = "kit/faq.html"
        settings_fields = ("open_first",)
        label_format = "{heading}"
        preview_value = {
            "heading": _("Questions and answers"),
            "items": [
                {
                    "question": _("Is this about all cameras?"),
                    "answer": _("No. It is about software that puts a name to every face."),
                },
                {"question": _("Does it cost anything?"), "answer": _("Only a minute.")},
            ],
            "open_first": True,
        }
