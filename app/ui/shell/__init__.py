"""The window around the tabs: header, menu, status line, curtain, and what all tabs share."""
