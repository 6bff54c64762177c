from typing import Any

from wagtail_modeladmin.views import IndexView

from scoreboard.cells import safe_cell


class SafeIndexView(IndexView):
    """A list whose export holds no cell that a spreadsheet program would run."""

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        value = super().preprocess_field_value(field, value, export_format)
        return safe_cell(value) if isinstance(value, str) else value
