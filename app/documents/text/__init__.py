"""Text of any script on paper: direction, shaping, fonts, lines, tags."""
