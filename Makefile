# Two commands do all the set-up on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

.PHONY: demo test install check format bench clean
.DEFAULT_GOAL := demo

## demo: read the example articles, show a relation, write a brief into demo/
demo: $(INSTALLED)
	@rm -rf demo && mkdir -p demo
	$(BIN)/detente add examples/articles --db demo/detente.db
	$(BIN)/detente show CHN JPN --db demo/detente.db
	$(BIN)/detente brief CHN JPN --db demo/detente.db -o demo/china-japan.html
	$(BIN)/detente brief CHN JPN --db demo/detente.db -o demo/china-japan.md
	@echo
	@echo "The record is demo/detente.db; the brief is $(CURDIR)/demo/china-japan.html"

## test: format, lint, types, layers and tests
test: $(INSTALLED) check
	$(BIN)/python -m pytest -n 2 --cov --cov-report=term:skip-covered

## check: the checks that run no tests
check: $(INSTALLED)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

## format: put the code into its house style
format: $(INSTALLED)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

## bench: measure speed and memory
bench: $(INSTALLED)
	$(BIN)/python benchmarks/add.py

## install: make .venv with everything pinned in constraints.txt
install: $(INSTALLED)

$(INSTALLED): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Détente needs Python 3.11 or newer; set PYTHON=...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) demo build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
