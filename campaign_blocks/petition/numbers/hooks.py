"""The doors through which numbers, exports, paper and the audit enter admin and worker."""

from typing import Any

from django.urls import URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from campaign_blocks.kit.doors import ConstituentCounter, DashboardPanel, WorkerStep
from campaign_blocks.kit.personal_data import PersonalData
from campaign_blocks.petition.admin.buttons import listing_buttons
from campaign_blocks.petition.exports.making import Making, discard_old
from campaign_blocks.petition.numbers import personal, urls
from campaign_blocks.petition.numbers.constituents import count_constituents
from campaign_blocks.petition.numbers.dashboard import render_panel
from campaign_blocks.petition.numbers.gathering import Gathering
from campaign_blocks.petition.paper.steps import PaperWork, forget_uploads
from campaign_blocks.petition.services.nightly_audit import audit_if_due


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLResolver]:
    return [path("petitions/", include(urls))]


@hooks.register("register_snippet_listing_buttons")
def buttons(snippet: Any, user: Any, next_url: str | None = None) -> Any:
    return listing_buttons(snippet, user, next_url)


@hooks.register("register_constituent_counter")
def signers_by_district() -> ConstituentCounter:
    return count_constituents


@hooks.register("register_dashboard_panel")
def panel() -> DashboardPanel:
    return DashboardPanel(_("Petitions"), render_panel, order=10)


@hooks.register("register_personal_data")
def paper_rows() -> PersonalData:
    return personal.PAPER


@hooks.register("register_personal_data")
def export_files() -> PersonalData:
    return personal.EXPORTS


@hooks.register("register_worker_step")
def numbers_step() -> WorkerStep:
    return WorkerStep("petition.numbers", 10.0, Gathering().run)


@hooks.register("register_worker_step")
def exports_step() -> WorkerStep:
    return WorkerStep("petition.exports", 2.0, Making().run)


@hooks.register("register_worker_step")
def old_exports_step() -> WorkerStep:
    return WorkerStep("petition.old_exports", 300.0, discard_old)


@hooks.register("register_worker_step")
def paper_step() -> WorkerStep:
    return WorkerStep("petition.paper", 2.0, PaperWork().run)


@hooks.register("register_worker_step")
def uploads_step() -> WorkerStep:
    return WorkerStep("petition.uploads", 3600.0, forget_uploads)


@hooks.register("register_worker_step")
def audit_step() -> WorkerStep:
    return WorkerStep("petition.audit", 600.0, audit_if_due)
