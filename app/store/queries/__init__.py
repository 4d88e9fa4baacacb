"""Questions to the store; each module builds the statements of one subject."""
