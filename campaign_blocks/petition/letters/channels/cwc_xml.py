"""A letter as CWC 2.0 reads it. Every word goes in as text of an element, never as markup."""

from xml.etree.ElementTree import Element, SubElement, tostring

from django.conf import settings
from django.utils import timezone

from campaign_blocks.petition.letters.channels.base import OutgoingLetter

Tree = dict[str, "str | Tree"]


def write_message(letter: OutgoingLetter, office: str) -> bytes:
    root = Element("CWC")
    fill(root, {"CWCVersion": "2.0"})
    fill(root, {"Delivery": delivery(letter)})
    answer = {"MemberOffice": office, "IsResponseRequested": "Y", "NewsletterOptIn": "N"}
    fill(root, {"Recipient": dict(answer)})
    fill(root, {"Constituent": constituent(letter, office)})
    fill(root, {"Message": message(letter)})
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def delivery(letter: OutgoingLetter) -> Tree:
    agent = settings.CWC
    contact = {"Name": "agent_contact", "Email": "agent_email", "Phone": "agent_phone"}
    return {
        "DeliveryId": letter.key,
        "DeliveryDate": f"{timezone.now():%Y%m%d}",
        "DeliveryAgent": agent["agent"],
        "DeliveryAgentAckEmailAddress": agent["agent_email"],
        "DeliveryAgentContact": {
            f"DeliveryAgentContact{part}": agent[name] for part, name in contact.items()
        },
        "Organization": letter.sender_name or agent["agent"],
        "OrganizationContact": {
            f"OrganizationContact{part}": agent[name] for part, name in contact.items()
        },
        "OrganizationAbout": letter.campaign,
        "CampaignId": letter.campaign_id,
    }


def constituent(letter: OutgoingLetter, office: str) -> Tree:
    first, last = split_name(letter)
    return {
        "Prefix": letter.postal_address.get("prefix", ""),
        "FirstName": first,
        "MiddleName": "",
        "LastName": last,
        "Suffix": "",
        "Title": "",
        "ConstituentOrganization": "",
        "Address1": letter.postal_address.get("street", ""),
        "Address2": "",
        "Address3": "",
        "City": letter.postal_address.get("city", ""),
        "StateAbbreviation": postal_state(office),
        "Zip": letter.postal_code,
        "Phone": letter.phone,
        "AddressValidation": "N",
        "Email": letter.signer_email,
        "EmailValidation": "Y",
    }


def message(letter: OutgoingLetter) -> Tree:
    return {
        "Subject": letter.subject,
        "LibraryOfCongressTopics": {"LibraryOfCongressTopic": settings.CWC["topic"]},
        "ConstituentMessage": letter.body,
        "MoreInfo": letter.campaign_url,
    }


def split_name(letter: OutgoingLetter) -> tuple[str, str]:
    """Congress wants two names. Who gave one is called by it in both."""
    name = letter.signer_name
    if letter.given_name and name.startswith(letter.given_name):
        first, last = letter.given_name, name[len(letter.given_name) :].strip()
    else:
        first, _space, last = name.rpartition(" ")
    return (first or last, last or first)


def postal_state(office: str) -> str:
    """American Samoa is AQ to the House and AS to the mail."""
    state = office[1:3]
    return "AS" if state == "AQ" else state


def fill(parent: Element, tree: Tree) -> None:
    for name, value in tree.items():
        element = SubElement(parent, name)
        if isinstance(value, dict):
            fill(element, value)
        else:
            element.text = allowed(value)


def allowed(text: str) -> str:
    """What XML 1.0 can hold at all."""
    return "".join(c for c in text if c in "\t\n" or is_character(ord(c)))


def is_character(code: int) -> bool:
    return 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF
