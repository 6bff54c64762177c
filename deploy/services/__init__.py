"""PostgreSQL, Redis, Elasticsearch and a mail sink for the tests, on ports of their own."""
