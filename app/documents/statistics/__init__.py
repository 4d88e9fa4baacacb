"""Statistics in words: names, key figures and tables, the same on the screen and on paper."""
