"""The doors through which the rights of signers enter: the worker and the dashboard."""

from django.urls import URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from campaign_blocks.kit.doors import DashboardPanel, WorkerStep
from campaign_blocks.petition.rights import clearing, panel, urls
from campaign_blocks.petition.services.ledger import file_erasures


@hooks.register("register_worker_step")
def clearing_step() -> WorkerStep:
    return WorkerStep("petition.retention", 600.0, clearing.clear)


@hooks.register("register_worker_step")
def watching_step() -> WorkerStep:
    return WorkerStep("petition.retention_watch", 3600.0, clearing.watch)


@hooks.register("register_worker_step")
def ledger_step() -> WorkerStep:
    return WorkerStep("petition.ledger", 5.0, file_erasures)


@hooks.register("register_dashboard_panel")
def rights_panel() -> DashboardPanel:
    return DashboardPanel(_("Personal data"), panel.render, order=80)


@hooks.register("register_admin_urls")
def rights_urls() -> list[URLResolver]:
    return [path("petition/", include(urls))]
