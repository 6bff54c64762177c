"""Letters to Congress by its own delivery service, Communicating With Congress (CWC)."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.letters.channels.base import Channel, OutgoingLetter, Reach, Refused
from campaign_blocks.petition.letters.channels.cwc_client import active_offices, deliver
from campaign_blocks.petition.letters.channels.cwc_xml import write_message
from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.models.letter_choices import LetterChannel

AGENT = ("agent", "agent_email", "agent_contact", "agent_phone")


@dataclass(frozen=True)
class House:
    """One of the two houses: where its service is, and the key to it."""

    url: str
    key: str
    message_path: str
    offices_path: str


def house_of(office: str) -> House:
    """By the first letter of an office code: H or S."""
    values = settings.CWC
    if office.startswith("H"):
        return House(values["house_url"], values["house_key"], "/v2/message", "/offices")
    return House(
        values["senate_url"], values["senate_key"], "/api/messages/", "/api/active_offices/"
    )


class CongressChannel(Channel):
    name = LetterChannel.CWC
    needs_postal_address = True

    def missing(self) -> str | Promise:
        values = settings.CWC
        houses = [values["house_url"] and values["house_key"]]
        houses.append(values["senate_url"] and values["senate_key"])
        if any(houses) and all(values[name] for name in AGENT):
            return ""
        return _(
            "Needs a vendor contract with the House and the Senate, and the addresses and keys "
            "that come with it (CWC_ settings). Until then nothing is sent this way."
        )

    def allowed_by(self, petition: Petition) -> bool:
        return petition.letter_by_cwc

    def reaches(self, reach: Reach) -> bool:
        house = house_of(reach.office)
        return bool(reach.office and house.url and house.key)

    def send(self, letter: OutgoingLetter) -> None:
        house = house_of(letter.reach.office)
        code = active_code(letter.reach.office, house)
        deliver(house.url + house.message_path, house.key, write_message(letter, code))


def active_code(office: str, house: House) -> str:
    """ "SMA Warren" becomes "SMA01"; Refused for good when the house takes no letters for it."""
    offices = active_offices(house.url + house.offices_path, house.key)
    code = offices.get(office.casefold())
    if code is None:
        raise Refused("the office takes no letters this way", for_good=True)
    return code
