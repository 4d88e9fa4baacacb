PYTHON ?= python3

.PHONY: run test bench faults recount merges attack pictures catalogs

run test bench faults recount merges attack pictures catalogs:
	@$(PYTHON) packaging/make.py $@
