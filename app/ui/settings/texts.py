"""One text in each of some languages, side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from app.domain.line import clean_line
from app.localization import NAMES, current
from app.ui.settings.panes import NO_LIMIT
from app.ui.theme import active
from app.ui.widgets.field import Field
from app.ui.widgets.flow_layout import FlowLayout

LEAST_CHARS = 22
Words = Callable[[], str]


class Texts(QWidget):
    """A field a language; `what` names the text in the language in use.

    `problem` says what is wrong with one of the texts, `helps` what stands below it otherwise.
    """

    edited = Signal()

    def __init__(
        self,
        languages: Sequence[str],
        what: Words,
        problem: Callable[[str], str],
        helps: Callable[[str], str] = lambda _text: "",
    ) -> None:
        super().__init__()
        self._what, self._problem, self._helps = what, problem, helps
        self.fields = {language: one_line() for language in languages}
        self._flow = FlowLayout(self)
        self.setFocusProxy(next(iter(self.fields.values())))
        for field in self.fields.values():
            field.edited.connect(self._on_edited)
            self._flow.addWidget(field)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def put(self, texts: Mapping[str, str]) -> None:
        """Show `texts`, by language."""
        for language, field in self.fields.items():
            field.set_text(texts.get(language, ""))
            field.edit.setCursorPosition(0)
        self._check()

    def texts(self) -> dict[str, str]:
        """What stands there, by language."""
        return {language: clean_line(field.text()) for language, field in self.fields.items()}

    def is_right(self) -> bool:
        return not any(map(self._problem, self.texts().values()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _on_edited(self) -> None:
        self._check()
        self.edited.emit()

    def _check(self) -> None:
        for field, text in zip(self.fields.values(), self.texts().values(), strict=True):
            field.set_help(self._helps(text))
            field.set_error(self._problem(text))

    def _restyle(self) -> None:
        theme = active()
        self._flow.setSpacing(theme.space(12))
        self._flow.set_columns(len(self.fields), theme.chars(LEAST_CHARS), NO_LIMIT)

    def _retranslate(self) -> None:
        for language, field in self.fields.items():
            field.set_label(current().listing([self._what(), NAMES[language]]))
        self._check()


def one_line() -> Field:
    """A field whose label breaks where there is little room."""
    field = Field()
    field.label.setWordWrap(True)
    return field
