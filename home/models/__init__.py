from home.models.pages import CampaignPage, HomePage, StandardPage
from home.models.settings import SiteSettings

__all__ = ["CampaignPage", "HomePage", "SiteSettings", "StandardPage"]
