"""Paper and files from values; no Qt, no database."""
