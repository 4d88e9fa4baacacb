"""The window. PySide6 is imported only here."""

from app.ui.none_kept import keep_none

keep_none()
