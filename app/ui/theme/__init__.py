"""How the window looks: colours, type, measures, icons; one active theme for the whole program."""

from app.ui.theme.theme import STYLE, Theme, active, install, new_application
from app.ui.theme.tokens import DARK, LIGHT, Tokens

__all__ = ["DARK", "LIGHT", "STYLE", "Theme", "Tokens", "active", "install", "new_application"]
