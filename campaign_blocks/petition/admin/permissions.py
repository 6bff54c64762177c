from typing import Any

from wagtail_modeladmin.helpers import PermissionHelper


class SignaturePermissions(PermissionHelper):
    """Signatures are read, never written by hand; personal data needs a permission of its own."""

    def user_can_list(self, user: Any) -> bool:
        return bool(user.has_perm("petition.view_signature"))

    def user_can_inspect_obj(self, user: Any, obj: Any) -> bool:
        return self.user_can_list(user)

    def user_can_create(self, user: Any) -> bool:
        return False

    def user_can_edit_obj(self, user: Any, obj: Any) -> bool:
        return False

    def user_can_delete_obj(self, user: Any, obj: Any) -> bool:
        return False


def user_can_export(user: Any) -> bool:
    return bool(user.has_perm("petition.export_signature"))


def user_can_read_numbers(user: Any) -> bool:
    """Sums name nobody: whoever works on petitions may see them."""
    return bool(
        user.has_perm("petition.change_petition") or user.has_perm("petition.view_petition")
    )


def user_can_import_paper(user: Any) -> bool:
    return bool(user.has_perm("petition.import_paper"))
