"""Subject, text and HTML of a mail, from words and links. The same for people and for previews."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from campaign_blocks.petition.mails.paragraphs import Link, Paragraph, fill, paragraphs
from campaign_blocks.petition.mails.wording import Words, house_words
from campaign_blocks.petition.models import Petition, PetitionMail, Update
from campaign_blocks.petition.models.choices import MailKind
from campaign_blocks.petition.models.mail_words import TOKEN

# Mails that would be useless without this link get it, whatever staff wrote.
NEEDED_LINKS = ("confirm_link", "letter_link")


@dataclass(frozen=True)
class Composed:
    subject: str
    text: str
    html: str


def compose(
    *,
    kind: str,
    petition: Petition,
    links: Mapping[str, Link],
    own: PetitionMail | Update | None = None,
) -> Composed:
    words = words_of(kind, links, own)
    names = {"petition": one_line(petition.title), "ask": one_line(petition.ask)}
    context = {
        "title": names["petition"],
        "heading": fill(words.heading, names),
        "paragraphs": [*paragraphs(words.text, names, links), *missing(words, names, links)],
        "reason": reason(kind) % {"petition": names["petition"]},
        "foot": [links[name] for name in ("campaign_link", "signature_link", "unsubscribe_link")],
    }
    return Composed(
        subject=one_line(fill(words.subject, names)),
        text=render_to_string("petition/mail/mail.txt", context).strip() + "\n",
        html=render_to_string("petition/mail/mail.html", context),
    )


def words_of(kind: str, links: Mapping[str, Link], own: PetitionMail | Update | None) -> Words:
    if own is not None:
        return Words(subject=own.subject, heading=own.subject, text=own.text)
    return house_words(kind, waits=bool(links["confirm_link"].url))


def missing(words: Words, names: Mapping[str, str], links: Mapping[str, Link]) -> list[Paragraph]:
    there = TOKEN.findall(words.text)
    names_of_links = [name for name in NEEDED_LINKS if name not in there]
    return [one for name in names_of_links for one in paragraphs(f"{{{name}}}", names, links)]


def reason(kind: str) -> str:
    if kind == MailKind.UPDATE:
        return _("You get this because you signed “%(petition)s” and said yes to emails.")
    return _("You get this because your address was typed under “%(petition)s”.")


def one_line(words: str) -> str:
    return " ".join(words.split())
