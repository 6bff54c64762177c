import pytest

from campaign_blocks.organizations.logos import LogoSize, filters
from campaign_blocks.organizations.services import draw_logos
from tests.organizations.factories import make_logo, make_organization, make_wall

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("size", LogoSize)
def test_renditions__weigh_four_kilobytes_at_most(size):
    logo = make_logo("Electronic Privacy")
    weights = {
        spec: rendition.file.size for spec, rendition in logo.get_renditions(*filters(size)).items()
    }
    assert max(weights.values()) <= 4096, weights


def test_draw_logos__makes_every_size_and_format_once():
    organization = make_organization(logo=make_logo())
    assert draw_logos(organization_ids=[organization.pk]) == 1
    assert organization.logo.renditions.count() == 6
    assert draw_logos(organization_ids=[organization.pk]) == 1
    assert organization.logo.renditions.count() == 6


def test_draw_logos__leaves_organizations_without_logo_alone():
    assert draw_logos(organization_ids=[make_organization().pk]) == 0


def test_saving__draws_the_logo_in_the_background(django_capture_on_commit_callbacks):
    logo = make_logo()
    with django_capture_on_commit_callbacks(execute=True):
        make_organization(logo=logo)
    assert logo.renditions.count() == 6


def test_draw_logos__asks_the_database_as_often_for_one_as_for_many(django_assert_num_queries):
    ids = [one.pk for one in make_wall(5)]
    draw_logos(organization_ids=ids)
    with django_assert_num_queries(2):
        draw_logos(organization_ids=ids)
