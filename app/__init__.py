"""Kotoportti: the desktop program of the walk-in info points of the Jakobstad region."""

__version__ = "0.1.0"
