"""Public statistics in words: the same on the screen and on paper, past the disclosure step."""
