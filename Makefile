# make run    sets everything up and runs the main job on sources.yaml
# make test   sets everything up and runs all tests
# make check  lint, types and tests, as the continuous integration does

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export HF_HUB_OFFLINE := 1
export TOKENIZERS_PARALLELISM := false

.PHONY: run test lint types check setup clean

run: setup
	$(BIN)/stancewire run --sources sources.yaml --out outputs --summary

# A worker that is done takes tests from the others, so that no long file comes last. A worker takes up to 2.5 GB.
test: setup browser
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

check: lint types test

setup: $(VENV)/.ready

# torch first and alone: its default build brings gigabytes of CUDA, a CPU build on a configured index or folder does not.
$(VENV)/.ready: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet torch==2.13.0
	$(BIN)/pip install --quiet --no-deps --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

# The report is tested in a real browser. Without one, and without the right to install it, those tests are skipped.
.PHONY: browser
browser:
	@command -v chromium >/dev/null && command -v chromedriver >/dev/null || \
	{ [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
	apt-get install -y -qq --no-install-recommends chromium chromium-driver >/dev/null; } || \
	echo "no chromium: tests that need a browser are skipped"

clean:
	rm -rf $(VENV) build dist *.egg-info
