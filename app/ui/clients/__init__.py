"""The Clients tab: lookup at the start, and what is in hand beside it."""
