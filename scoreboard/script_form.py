from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm

from scoreboard.script_checks import script_problem


class ScriptSetForm(WagtailAdminModelForm):
    """Texts of single stances and channels are checked beside the bill that they speak of."""

    def defer_required_fields(self) -> None:
        """A preview shows what is too long, with its number; only saving refuses it."""
        super().defer_required_fields()
        self.instance.is_rehearsed = True

    def is_valid(self) -> bool:
        is_valid: bool = super().is_valid()
        formset = self.formsets.get("scripts")
        if not is_valid or formset is None or self.instance.is_rehearsed:
            return is_valid
        checked = [self.check_script(form) for form in formset.forms]
        return all(checked)

    def check_script(self, form: Any) -> bool:
        told = form.cleaned_data
        if not told or told.get("DELETE") or not told.get("text"):
            return True
        problem = script_problem(self.instance, told["position"], told["channel"], told["text"])
        if problem:
            form.add_error("text", problem)
        return not problem
