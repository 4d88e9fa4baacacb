"""The slips that were given out, and what came of them."""
