"""The doors through which the mailroom enters the admin, and guards mailboxes for other plugins."""

from django.urls import URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet
from wagtail.log_actions import LogActionRegistry

from campaign_blocks.kit.doors import MailGuard
from campaign_blocks.petition.mailroom import urls
from campaign_blocks.petition.mailroom.updates import update_viewset
from campaign_blocks.petition.services import other_mail
from campaign_blocks.petition.services.may_go import address_may_get_mail


@hooks.register("register_admin_urls")
def mailroom_urls() -> list[URLResolver]:
    return [path("petition/", include(urls))]


@hooks.register("register_admin_viewset")
def updates() -> ViewSet:
    return update_viewset


@hooks.register("register_mail_guard")
def mail_guard() -> MailGuard:
    return MailGuard(may_go=address_may_get_mail, went=other_mail.note)


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    actions.register_action("petition.update_queue", _("Queue"), _("Queued for all signers"))
    actions.register_action("petition.update_pause", _("Pause"), _("Paused"))
    actions.register_action("petition.update_resume", _("Resume"), _("Resumed"))
