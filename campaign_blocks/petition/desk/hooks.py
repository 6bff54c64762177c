"""The doors through which the desk enters the admin."""

import time
from typing import Any

from django.urls import URLResolver, include, path
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter

from campaign_blocks.kit.doors import Pause, WorkerStep
from campaign_blocks.kit.personal_data import PersonalData
from campaign_blocks.petition import switches
from campaign_blocks.petition.desk import personal, urls
from campaign_blocks.petition.services import bulk_changes, tallies
from campaign_blocks.petition.services.bulk_worker import bulk_step
from campaign_blocks.petition.services.fraud_look import FraudLook
from campaign_blocks.petition.services.switching import PAUSE, RESUME


@hooks.register("register_admin_urls")
def desk_urls() -> list[URLResolver]:
    return [path("petition/", include(urls))]


class WithReason(LogFormatter):
    def format_message(self, log_entry: Any) -> str:
        reason = log_entry.data.get("reason")
        return f"{self.label}: {reason}" if reason else str(self.label)


ACTIONS = {
    PAUSE: gettext_lazy("Paused"),
    RESUME: gettext_lazy("Resumed"),
    bulk_changes.COUNTED: gettext_lazy("Counted"),
    bulk_changes.STARTED: gettext_lazy("Started"),
    bulk_changes.STOPPED: gettext_lazy("Stopped"),
    bulk_changes.UNDOING: gettext_lazy("Undone"),
}


@hooks.register("register_pause")
def pause() -> Pause:
    return switches.paused


@hooks.register("register_personal_data")
def bulk_rows() -> PersonalData:
    return PersonalData(
        name="bulk_changes",
        label=gettext_lazy("Changes by staff"),
        rows=personal.rows,
        erase=personal.erase,
    )


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    for action, label in ACTIONS.items():
        formatter = type("Formatter", (WithReason,), {"label": label})
        actions.register_action(action)(formatter)


@hooks.register("register_worker_step")
def bulk_worker() -> WorkerStep:
    return WorkerStep("petition.bulk", 1.0, bulk_step)


@hooks.register("register_worker_step")
def fraud_worker() -> WorkerStep:
    return WorkerStep("petition.fraud", 30.0, FraudLook().run)


@hooks.register("register_worker_step")
def purge_tallies() -> WorkerStep:
    return WorkerStep("petition.tallies", 60.0, lambda: tallies.purge(time.time()))
