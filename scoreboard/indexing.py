"""Bulk writes send no signals, so the search index is told here."""

import logging
from collections.abc import Sequence

from django.db import transaction
from wagtail.search.backends import get_search_backends_with_name

from scoreboard.models import Legislator

logger = logging.getLogger("campaign.scoreboard")


def index_later(people: Sequence[Legislator]) -> None:
    """Once this transaction is committed, in one go per search backend."""
    transaction.on_commit(lambda: index_now(people))


def index_now(people: Sequence[Legislator]) -> None:
    """A search server that is down keeps nobody from importing; `update_index` catches up."""
    for name, backend in get_search_backends_with_name(with_auto_update=True):
        try:
            backend.add_bulk(Legislator, people)
        except Exception:
            if not backend.catch_indexing_errors:
                raise
            logger.exception("The search backend %s did not take the imported people.", name)
