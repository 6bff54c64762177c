"""Changing the list of disposable mail domains; judgement follows within a minute."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import transaction

from campaign_blocks.petition import disposable
from campaign_blocks.petition.models import DisposableDomain

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@transaction.atomic
def add_domains(*, names: Iterable[str], by: "User") -> int:
    """Answers how many are new. The names are clean."""
    wanted = set(names)
    known = set(DisposableDomain.objects.filter(domain__in=wanted).values_list("domain", flat=True))
    new = [DisposableDomain(domain=name, added_by=by) for name in sorted(wanted - known)]
    DisposableDomain.objects.bulk_create(new, ignore_conflicts=True, batch_size=500)
    transaction.on_commit(disposable.kept.forget)
    return len(new)


@transaction.atomic
def remove_domains(*, names: Iterable[str]) -> int:
    gone, _by_model = DisposableDomain.objects.filter(domain__in=list(names)).delete()
    transaction.on_commit(disposable.kept.forget)
    return gone
