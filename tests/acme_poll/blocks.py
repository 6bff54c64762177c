from wagtail.blocks import CharBlock, ListBlock

from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.groups import ACTION


class PollBlock(CampaignBlock):
    question = CharBlock(max_length=120)
    answers = ListBlock(CharBlock(max_length=60))

    class Meta:
        icon = "list-ol"
        group = ACTION
        description = "Asks visitors one question."
        template = "acme_poll/poll.html"
        preview_value = {"question": "Should cameras know your name?", "answers": ["No", "Never"]}
        label_format = "Poll: {question}"
