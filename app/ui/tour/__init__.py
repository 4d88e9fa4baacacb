"""The tour: the real windows, walked through by their keys, with a picture of each step."""
