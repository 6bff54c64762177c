"""What changes by the second on cached pages: form tokens and counts."""

from collections.abc import Mapping, Sequence

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import formats, translation
from django.utils.html import escape

from campaign_blocks.petition import form_token
from campaign_blocks.petition.memory import Memory
from campaign_blocks.petition.progress import Progress, progress_of

SECONDS = 5.0
Words = dict[str, str]
NOTHING = {"number": "", "line": ""}


def tokens(arguments: Sequence[str], request: HttpRequest) -> Mapping[str, str]:
    return {argument: escape(form_token.from_argument(argument).sign()) for argument in arguments}


def counts(arguments: Sequence[str], request: HttpRequest) -> Mapping[str, str]:
    """ "12:number" is the number alone, empty while it is too low to be shown; "12:line" the line.

    One slot name for both, so that one query serves all petitions of a page.
    """
    wanted = {argument: argument.split(":") for argument in arguments}
    words = all_words(sorted({pk for pk, _part in wanted.values()}))
    return {argument: words[pk][part] for argument, (pk, part) in wanted.items()}


def all_words(petition_ids: Sequence[str]) -> dict[str, Words]:
    """At most five seconds old; one query for all petitions of the page."""
    found = kept_words((tuple(sorted(petition_ids)), translation.get_language() or ""))
    return {pk: found.get(int(pk), NOTHING) for pk in petition_ids}


def find_words(wanted: tuple[tuple[str, ...], str]) -> dict[int, Words]:
    petition_ids, _language = wanted
    found = progress_of(int(pk) for pk in petition_ids)
    return {pk: words_for(progress) for pk, progress in found.items()}


kept_words: Memory[tuple[tuple[str, ...], str], dict[int, Words]] = Memory(find_words, SECONDS)


def words_for(progress: Progress) -> Words:
    number = formats.number_format(progress.count, force_grouping=True)
    return {
        "number": number if progress.is_shown else "",
        "line": render_to_string("petition/progress.html", {"progress": progress}).strip(),
    }
