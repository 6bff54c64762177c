"""What can be done to many places at once."""

from typing import Any

from django.utils.functional import Promise, classproperty
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from campaign_blocks.map.models import Place
from campaign_blocks.map.services.reviewing import mark_checked, publish_places, withdraw_places


class PlacesAction(SnippetBulkAction):
    """`done` says in the singular and the plural what was done to how many."""

    template_name = "map/admin/bulk_action.html"
    permission = "change"
    question: str | Promise = ""
    done: tuple[str, str] = ("", "")

    @classproperty
    def models(cls) -> list[type[Place]]:
        return [Place]

    def check_perm(self, place: Place) -> bool:
        policy, user = self.permission_policy, self.request.user
        return bool(policy.user_has_permission_for_instance(user, self.permission, place))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words = {"question": self.question, "button": self.display_name}
        return {**super().get_context_data(**kwargs), **words}

    def get_execution_context(self) -> dict[str, Any]:
        return {**super().get_execution_context(), "user": self.request.user}

    def get_success_message(self, number: int, children: int) -> str:
        return ngettext(*self.done, number) % {"n": number}


class PublishPlaces(PlacesAction):
    display_name = _("Publish")
    action_type = "publish"
    aria_label = _("Publish the selected places")
    action_priority = 10
    permission = "publish"
    question = _("Show these places on the map? Places without a link to their source stay back.")
    done = ("%(n)d place published.", "%(n)d places published.")

    @classmethod
    def execute_action(cls, objects: list[Place], **kwargs: Any) -> tuple[int, int]:
        return publish_places(places=objects, user=kwargs["user"]), 0


class WithdrawPlaces(PlacesAction):
    display_name = _("Take off the map")
    action_type = "withdraw"
    aria_label = _("Take the selected places off the map")
    action_priority = 20
    permission = "publish"
    question = _("Take these places off the map? They stay here, in review.")
    done = ("%(n)d place taken off the map.", "%(n)d places taken off the map.")

    @classmethod
    def execute_action(cls, objects: list[Place], **kwargs: Any) -> tuple[int, int]:
        return withdraw_places(places=objects, user=kwargs["user"]), 0


class CheckPlaces(PlacesAction):
    display_name = _("Mark as checked")
    action_type = "check"
    aria_label = _("Mark the selected places as checked")
    action_priority = 15
    question = _("You have read the sources of these places? Your name is written beside them.")
    done = ("%(n)d place marked as checked.", "%(n)d places marked as checked.")

    @classmethod
    def execute_action(cls, objects: list[Place], **kwargs: Any) -> tuple[int, int]:
        return mark_checked(places=objects, user=kwargs["user"]), 0
