from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Func
from django.db.models.sql.compiler import SQLCompiler


class PlainOrder(Func):
    """Text compared character by character, so that a prefix is a range that an index can serve."""

    template = '(%(expressions)s COLLATE "C")'
    arity = 1

    def as_sqlite(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any
    ) -> Any:
        """SQLite compares so by itself."""
        return self.as_sql(compiler, connection, template="(%(expressions)s)", **context)
