"""The window. PySide6 is imported only here."""

from app.ui.undying import keep_constants

keep_constants()
