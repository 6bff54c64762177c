"""The doors through which letters enter: the worker, and what is known of a person."""

from typing import Any

from django.urls import URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter

from campaign_blocks.kit.doors import LetterWay, WorkerStep
from campaign_blocks.kit.personal_data import PersonalData
from campaign_blocks.petition.letters import personal
from campaign_blocks.petition.letters.decide import DECIDED, DECISIONS, PAUSED, RESUMED
from campaign_blocks.petition.letters.deliver import LetterDelivery
from campaign_blocks.petition.letters.staff import urls
from campaign_blocks.petition.letters.ways import letter_way


@hooks.register("register_worker_step")
def letters_step() -> WorkerStep:
    return WorkerStep("petition.letters", 2.0, LetterDelivery().run)


@hooks.register("register_letter_way")
def letters_through_a_petition() -> LetterWay:
    return letter_way


@hooks.register("register_personal_data")
def letters_of_a_person() -> PersonalData:
    return PersonalData(
        name="letters",
        label=_("Letters to lawmakers"),
        rows=personal.rows,
        erase=personal.erase,
    )


@hooks.register("register_admin_urls")
def letters_urls() -> list[URLResolver]:
    return [path("letters/", include(urls))]


class Decided(LogFormatter):
    label = _("Decided about letters")

    def format_message(self, log_entry: Any) -> str:
        data = log_entry.data
        decision = DECISIONS.get(data.get("decision"))
        what = decision.label if decision else data.get("decision")
        return _("%(n)s letters: %(what)s") % {"n": data.get("letters"), "what": what}


@hooks.register("register_log_actions")
def letters_log(actions: LogActionRegistry) -> None:
    actions.register_action(DECIDED)(Decided)
    actions.register_action(PAUSED, _("Pause letters"), _("Letters paused"))
    actions.register_action(RESUMED, _("Resume letters"), _("Letters go on"))
