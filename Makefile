PYTHON ?= python3

.PHONY: run test catalogs

run test catalogs:
	@$(PYTHON) packaging/make.py $@
