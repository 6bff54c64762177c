from campaign_blocks.petition.forms.signature import SignatureForm

__all__ = ["SignatureForm"]
