# Every command of the project. `make run` is the one to begin with.
SHELL := /bin/sh
BIN := .venv/bin
PY := $(BIN)/python
RUNTIME := .venv/.installed-runtime
DEV := .venv/.installed-dev
CODE := cms home search campaign_blocks scoreboard
LOCK := --quiet --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

.DEFAULT_GOAL := help
.PHONY: help run test check services services-stop bench budget lock clean

help: ## What can be done here
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 24

run: $(RUNTIME) ## Start the site, the worker and the demo campaign (PORT, LEGISLATORS)
	@exec $(PY) manage.py start

test: $(DEV) ## Run every test this machine can run (REQUIRE_SERVICES=1: a missing service fails)
	@$(PY) -m deploy.suite

services: $(DEV) ## Start PostgreSQL, Redis, Elasticsearch and a mail sink for the tests
	@$(PY) -m deploy.services start

services-stop: ## End what `make services` started
	@if [ -x $(PY) ]; then $(PY) -m deploy.services stop; fi

check: $(DEV) ## Lint, format, types, import rules, migrations, deployment, templates
	@$(PY) -m deploy.checks

bench: $(DEV) ## Measure pages and signing: medians of three interleaved rounds
	@$(PY) -m deploy.bench

budget: $(DEV) ## Weigh the demo's pages against their budgets; axe and Lighthouse
	@$(PY) -m deploy.budget

lock: $(DEV) ## Turn requirements*.in into locked lists with hashes
	$(BIN)/uv pip compile requirements.in -o requirements.txt $(LOCK)
	$(BIN)/uv pip compile requirements-dev.in -o requirements-dev.txt $(LOCK)

clean: services-stop ## Remove what installing and testing made; the site's data in var/ stays
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find $(CODE) tests deploy -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUNTIME): requirements.txt requirements-tools.txt
	@deploy/install.sh requirements.txt
	@touch $@

$(DEV): requirements-dev.txt requirements-tools.txt
	@deploy/install.sh requirements-dev.txt
	@touch $@
