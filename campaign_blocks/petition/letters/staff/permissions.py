"""Who may do what with letters."""

from typing import Any


def user_can_look(user: Any) -> bool:
    return bool(user.has_perm("petition.view_letter"))


def user_can_decide(user: Any) -> bool:
    return bool(user.has_perm("petition.change_letter"))


def user_can_download(user: Any) -> bool:
    """Names and places leave the house; that is an export like any other."""
    return user_can_look(user) and bool(user.has_perm("petition.export_signature"))
