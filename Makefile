# Each target does the set-up that it needs. Python 3.11 or newer is all that has to be there.

PYTHON ?= python3
SAMPLE ?= sample_urs/monitoring_urs.docx
BIN := .venv/bin

.PHONY: setup demo test check bench lock supply-chain clean

setup: .venv/.ready

# An environment in the folder $(1) with exactly the packages of the list $(2): versions and digests are locked, nothing
# is built from source. Where python3-venv is missing (Debian without the package), uv is installed into .uv, touching
# nothing of the system. LOCKED=no takes the newest versions that pyproject.toml allows instead.
LOCKED ?= yes
HASHED := --quiet --only-binary :all: --require-hashes --requirement
define environment
@if $(PYTHON) -m venv $(1) >/dev/null 2>&1; then \
  $(1)/bin/python -m pip install $(HASHED) $(2); \
else \
  echo "python3-venv is not installed: using uv in .uv instead" && rm -rf $(1) && \
  { $(PYTHON) -m pip install --target .uv $(HASHED) requirements/uv.txt || \
    { echo "Neither venv nor pip works here. Install one of them (Debian: apt install python3-venv)."; exit 1; }; } && \
  PYTHONPATH=.uv $(PYTHON) -m uv venv --quiet --seed --python $(PYTHON) $(1) && \
  PYTHONPATH=.uv $(PYTHON) -m uv pip install --python $(1)/bin/python $(HASHED) $(2); \
fi
endef

.venv/.ready: pyproject.toml requirements/dev.txt requirements/uv.txt
	$(call environment,.venv,requirements/dev.txt)
	@if [ "$(LOCKED)" = no ]; then $(BIN)/python -m pip install --quiet --upgrade --editable . --group dev; fi
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
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

# Resolve the versions anew: after a change of the dependencies in pyproject.toml, and to take newer releases in.
COMPILE := PYTHONPATH=.uv $(PYTHON) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
  --no-header --no-annotate --upgrade
lock:
	@$(PYTHON) -m pip install --target .uv --upgrade $(HASHED) requirements/uv.txt
	$(COMPILE) --output-file requirements/run.txt pyproject.toml
	$(COMPILE) --output-file requirements/dev.txt --all-extras --group dev pyproject.toml
	$(COMPILE) --output-file requirements/supply-chain.txt --group supply-chain
	$(COMPILE) --output-file requirements/uv.txt --group uv

# What a user's gampgen is made of, in an environment of its own: licences, bill of materials, known advisories.
supply-chain:
	$(call environment,.supply/run,requirements/run.txt)
	$(call environment,.supply/tools,requirements/supply-chain.txt)
	@mkdir -p dist
	@.supply/tools/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible --of JSON \
	  --output-file dist/sbom.cdx.json .supply/run/bin/python && echo "bill of materials: dist/sbom.cdx.json (CycloneDX)"
	@.supply/run/bin/python tools/supply_chain.py licences
	@$(PYTHON) tools/supply_chain.py advisories .supply/tools/bin/pip-audit requirements/run.txt

clean:
	rm -rf .venv .uv .supply dist demo-out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
