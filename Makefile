# The project's commands; each builds .venv itself from nothing but Python 3.11+ and pip.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
ARGS ?=
# Each worker of the tests holds the analyser (half a gigabyte): as many as there are cores, four at most.
WORKERS ?= auto
export PYTHONUTF8 := 1
# Compiled modules are kept, else each of the processes that tests start would compile them again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: setup demo serve test check format lint types gate evaluate variants bench bench-collation bench-annals bench-archive bench-growing crash crash-server constructions patterns determinism audit advisories lock load memory watching browser r knowledge docs dist bundle clean fuzz fuzz-guided

setup: $(STAMP)

$(STAMP): pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile -e '.[dev]'
	touch $@

demo: setup            ## sample pages in, ledger out, web page served
	$(BIN)/haengbo demo $(ARGS)

serve: setup           ## serve ./haengbo.db (or $$HAENGBO_LEDGER)
	$(BIN)/haengbo serve $(ARGS)

browser:               ## Debian's chromium, without windows, for the browser tests, when run as root
	@command -v chromium-headless-shell >/dev/null 2>&1 || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
	    apt-get update -qq; \
	    apt-get install -y -qq --no-install-recommends chromium-headless-shell \
	    || apt-get install -y -qq --no-install-recommends chromium; \
	  elif ! command -v chromium >/dev/null 2>&1; then \
	    echo "no chromium here: the browser tests will be skipped by name"; fi; }

r:                     ## Debian's R for the example of the API, when run as root
	@command -v Rscript >/dev/null 2>&1 || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
	    apt-get update -qq && apt-get install -y -qq --no-install-recommends r-base-core r-cran-jsonlite \
	    || echo "R could not be installed: the example in R is only looked at"; \
	  else echo "no R here: the example in R is only looked at"; fi; }

test: setup browser r  ## all tests, on up to four cores (WORKERS=0: one after another; ARGS: of pytest)
	$(BIN)/python -m pytest -n $(WORKERS) --maxprocesses 4 --dist worksteal $(ARGS)

format: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/bandit -q -r src -c pyproject.toml

types: setup           ## strict
	$(BIN)/mypy

knowledge: setup       ## validate the shipped pack
	$(BIN)/haengbo knowledge check

# Our own pages need no guard: read in one process, the analyser is loaded once and not for each set.
gate evaluate constructions variants: export HAENGBO_PAGE_SECONDS ?= 0

gate: setup            ## floors on the samples' own gold, and on $$HAENGBO_EVALUATION where it exists
	$(BIN)/python -m evaluation.gate

evaluate: setup        ## tables for the samples and for $$HAENGBO_EVALUATION (or ../shared/evaluation)
	$(BIN)/python -m evaluation.tables

variants: setup        ## pages kept apart, changed in one respect, beside themselves (ARGS: names of variants)
	$(BIN)/python -m evaluation.variants $(ARGS)

constructions: setup   ## every deed in every way of telling it: which are understood (ARGS: --show, --match RE)
	$(BIN)/python -m evaluation.constructions $(ARGS)

bench: setup           ## speed, extraction beside its peers, dates
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.extraction
	$(BIN)/python -m benchmarks.times

bench-collation: setup ## how collation grows with a dense ledger
	$(BIN)/python -m benchmarks.collation $(ARGS)

fuzz: setup            ## a million and a half broken inputs into every reader, by number (ARGS: --share, --only, --seed)
	PYTHONPATH=src:tests $(BIN)/python -m fuzzing.campaign $(ARGS)

fuzz-guided: setup     ## fuzzing guided by coverage, on Linux (ARGS: --seconds for each reader, --only)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'atheris>=3,<4'
	PYTHONPATH=src:tests $(BIN)/python -W ignore -m fuzzing.guided $(ARGS)

docs: setup            ## the documentation site, strictly, into site/
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --quiet

dist: setup            ## wheel and sdist into dist/
	rm -rf dist
	$(BIN)/python -m build --quiet

bundle: dist           ## offline archives for Windows and Linux into dist/ (ARGS: --platform, --python)
	$(BIN)/python scripts/bundle.py $(ARGS)

bench-annals: setup    ## how fast a large made-up ledger answers
	$(BIN)/python -m benchmarks.annals $(ARGS)

bench-archive: setup   ## an archive read and collated by an engine, killed in the middle of both, run to its end
	$(BIN)/python -m benchmarks.archive $(ARGS)

bench-growing: setup   ## one page more, in ledgers of growing size (ARGS: --pages, --more, --reindex)
	$(BIN)/python -m benchmarks.growing $(ARGS)

crash: setup           ## kill whatever writes a ledger, at random instants (ARGS: --kills, --only, --database, --jobs)
	$(BIN)/python -W ignore -m campaigns.crash $(ARGS)

crash-server: setup    ## kill the PostgreSQL server itself while something writes (ARGS: --kills, --only)
	$(BIN)/python -W ignore -m campaigns.crash.server $(ARGS)

patterns: setup        ## every regular expression against texts made from it (ARGS: --most)
	PYTHONPATH=src:tests:. $(BIN)/python -W ignore -m campaigns.patterns $(ARGS)

load: setup            ## fifty readers, five editors and an ingest at once (ARGS: --minutes, --readers, --database)
	$(BIN)/python -W ignore -m campaigns.load $(ARGS)

memory: setup          ## fifty thousand pages through an ingest and a site: what they hold (ARGS: --pages, --requests)
	$(BIN)/python -W ignore -m campaigns.memory $(ARGS)

determinism: setup     ## the samples under every Python from 3.11 to 3.13 that is here: the same bytes?
	@for v in 3.11 3.12 3.13; do \
	  python$$v -c '' 2>/dev/null || continue; \
	  test -x .venv-$$v/bin/python || python$$v -m venv .venv-$$v; \
	  .venv-$$v/bin/python -m pip install --quiet --disable-pip-version-check -e '.[exports]'; done
	$(BIN)/python -m campaigns.determinism $(ARGS)

audit advisories: setup      ## ask PyPI what is known of weaknesses in the libraries installed here (network)
	$(BIN)/python scripts/advisories.py

lock: setup            ## the newest libraries that users may get, with their hashes, into deploy/pylock.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'pip>=25.1'
	$(BIN)/python -m pip lock --quiet '.[net,postgresql,parquet,xlsx,documents,archives,exports,briefs,mcp,engine,dataframes]' -o deploy/pylock.toml
	$(BIN)/python scripts/lock.py

watching: setup        ## an hour's watch of a server that fails (ARGS: --minutes)
	$(BIN)/python -m campaigns.watch $(ARGS)

check: lint types knowledge test gate

clean:
	rm -rf $(VENV) dist site site-pages .pytest_cache .mypy_cache .ruff_cache .hypothesis
