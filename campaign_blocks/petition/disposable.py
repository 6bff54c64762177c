"""Mail domains whose mailboxes are open to everybody, as this process remembers them."""

from campaign_blocks.petition.memory import Memory
from campaign_blocks.petition.models import DisposableDomain

SECONDS = 60.0


def find(_key: None) -> frozenset[str]:
    return frozenset(DisposableDomain.objects.values_list("domain", flat=True))


kept: Memory[None, frozenset[str]] = Memory(find, SECONDS)


def disposable_domains() -> frozenset[str]:
    return kept(None)
