"""Invented visits for demonstrations: realistic in their amounts, the same for the same seed."""
