import pytest
from wagtail.models import Site

from home.models import CampaignPage, SiteSettings
from tests.kit.factories import campaign_page
from tests.kit.plugins import absent, added, note


@pytest.fixture
def note_block():
    with added(note):
        yield


@pytest.fixture
def home_page(home_page):
    """With the settings of its site, which are otherwise made at the first visit."""
    SiteSettings.for_site(Site.objects.get(is_default_site=True))
    return home_page


@pytest.fixture
def page(note_block, home_page):
    """A published page that holds a poll and a note."""
    return campaign_page(home_page)


@pytest.fixture
def poll_removed(page):
    """The page was published while the poll plugin was installed; now it is not."""
    with absent("tests.acme_poll"):
        yield CampaignPage.objects.get(pk=page.pk)
