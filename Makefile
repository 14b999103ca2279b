# Python 3.11+, git and make are all that is needed. `make demo` first; `make test` before a commit.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check
MADE := $(VENV)/.made
TOOL := $(VENV)/.tool
DEV := $(VENV)/.dev
NOTES := $(wildcard fixtures/harrowvale-pcc-*.pdf)
SHARED := ../shared
# Judges whether all can use the pages that are made, in Chromium; where npm is absent its tests are left out.
AXE := npm install --prefix . --no-save --no-audit --no-fund --fetch-retries=0 axe-core@4.14.1

.PHONY: cluster demo test lint type format fixtures snapshots docs pictures bench calibrate noise crossval speed speed-short check-speed size dev clean round-trips many-documents fuzz badinputs

demo: $(TOOL)
	@echo "== One set of minutes: minutes show $(firstword $(NOTES))"
	@$(BIN)/minutes show $(firstword $(NOTES))
	@echo
	@echo "== The open actions of three meetings: minutes actions --open fixtures/harrowvale-pcc-*.pdf"
	@$(BIN)/minutes actions --open $(NOTES)

test: $(DEV)
	@[ -e node_modules/axe-core ] || ! command -v npm >/dev/null || $(AXE) >/dev/null 2>&1 || \
	  echo "axe-core could not be had: its tests will say that they are left out"
	@echo "Running the whole test suite"
	@$(BIN)/python -m pytest

lint: $(DEV)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports

type: $(DEV)
	@$(BIN)/mypy

format: $(DEV)
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

fixtures: $(DEV)
	@$(BIN)/python -m fixtures.build

snapshots: $(DEV)
	@$(BIN)/python -m fixtures.snapshots

docs: $(DEV)
	@$(BIN)/python -m fixtures.docs

# Those of the README; the one of the report needs Chromium.
pictures: $(DEV)
	@$(BIN)/python -m fixtures.pictures

NEEDS_CORPUS = if [ ! -e $(SHARED)/bench/score.py ] || [ ! -d $(SHARED)/corpus/gold ]; then \
	  echo "$@: needs $(SHARED)/bench/score.py and $(SHARED)/corpus (documents with hand-made gold)" >&2; exit 1; fi

bench: $(TOOL)
	@$(NEEDS_CORPUS)
	@$(BIN)/python benchmarks/lowest_fields.py -n 12 \
	  $(BIN)/python $(SHARED)/bench/score.py $(SHARED)/corpus/gold --docs $(SHARED)/corpus/docs \
	  --command '$(BIN)/minutes parse {file} --format json' --worst 10
	@echo
	@$(BIN)/python -m benchmarks.calibrate
	@$(BIN)/python -m benchmarks.inversions

# Counts anew how often each rule is right: what `confidence` is made of.
calibrate: $(TOOL)
	@$(NEEDS_CORPUS)
	@$(BIN)/python -m benchmarks.calibrate --write

# Rules of `minutes check` over the corpus, and findings at random to judge.
noise: $(TOOL)
	@$(NEEDS_CORPUS)
	@$(BIN)/python -m benchmarks.rule_noise --sample 20

crossval: $(DEV)
	@$(BIN)/python -c 'import sklearn' 2>/dev/null || $(PIP) install --editable '.[train]'
	@$(BIN)/python -m training.crossval

round-trips: $(DEV)
	@$(BIN)/python -m benchmarks.round_trips

# Two thousand documents with poison among them.
many-documents: $(DEV)
	@$(BIN)/python -m benchmarks.many_documents

# The same over a Dask cluster of two workers, one of which is killed.
cluster: $(DEV)
	@$(BIN)/python -m benchmarks.cluster

# Good documents, changed at random, through workers. Another SEED gives others: SEED=$$RANDOM, an hour now and then.
SECONDS = 60
SEED = 1
JOBS = 1
fuzz: $(DEV)
	@$(BIN)/python -m fuzzing --seconds $(SECONDS) --seed $(SEED) --jobs $(JOBS)

# Broken and hostile inputs, made anew, each read in a process of its own; takes half an hour. ARGS="--only pdf" for some.
badinputs: $(DEV)
	@$(BIN)/python -m fixtures.badinputs $(ARGS)

# Writes docs/speed.md and its plot; markitdown is compared where it is installed.
speed: $(DEV)
	@$(BIN)/python benchmarks/speed.py

speed-short: $(DEV)
	@$(BIN)/python benchmarks/speed.py --short --keep build/speed

check-speed: $(DEV)
	@$(BIN)/python -m benchmarks.check_speed

# Builds a register of 10,000 meetings first, which takes five minutes or so.
size: $(DEV)
	@$(BIN)/python benchmarks/register_size.py

dev: $(DEV)

clean:
	rm -rf $(VENV) dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

# The stamps below are files: a second call finds them newer than pyproject.toml and does nothing.
$(MADE):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "minutes needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 ..." >&2; exit 1; }
	@echo "Making $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(TOOL): $(MADE) pyproject.toml
	@echo "Installing minutes into $(VENV)"
	@$(PIP) install --editable .
	@touch $@

$(DEV): $(TOOL)
	@echo "Installing what tests and checks need"
	@$(PIP) install --editable '.[dev]'
	@touch $@
