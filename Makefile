PYTHON ?= python3

.PHONY: run test bench faults recount attack pictures catalogs

run test bench faults recount attack pictures catalogs:
	@$(PYTHON) packaging/make.py $@
