import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from campaign_blocks.kit import versions
from campaign_blocks.organizations.models import Organization
from tests.organizations.factories import make_logo, make_organization

pytestmark = pytest.mark.django_db


def version():
    return versions.read(["organizations"])["organizations"]


def test_slug__is_unique_in_the_database():
    make_organization(slug="acme")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_organization("Other", slug="acme")


def test_name__cannot_be_blank_in_the_database():
    with pytest.raises(IntegrityError), transaction.atomic():
        make_organization("", slug="nameless")


@pytest.mark.parametrize("field", ["website", "privacy_url"])
@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://a.example/", "data:text/html,x"])
def test_addresses__are_web_addresses(field, address):
    organization = Organization(name="Acme", slug="acme", **{field: address})
    with pytest.raises(ValidationError) as error:
        organization.full_clean()
    assert list(error.value.message_dict) == [field]


def test_order__staff_first_then_name():
    for name, place in (("Zeta", 1), ("Beta", 5), ("Alpha", 5)):
        make_organization(name, sort_order=place)
    assert [one.name for one in Organization.objects.in_order()] == ["Zeta", "Alpha", "Beta"]


def test_members__leaves_others_out():
    make_organization("Out", member=False)
    inside = make_organization("In")
    assert list(Organization.objects.members()) == [inside]


def test_deleting_the_logo__keeps_the_organization():
    organization = make_organization(logo=make_logo())
    organization.logo.delete()
    organization.refresh_from_db()
    assert organization.logo is None


@pytest.mark.parametrize(
    "change",
    [
        lambda organization: organization.save(),
        lambda organization: organization.delete(),
        lambda organization: organization.logo.save(),
        lambda organization: organization.logo.delete(),
    ],
    ids=["saved", "deleted", "logo saved", "logo deleted"],
)
def test_change__makes_cached_pages_new(change):
    organization = make_organization(logo=make_logo())
    before = version()
    change(organization)
    assert version() != before


def test_picture_of_nobody__leaves_cached_pages_alone():
    logo = make_logo()
    before = version()
    logo.save()
    assert version() == before
