"""The client's path through the programme, on the card."""
