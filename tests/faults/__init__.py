"""Faults brought about on purpose: killed programs, full and read-only disks; `make faults`."""
