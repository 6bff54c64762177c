from wagtail import hooks

from tests.acme_poll.blocks import PollBlock


@hooks.register("register_campaign_block")
def poll():
    return "acme_poll", PollBlock()
