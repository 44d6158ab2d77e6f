# make graph   sets up and builds the graph of seeds/ into output/
# make test    sets up and runs the tests
# make help    lists the rest
#
# Needs GNU make and Python 3.11, 3.12 or 3.13 with venv; PYTHON names another interpreter.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INPUT ?= seeds
OUTPUT ?= output
# a folder with reference annotations and score.py
BENCH ?= ../shared/bench

.DEFAULT_GOAL := help
.PHONY: help graph test format lint types generated docs import notebooks scores all clean

help:
	@echo "graph      sets up and builds the graph of INPUT (seeds) into OUTPUT (output)"
	@echo "test       sets up and runs the tests"
	@echo "lint       style; format mends what can be mended"
	@echo "types      mypy --strict"
	@echo "generated  committed files that are made from others are up to date"
	@echo "docs       makes docs/cli.md, docs/queries.md and the ontology anew"
	@echo "import     the package imports without a warning"
	@echo "notebooks  runs the notebooks"
	@echo "scores     builds what BENCH annotates, prints the scores, checks the floors, writes docs/scores.md"
	@echo "all        all checks, tests first"
	@echo "clean      removes the environment and what was built"

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

# Editable: a change of code or data counts at the next run, without installing again.
$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.developed: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

graph: $(VENV)/.installed
	$(BIN)/kg build $(INPUT) -o $(OUTPUT)

test: $(VENV)/.developed
	$(BIN)/python -m pytest -n 2 --dist loadgroup

format: $(VENV)/.developed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lint: $(VENV)/.developed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.developed
	$(BIN)/mypy

generated: $(VENV)/.developed
	$(BIN)/kg ontology --check
	$(BIN)/python -m tools.build_cli_docs --check
	$(BIN)/python -m tools.build_places --check
	$(BIN)/python -m tools.build_inflections --check
	@if command -v npm > /dev/null; then \
	  $(BIN)/python -m tools.build_map --check && $(BIN)/python -m tools.build_oxigraph --check; \
	else echo "kg/view/vendor is not compared: npm is not installed"; fi

docs: $(VENV)/.developed
	$(BIN)/kg ontology
	$(BIN)/python -m tools.build_cli_docs
	$(BIN)/python -m kg.query.listing > docs/queries.md

import: $(VENV)/.developed
	$(BIN)/python -W error -c "import kg; kg.load"

notebooks: $(VENV)/.developed
	$(BIN)/python -m pytest --nbmake notebooks

scores: $(VENV)/.developed
	$(BIN)/python -m tools.scores $(BENCH) --write
	$(BIN)/python -m tools.ablate_names $(BENCH) --write

all: test lint types generated import notebooks

clean:
	rm -rf $(VENV) $(OUTPUT)/graph.* $(OUTPUT)/knowledge.json
