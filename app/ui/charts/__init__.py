"""Charts painted by us: the same strokes for the screen and for a picture that is handed on."""
