"""The doors through which the list of public names enters page and admin."""

from django.urls import URLResolver, include, path
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter

from campaign_blocks.kit.slots import Fill
from campaign_blocks.petition import recent
from campaign_blocks.petition.public_names import urls
from campaign_blocks.petition.services.show_publicly import KEEP_OUT, LET_THROUGH


class HowMany(LogFormatter):
    def format_message(self, log_entry: object) -> str:
        return f"{self.label}: {getattr(log_entry, 'data', {}).get('count', 0)}"


@hooks.register("register_slot")
def recent_slot() -> tuple[str, Fill]:
    return "petition.recent", recent.fill


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLResolver]:
    return [path("petition/", include(urls))]


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    for action, label in (
        (LET_THROUGH, gettext_lazy("Let public names through")),
        (KEEP_OUT, gettext_lazy("Kept public names out")),
    ):
        formatter = type("Formatter", (HowMany,), {"label": label})
        actions.register_action(action)(formatter)
