PYTHON ?= python3

.PHONY: run test bench faults recount attack catalogs

run test bench faults recount attack catalogs:
	@$(PYTHON) packaging/make.py $@
