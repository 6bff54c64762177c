import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connections

from campaign_blocks.petition import address_blocks, consent_texts, forgetting, switches
from campaign_blocks.petition.exports import asking, views
from campaign_blocks.petition.models import (
    AddressKey,
    Consent,
    ConsentText,
    CountDelta,
    MailToken,
    OutboxMessage,
    Petition,
    PetitionCount,
    Signature,
)
from tests.petition.exporting import staff as member
from tests.petition.factories import form_data, make_petition


@pytest.fixture(autouse=True)
def nothing_remembered():
    """What a process remembers of one test's database is wrong in the next."""
    forgetting.forget()
    consent_texts.kept_texts.forget()
    address_blocks.key_of.forget()
    switches.forget()


@pytest.fixture
def petition(db):
    return make_petition(title="Ban it", slug="ban-it")


@pytest.fixture
def post(client):
    """Signs as the browser of a visitor on our own page would."""

    def send(petition, headers=None, **values):
        return client.post(
            f"/petitions/{petition.slug}/sign/",
            form_data(petition, **values),
            headers={"origin": "http://testserver", **(headers or {})},
        )

    return send


@pytest.fixture
def connection_vendor():
    from django.db import connection

    return connection.vendor


@pytest.fixture
def real_transactions(django_db_setup, django_db_blocker):
    """The database itself, for many threads; its own rows are removed, those of migrations stay."""
    made = [MailToken, OutboxMessage, Consent, CountDelta, PetitionCount, Signature]
    with django_db_blocker.unblock():
        yield
        Signature.objects.exclude(state="erased").update(state="erased")  # or consents would stay
        for model in (*made, Petition, ConsentText, AddressKey):
            model.objects.all().delete()
        connections.close_all()


@pytest.fixture
def staff(client, django_user_model):
    """Signs somebody in with no more than the named permissions."""

    def login(*names, groups=()):
        user = django_user_model.objects.create_user("staff", "staff@example.org", "x")
        codes = ["access_admin", *names]
        user.user_permissions.set(Permission.objects.filter(codename__in=codes))
        user.groups.set(Group.objects.filter(name__in=groups))
        client.force_login(user)
        return user

    return login


@pytest.fixture
def officer(client, django_user_model, db):
    user = member(django_user_model, "officer", "export_signature", "view_signature")
    client.force_login(user)
    return client


@pytest.fixture
def few(monkeypatch):
    """More than two signatures are many."""
    for module in (asking, views):
        monkeypatch.setattr(module, "AT_ONCE", 2)
