"""How the window looks: colours, type, measures, icons; one active theme for the whole program."""

from app.ui.theme.theme import Theme, active, install
from app.ui.theme.tokens import DARK, LIGHT, Tokens

__all__ = ["DARK", "LIGHT", "Theme", "Tokens", "active", "install"]
