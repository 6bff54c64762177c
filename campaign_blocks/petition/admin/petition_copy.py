from typing import Any

from modelcluster.models import get_all_child_relations
from wagtail.snippets.views.snippets import CopyView

from campaign_blocks.petition.models import Petition

# The key, its address, what belongs to one life of a petition.
NOT_COPIED = {"id", "slug", "opens_at", "closes_at", "won_at", "created_at", "updated_at"}


class PetitionCopyView(CopyView):
    """A new petition with the settings and rows of another: no address yet, nobody has signed it.

    The form is sent to the page that makes new ones; the old petition is only read.
    """

    http_method_names = ("get", "head")

    def get_initial_form_instance(self) -> Petition:
        return twin_of(self.get_object())


def twin_of(original: Petition) -> Petition:
    twin = Petition(**values_of(original, NOT_COPIED))
    for relation in get_all_child_relations(Petition):
        name, foreign_key = relation.get_accessor_name(), relation.field.attname
        rows = getattr(original, name).all()
        left_out = {"id", foreign_key}
        setattr(twin, name, [type(row)(**values_of(row, left_out)) for row in rows])
    return twin


def values_of(row: Any, left_out: set[str]) -> dict[str, Any]:
    names = [field.attname for field in row._meta.concrete_fields]
    return {name: getattr(row, name) for name in names if name not in left_out}
