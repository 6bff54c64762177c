"""For a plugin's own migrations: change what is stored in every campaign stream.

    from wagtail.blocks.migrations.operations import RenameStructChildrenOperation
    from campaign_blocks.kit.stream_migrations import migrate_campaign_blocks

    class Migration(migrations.Migration):
        dependencies = [("home", "0001_initial")]
        operations = [
            migrate_campaign_blocks(
                (RenameStructChildrenOperation("question", "title"), "acme_poll"),
            )
        ]

Live rows, drafts and all older revisions change together. Going back is a no-op.
"""

from collections.abc import Iterator
from typing import Any

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython
from django.db.models import Model
from wagtail.blocks.migrations.migrate_operation import MigrateStreamData

from campaign_blocks.kit.fields import CampaignStreamField


def migrate_campaign_blocks(*operations_and_paths: tuple[Any, str]) -> RunPython:
    """Pairs of a Wagtail block operation and the path of the blocks it changes."""

    def forward(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        for model, field in campaign_streams(apps):
            change = MigrateStreamData(
                app_name=model._meta.app_label,
                model_name=model._meta.model_name,
                field_name=field.name,
                operations_and_block_paths=list(operations_and_paths),
            )
            change.migrate_stream_data_forward(apps, schema_editor)

    return RunPython(forward, RunPython.noop)


def campaign_streams(apps: Apps) -> Iterator[tuple[type[Model], CampaignStreamField]]:
    """Every campaign stream that has a column: (model, field)."""
    for model in apps.get_models():
        for field in model._meta.local_fields:
            if isinstance(field, CampaignStreamField):
                yield model, field
