from collections.abc import Container

from django.utils.text import slugify

from scoreboard.imports.records import Person


def free_slug(person: Person, taken: Container[str]) -> str:
    """'jesus-garcia'; a namesake gets the state, or in the end the identifier, behind it."""
    name = slugify(person.full_name)[:80] or slugify(person.identifier)
    candidates = (name, f"{name}-{slugify(person.state)}", f"{name}-{slugify(person.identifier)}")
    return next((slug for slug in candidates if slug not in taken), candidates[-1])
