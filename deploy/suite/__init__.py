"""The whole test suite: on SQLite, again on PostgreSQL, then what needs the other services.

Both databases get every test, but for those in a browser, whose site keeps its own SQLite. The
migrations run once on each (tests/database_copies.py); every process takes a copy of the result.
"""
