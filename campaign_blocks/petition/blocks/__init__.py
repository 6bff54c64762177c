from campaign_blocks.petition.blocks.local_signup import LocalSignupBlock
from campaign_blocks.petition.blocks.opening_petition import OpeningPetitionBlock
from campaign_blocks.petition.blocks.petition_form import PetitionFormBlock

__all__ = ["LocalSignupBlock", "OpeningPetitionBlock", "PetitionFormBlock"]
