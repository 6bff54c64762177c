from campaign_blocks.petition.views.confirm import confirm
from campaign_blocks.petition.views.count import count
from campaign_blocks.petition.views.detail import detail, embed
from campaign_blocks.petition.views.fresh_link import fresh_link
from campaign_blocks.petition.views.letter import letter
from campaign_blocks.petition.views.links import unsubscribe
from campaign_blocks.petition.views.my_signature import change, my_data, my_signature, remove
from campaign_blocks.petition.views.sign import sign
from campaign_blocks.petition.views.thanks import thanks, thanks_embed
from campaign_blocks.petition.views.webhooks import tracking

__all__ = [
    "change",
    "confirm",
    "count",
    "detail",
    "embed",
    "fresh_link",
    "letter",
    "my_data",
    "my_signature",
    "remove",
    "sign",
    "thanks",
    "thanks_embed",
    "tracking",
    "unsubscribe",
]
