"""Who may do what with mail."""

from typing import Any


def user_can_see_outbox(user: Any) -> bool:
    return bool(user.has_perm("petition.view_outboxmessage"))


def user_can_requeue(user: Any) -> bool:
    return bool(user.has_perm("petition.change_outboxmessage"))


def user_can_see_addresses(user: Any) -> bool:
    return bool(user.has_perm("petition.view_signature"))


def user_can_preview(user: Any) -> bool:
    return bool(user.has_perm("petition.change_petition"))


def user_can_write_updates(user: Any) -> bool:
    return bool(user.has_perm("petition.change_update") or user.has_perm("petition.view_update"))


def user_can_send_updates(user: Any) -> bool:
    return bool(user.has_perm("petition.send_update"))


def user_can_lift(user: Any) -> bool:
    return bool(user.has_perm("petition.delete_suppression"))
