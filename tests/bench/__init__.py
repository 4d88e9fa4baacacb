"""Benchmarks: ratios measured in one run against the limits of this machine, `make bench`."""
