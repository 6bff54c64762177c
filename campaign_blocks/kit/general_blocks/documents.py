from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock

from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.groups import EVIDENCE
from campaign_blocks.kit.preloading import DocumentChoice


class Paper(NamedTuple):
    title: str
    url: str
    kind: str
    size: int | None


class DocumentItemBlock(StructBlock):
    document = DocumentChoice(label=_("Document"))
    title = CharBlock(
        max_length=120,
        required=False,
        label=_("Title"),
        help_text=_("Left empty: the document’s own title."),
    )

    class Meta:
        icon = "doc-full"
        label_format = "{title}"


class DocumentsBlock(CampaignBlock):
    heading = CharBlock(max_length=80, label=_("Heading"), default=_("Documents"))
    items = ListBlock(DocumentItemBlock(), label=_("Documents"), default=[], collapsed=True)

    def get_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        papers = [paper(item) for item in value.get("items") or () if item.get("document")]
        context["papers"] = papers or (parent_context or {}).get("sample_papers", [])
        return context

    def get_preview_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context: dict[str, Any] = super().get_preview_context(value, parent_context)
        sample = Paper(str(_("The contract with the vendor")), "#", "PDF", 482_000)
        return {**context, "sample_papers": [sample]}

    class Meta:
        icon = "doc-full"
        group = EVIDENCE
        order = 30
        label = _("Documents")
        description = _("Files to read or download, each with its kind and size.")
        template = "kit/documents.html"
        label_format = "{heading}"
        preview_value = {"heading": _("The papers"), "items": []}


def paper(item: Any) -> Paper:
    document = item["document"]
    return Paper(
        title=item.get("title") or document.title,
        url=document.url,
        kind=document.file_extension.upper(),
        size=document.file_size,
    )
