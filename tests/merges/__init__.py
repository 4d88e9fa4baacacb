"""Merges and undos of random records in any order; the long run is `make merges`."""
