"""The whole test suite: on SQLite, again on PostgreSQL, then what needs the other services."""
