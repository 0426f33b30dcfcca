# Two commands: `make dossier` shows what it does, `make test` runs what CI runs.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
BENCH ?= ../shared/bench
export REPORTEDLY_BENCH ?= $(BENCH)

.PHONY: dossier test lint types imports docs regenerate bench lock clean

$(VENV)/.runtime: requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) is not installed; on Debian 12: apt install python3 python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "python3-venv is missing; on Debian 12: apt install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

dossier: $(VENV)/.runtime
	@rm -rf out/example
	@$(BIN)/reportedly build examples/reports -o out/example/story --now 2031-06-30 \
	  --title "The Gate of Port Tamsin" --note "An invented story: every name, place and outlet in it is made up."
	@$(BIN)/reportedly export out/example/story --format html -o out/example/dossier
	@echo "Open out/example/dossier/index.html"

test: $(VENV)/.dev lint types imports docs
	$(BIN)/python -m pytest

lint: $(VENV)/.dev
	$(BIN)/ruff check .

types: $(VENV)/.dev
	$(BIN)/mypy

imports: $(VENV)/.dev
	$(BIN)/lint-imports

docs: $(VENV)/.dev
	$(BIN)/cog --check -I docs docs/*.md

regenerate: $(VENV)/.dev
	$(BIN)/cog -r -I docs docs/*.md

bench: $(VENV)/.dev
	$(BIN)/python bench/run.py --bench "$(REPORTEDLY_BENCH)"

lock: $(VENV)/.dev
	$(BIN)/python bench/lock.py

clean:
	rm -rf $(VENV) out build dist .mypy_cache .ruff_cache .pytest_cache
