from typing import Any

from wagtail.snippets.views.snippets import EditView

from campaign_blocks.petition.admin.buttons import petition_buttons


class PetitionEditView(EditView):
    """The form of a petition, with the doors to its numbers, paper and exports."""

    def get_header_buttons(self) -> list[Any]:
        own: list[Any] = super().get_header_buttons()
        return [*petition_buttons(self.object, self.request.user), *own]
