"""Every door through which the petition plugin enters the campaign."""

from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet
from wagtail.snippets.models import register_snippet

from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.doors import WorkerStep
from campaign_blocks.kit.slots import Fill
from campaign_blocks.petition import blocks, slots
from campaign_blocks.petition.admin.petitions import PetitionGroup
from campaign_blocks.petition.choosers import petition_chooser, signup_chooser
from campaign_blocks.petition.desk import hooks as desk_hooks  # noqa: F401  registers its own
from campaign_blocks.petition.letters import hooks as letter_hooks  # noqa: F401  the same
from campaign_blocks.petition.mailroom import hooks as mail_hooks  # noqa: F401  the same
from campaign_blocks.petition.numbers import hooks as numbers_hooks  # noqa: F401  the same
from campaign_blocks.petition.public_names import hooks as names_hooks  # noqa: F401  the same
from campaign_blocks.petition.rights import hooks as rights_hooks  # noqa: F401  as above
from campaign_blocks.petition.services.deliver import Delivery
from campaign_blocks.petition.services.expire import Opening, destroy_keys, expire_pending
from campaign_blocks.petition.services.fresh_link import answer_wishes
from campaign_blocks.petition.services.judge import judge
from campaign_blocks.petition.services.remind import remind
from campaign_blocks.petition.services.roll_up import roll_up
from campaign_blocks.petition.services.updates import fill_outbox

register_snippet(PetitionGroup)


@hooks.register("register_campaign_block")
def opening_petition() -> tuple[str, CampaignBlock]:
    return "opening_petition", blocks.OpeningPetitionBlock()


@hooks.register("register_campaign_block")
def petition() -> tuple[str, CampaignBlock]:
    return "petition", blocks.PetitionFormBlock()


@hooks.register("register_campaign_block")
def local() -> tuple[str, CampaignBlock]:
    return "local", blocks.LocalSignupBlock()


@hooks.register("register_slot")
def token_slot() -> tuple[str, Fill]:
    return "petition.token", slots.tokens


@hooks.register("register_slot")
def count_slot() -> tuple[str, Fill]:
    return "petition.count", slots.counts


@hooks.register("register_admin_viewset")
def choosers() -> list[ViewSet]:
    return [petition_chooser, signup_chooser]


@hooks.register("register_worker_step")
def judge_step() -> WorkerStep:
    return WorkerStep("petition.judge", 1.0, judge)


@hooks.register("register_worker_step")
def roll_up_step() -> WorkerStep:
    return WorkerStep("petition.roll_up", 1.0, roll_up)


@hooks.register("register_worker_step")
def deliver_step() -> WorkerStep:
    return WorkerStep("petition.deliver", 1.0, Delivery().run)


@hooks.register("register_worker_step")
def fresh_link_step() -> WorkerStep:
    return WorkerStep("petition.fresh_links", 1.0, answer_wishes)


@hooks.register("register_worker_step")
def remind_step() -> WorkerStep:
    return WorkerStep("petition.remind", 300.0, remind)


@hooks.register("register_worker_step")
def update_step() -> WorkerStep:
    return WorkerStep("petition.updates", 2.0, fill_outbox)


@hooks.register("register_worker_step")
def expire_step() -> WorkerStep:
    return WorkerStep("petition.expire", 3600.0, expire_pending)


@hooks.register("register_worker_step")
def keys_step() -> WorkerStep:
    return WorkerStep("petition.keys", 3600.0, destroy_keys)


@hooks.register("register_worker_step")
def opening_step() -> WorkerStep:
    return WorkerStep("petition.opening", 5.0, Opening().run)
