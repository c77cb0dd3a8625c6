# The commands of this project; `make help` lists them. Setting up is done by packaging/setup/prepare.py.
# ARGS= hands options on:   make run ARGS="--questions 5"      make test ARGS="-k draw"

PYTHON  ?= $(shell packaging/setup/find_python.sh)
PREPARE  = $(PYTHON) -B packaging/setup/prepare.py
PY       = .venv/bin/python
# Setting up compiles quiz/; running writes nothing, hence -B.
RUN      = $(PY) -B

.DEFAULT_GOAL := help
.PHONY: help run test pictures bench soak soak-kiosk speech verify-sources format bundle clean

help:            ## this list
	@sed -n 's/^\([a-z-]*\): *## \(.*\)/  make \1\t\2/p' Makefile | expand -t 24

run:             ## start the quiz
	@$(PREPARE) window
	@$(RUN) main.py $(ARGS)

test:            ## all checks: style, types, content, tests with coverage
	@$(PREPARE) screenless --extra dev
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	$(RUN) main.py check content/ --advice
	$(PY) -m coverage run -m pytest $(ARGS)
	@$(PY) -m coverage report
	@$(PY) -m coverage report --include='quiz/model/*,quiz/packs/*' --fail-under=100

pictures:        ## play a round off screen, save each screen as a PNG in pictures/
	@$(PREPARE) screenless
	@QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=1 $(RUN) tests/pictures/take.py $(ARGS)

bench:           ## measure start, memory, reading, answering, and what wording gives away
	@$(PREPARE) screenless --extra dev
	@for bench in tests/bench/[a-z]*.py; do QT_QPA_PLATFORM=offscreen $(RUN) $$bench $(ARGS) || exit; done

soak:            ## two thousand sittings in a row, watched for growth
	@$(PREPARE) screenless --extra dev
	@QT_QPA_PLATFORM=offscreen $(RUN) tests/soak/soak.py $(ARGS)

soak-kiosk:      ## the same at a kiosk, with visitors who walk away
	@$(PREPARE) screenless --extra dev
	@QT_QPA_PLATFORM=offscreen $(RUN) tests/soak/soak_kiosk.py $(ARGS)

speech:          ## the voice with Qt's own engine for tests (fetches PySide6-Addons, 160 MB)
	@$(PREPARE) screenless --extra dev --extra speech
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest tests/speech/with_engine.py $(ARGS)

verify-sources:  ## look at the sources' links and dates
	@$(PREPARE) screenless --extra dev
	@$(RUN) content/verify_sources.py $(ARGS)

format:          ## bring the code into shape
	@$(PREPARE) screenless --extra dev
	$(PY) -m ruff check --fix
	$(PY) -m ruff format

bundle:          ## a folder in dist/ that runs without Python
	@$(PREPARE) screenless --extra bundle
	$(PY) -m PyInstaller --noconfirm packaging/myth-or-reality.spec

clean:           ## remove what these commands made
	rm -rf .venv build dist pictures .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find main.py quiz tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +
