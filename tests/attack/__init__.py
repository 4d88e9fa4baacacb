"""Who holds all publishable tables of a year tries to find the hidden numbers."""
