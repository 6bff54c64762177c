"""Functions that change something: keyword-only, transactional, without a request."""
