# The two commands of the README: `make demo` and `make test`. Everything installs into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO_NOW := 2026-11-23T12:00:00+01:00
# What is imported is compiled once and kept, also on machines that are told to keep nothing.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: demo test test-fast lint types field bench clean setup serve

setup: $(READY)

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,postgres]'
	@touch $@

demo: $(READY)
	@$(BIN)/agenda-scraper --sources sources.yaml --database sqlite:///demo/agenda.db --public demo/public \
		crawl --replay fixtures --now $(DEMO_NOW)

serve: demo
	@$(BIN)/agenda-scraper --sources sources.yaml --database sqlite:///demo/agenda.db --public demo/public serve

test: $(READY)
	$(BIN)/python -m pytest -n auto --dist worksteal

test-fast: $(READY)
	$(BIN)/python -m pytest -n auto --dist worksteal -m 'not slow'

lint: $(READY)
	$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

field: $(READY)
	$(BIN)/python bench/field.py

bench: $(READY)
	$(BIN)/python bench/run.py

clean:
	rm -rf $(VENV) demo dist build
