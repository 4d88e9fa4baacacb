"""Files about the reviews that are due: a table and a calendar."""
