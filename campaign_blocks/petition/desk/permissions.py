"""Who may do what at the desk."""

from typing import Any


def user_can_switch(user: Any) -> bool:
    return bool(user.has_perm("petition.change_switch"))


def user_can_look(user: Any) -> bool:
    """The desk shows where signatures come from; the signatures are one click away."""
    return bool(user.has_perm("petition.view_signature"))


def user_can_see_bulk(user: Any) -> bool:
    return user_can_look(user) and bool(user.has_perm("petition.view_bulkaction"))


def user_can_change_in_bulk(user: Any) -> bool:
    return user_can_look(user) and bool(user.has_perm("petition.add_bulkaction"))


def user_can_list_domains(user: Any) -> bool:
    return bool(user.has_perm("petition.add_disposabledomain"))
