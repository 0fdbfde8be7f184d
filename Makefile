# Each target does the set-up that it needs. Python 3.11 or newer is all that has to be there.

PYTHON ?= python3
SAMPLE ?= sample_urs/monitoring_urs.docx
BIN := .venv/bin

.PHONY: setup demo test check bench clean

setup: .venv/.ready

# Where python3-venv is missing (Debian without the package), uv is installed into .uv, touching nothing of the system.
.venv/.ready: pyproject.toml
	@if $(PYTHON) -m venv .venv >/dev/null 2>&1; then \
	  $(BIN)/python -m pip install --quiet --upgrade pip && \
	  $(BIN)/python -m pip install --quiet --editable . --group dev; \
	else \
	  echo "python3-venv is not installed: using uv in .uv instead" && rm -rf .venv && \
	  { $(PYTHON) -m pip install --quiet --target .uv uv || \
	    { echo "Neither venv nor pip works here. Install one of them (Debian: apt install python3-venv)."; exit 1; }; } && \
	  PYTHONPATH=.uv $(PYTHON) -m uv venv --quiet --python $(PYTHON) .venv && \
	  PYTHONPATH=.uv $(PYTHON) -m uv pip install --quiet --python $(BIN)/python --editable . --group dev; \
	fi
	@touch .venv/.ready

demo: setup
	$(BIN)/gampgen generate $(SAMPLE) --out demo-out --fail-on never
	$(BIN)/gampgen verify demo-out --quiet && echo "demo-out/ verifies"

check: setup
	$(BIN)/ruff format --check --quiet src tests benchmarks tools
	$(BIN)/ruff check --quiet src tests benchmarks tools
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

test: check
	$(BIN)/python -m pytest --numprocesses 2

bench: setup
	$(BIN)/python benchmarks/whole_job.py

clean:
	rm -rf .venv .uv demo-out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
