"""Two records of one person made into one, field by field, and taken apart again."""
