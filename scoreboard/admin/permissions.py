"""Who may do what with the scoreboard."""

from typing import Any

from wagtail_modeladmin.helpers import PermissionHelper


def user_can_import(user: Any) -> bool:
    return bool(user.has_perm("scoreboard.import_people"))


class ReadOnly(PermissionHelper):
    """Rows that are read, never written by hand."""

    def user_can_create(self, user: Any) -> bool:
        return False

    def user_can_edit_obj(self, user: Any, obj: Any) -> bool:
        return False

    def user_can_delete_obj(self, user: Any, obj: Any) -> bool:
        return False


class NeverCreated(PermissionHelper):
    """Reports come from visitors; staff decide on them."""

    def user_can_create(self, user: Any) -> bool:
        return False
