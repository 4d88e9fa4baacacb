"""Counters against a recount after any acts of two writers; the long run is `make recount`."""
