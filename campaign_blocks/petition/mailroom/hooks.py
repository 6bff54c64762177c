"""The doors through which the mailroom enters the admin."""

from django.urls import URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet
from wagtail.log_actions import LogActionRegistry

from campaign_blocks.petition.mailroom import urls
from campaign_blocks.petition.mailroom.updates import update_viewset


@hooks.register("register_admin_urls")
def mailroom_urls() -> list[URLResolver]:
    return [path("petition/", include(urls))]


@hooks.register("register_admin_viewset")
def updates() -> ViewSet:
    return update_viewset


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    actions.register_action("petition.update_queue", _("Queue"), _("Queued for all signers"))
    actions.register_action("petition.update_pause", _("Pause"), _("Paused"))
    actions.register_action("petition.update_resume", _("Resume"), _("Resumed"))
