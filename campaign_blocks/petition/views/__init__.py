from campaign_blocks.petition.views.count import count
from campaign_blocks.petition.views.detail import detail, embed
from campaign_blocks.petition.views.links import confirm, unsubscribe
from campaign_blocks.petition.views.sign import sign
from campaign_blocks.petition.views.thanks import thanks, thanks_embed

__all__ = ["confirm", "count", "detail", "embed", "sign", "thanks", "thanks_embed", "unsubscribe"]
