from dataclasses import fields
from itertools import count

from django.db.models import F

from campaign_blocks.organizations.models import Organization
from campaign_blocks.petition.form_token import FormToken
from campaign_blocks.petition.identity.fingerprints import fingerprint
from campaign_blocks.petition.models import Petition, Signature
from campaign_blocks.petition.services.may_go import ONE_SIGNING
from campaign_blocks.petition.services.sign import Origin, Signer, sign_petition

numbers = count(1)


def make_petition(**values):
    n = next(numbers)
    defaults = {"title": f"Petition {n}", "slug": f"petition-{n}", "show_from": 0}
    return Petition.objects.create(**{**defaults, "confirm_by_mail": False, **values})


def make_organization(**values):
    n = next(numbers)
    return Organization.objects.create(**{"name": f"Group {n}", "slug": f"group-{n}", **values})


def sign(petition, **facts):
    """Facts of the signer and of the origin, by name; `partner_opt_in` answers the partner's."""
    mine = {one.name: facts.pop(one.name) for one in fields(Origin) if one.name in facts}
    if mine.get("partner_id"):
        facts["organization_opt_ins"] = {mine["partner_id"]: facts.pop("partner_opt_in", False)}
    return sign_petition(petition_id=petition.pk, signer=Signer(**facts), origin=Origin(**mine))


def make_signature(petition, **values):
    domain = values.pop("email_domain", "example.org")
    email = values.pop("email", f"signer{next(numbers)}@{domain}")
    facts = {"name": "Ana", "email": email, "postal_code": "94110", **values}
    sign(petition, **facts)
    return petition.signatures.order_by("pk").last()


def let_it_age(signature, ago=ONE_SIGNING):
    """As if it had been signed that long before; a second form is then no mistake any more."""
    Signature.objects.filter(pk=signature.pk).update(created_at=F("created_at") - ago)


def make_crowd(petition, number, domain):
    """So many signatures alike, in one statement: for tests that need a number, not people."""
    first = make_signature(petition, email=f"crowd@{domain}")
    facts = {one.attname: getattr(first, one.attname) for one in Signature._meta.concrete_fields}
    del facts["id"]
    emails = [f"crowd{n}@{domain}" for n in range(1, number)]
    Signature.objects.bulk_create(
        Signature(**{**facts, "email": email, "fingerprint": fingerprint(email)})
        for email in emails
    )


def token_for(petition, **values):
    return FormToken(petition_id=petition.pk, **values).sign()


def form_data(petition, **values):
    data = {
        "name": "Ana Ruiz",
        "email": "ana@example.org",
        "postal_code": "94110",
        "opt_in": "no",
        "website": "",
        "form_token": token_for(petition),
    }
    data.update(values)
    return {name: value for name, value in data.items() if value is not None}
