from typing import Any


def user_can_moderate(user: Any) -> bool:
    """Sees who signed, and may change what a petition shows."""
    return bool(user.has_perms(["petition.view_signature", "petition.change_petition"]))
