PYTHON ?= python3

.PHONY: run test bench faults catalogs

run test bench faults catalogs:
	@$(PYTHON) packaging/make.py $@
