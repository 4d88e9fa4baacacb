"""Clients who are likely one person, beside the form and on the card."""
