from itertools import count

from campaign_blocks.organizations.models import Organization
from campaign_blocks.petition.form_token import FormToken
from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.services.sign import sign_petition

numbers = count(1)


def make_petition(**values):
    n = next(numbers)
    defaults = {"title": f"Petition {n}", "slug": f"petition-{n}", "show_from": 0}
    return Petition.objects.create(**{**defaults, "confirm_by_mail": False, **values})


def make_organization(**values):
    n = next(numbers)
    return Organization.objects.create(**{"name": f"Group {n}", "slug": f"group-{n}", **values})


def make_signature(petition, **values):
    email = values.pop("email", f"signer{next(numbers)}@example.org")
    facts = {"name": "Ana", "email": email, "postal_code": "94110", **values}
    sign_petition(petition_id=petition.pk, **facts)
    return petition.signatures.order_by("pk").last()


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
