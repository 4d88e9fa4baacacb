PYTHON ?= python3

.PHONY: run test bench faults recount catalogs

run test bench faults recount catalogs:
	@$(PYTHON) packaging/make.py $@
