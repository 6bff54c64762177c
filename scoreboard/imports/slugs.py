from collections.abc import Container

from django.utils.text import slugify

from scoreboard.imports.records import Person

LONGEST = 100
LONGEST_ENDING = 45


def free_slug(person: Person, taken: Container[str]) -> str:
    """'jesus-garcia'; a namesake gets the state or electorate, or in the end the identifier,
    behind it."""
    name = slugify(person.full_name)[:80] or slugify(person.identifier)[:80]
    endings = (person.state, person.area, person.identifier)
    candidates = [name, *(_with(name, ending) for ending in endings if slugify(ending))]
    return next((slug for slug in candidates if slug not in taken), candidates[-1])


def _with(name: str, ending: str) -> str:
    end = slugify(ending)[-LONGEST_ENDING:].strip("-")
    return f"{name[: LONGEST - len(end) - 1]}-{end}"
