"""Qt's palette from the tokens, for all that Fusion paints by itself."""

from PySide6.QtGui import QColor, QPalette

from app.ui.theme.tokens import Tokens

_Role = QPalette.ColorRole


def _roles(tokens: Tokens) -> dict[QPalette.ColorRole, str]:
    return {
        _Role.Window: tokens.window,
        _Role.WindowText: tokens.text,
        _Role.Base: tokens.surface,
        _Role.AlternateBase: tokens.alternate,
        _Role.Text: tokens.text,
        _Role.Button: tokens.surface,
        _Role.ButtonText: tokens.text,
        _Role.BrightText: tokens.danger,
        _Role.Highlight: tokens.accent,
        _Role.HighlightedText: tokens.on_accent,
        _Role.Accent: tokens.accent,
        _Role.Link: tokens.accent_text,
        _Role.LinkVisited: tokens.accent_text,
        _Role.PlaceholderText: tokens.dim,
        _Role.ToolTipBase: tokens.surface,
        _Role.ToolTipText: tokens.text,
        _Role.Light: tokens.surface,
        _Role.Midlight: tokens.border,
        _Role.Mid: tokens.border,
        _Role.Dark: tokens.edge,
        _Role.Shadow: tokens.edge,
    }


def palette(tokens: Tokens) -> QPalette:
    """The palette of one theme; what is disabled is written in the colour of edges."""
    result = QPalette()
    for role, colour in _roles(tokens).items():
        result.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.edge))
    return result
