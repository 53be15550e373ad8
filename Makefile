# Two front doors: `make run` for people, `make test` for whoever changes something.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
READY_TO_RUN := .venv/.ready-to-run
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: run test check-code words setup lock clean

# Only what the program itself needs; the tools of `make test` come with `make setup`.
run: $(READY_TO_RUN)
	@$(BIN)/toso run

test: check-code
	$(BIN)/python -m pytest -n 2 --dist loadgroup

check-code: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

setup: $(READY)

# Everything is installed from the locks, each file checked by its hash; a second run does nothing.
$(READY): requirements-dev.lock $(READY_TO_RUN)
	$(PIP) --require-hashes -r requirements-dev.lock
	@touch $(READY)

$(READY_TO_RUN): requirements.lock pyproject.toml
	@test -x $(BIN)/python || { echo "Đang chuẩn bị lần đầu, khoảng một phút…"; $(PYTHON) -m venv .venv; }
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $(READY_TO_RUN)

# Collect the sentences of the program into both catalogues.
words: setup
	$(BIN)/python tests/words.py

# Needs `uv` on the path; run it after changing the dependencies.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
	  --no-emit-find-links --extra setup pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
	  --no-emit-find-links --extra setup --extra dev pyproject.toml -o requirements-dev.lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache *.egg-info
