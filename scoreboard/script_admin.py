"""Where staff write what visitors say, with a preview beside it for each stance."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.views.snippets import SnippetViewSet

from scoreboard.models import Bill, ScriptSet
from scoreboard.script_form import ScriptSetForm

HELP = _(
    "<p>Choose a stance above the preview to read what people of that stance are told. Those who "
    "support the bill are only ever thanked, all others only ever asked. A call holds 60 words, a "
    "post on X 280 characters, on Bluesky 300; the longest name counts.</p>"
)


PANELS = [
    HelpPanel(HELP),
    MultiFieldPanel(
        [FieldPanel("ask_call"), FieldPanel("ask_post"), FieldPanel("ask_message")],
        heading=_("To those who do not support it"),
    ),
    MultiFieldPanel(
        [FieldPanel("thank_call"), FieldPanel("thank_post"), FieldPanel("thank_message")],
        heading=_("To those who do"),
    ),
    InlinePanel(
        "scripts",
        heading=_("Other words for one stance and one channel"),
        label=_("Text"),
        panels=[
            FieldRowPanel([FieldPanel("position"), FieldPanel("channel")]),
            FieldPanel("text"),
        ],
    ),
]


class ScriptPolicy(ModelPermissionPolicy):
    """Whoever may change a bill may change its texts; the bill itself is made elsewhere."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        if action in {"add", "delete"}:
            return False
        allowed: bool = super().user_has_permission(user, action)
        return allowed


class ScriptSetViewSet(SnippetViewSet):
    model = ScriptSet
    icon = "openquote"
    add_to_admin_menu = True
    menu_order = 221
    menu_label = _("Scripts")
    list_display = ["title", "label"]
    search_fields = ["title", "slug"]
    search_backend_name = None
    copy_view_enabled = False
    edit_handler = ObjectList(PANELS, base_form_class=ScriptSetForm)


register_permission_policy(ScriptSet, ScriptPolicy(Bill), exact_class=True)
