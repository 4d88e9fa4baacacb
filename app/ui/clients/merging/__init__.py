"""Two records side by side, merged field by field, and taken apart again."""
