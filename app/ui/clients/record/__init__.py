"""The form of a client's record: a new one, and one that is amended."""
