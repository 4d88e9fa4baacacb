"""The language of a course: the client's own first, all others in a list to type in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from app.domain.phrasebook import LAST_RESORT
from app.domain.reference import Kind
from app.localization import _, current
from app.services.chips import bundled_reference
from app.ui.check_in.open_group import MORE, OpenGroup
from app.ui.check_in.pick_popup import PickPopup
from app.ui.clients.path.answer import Answer, Words
from app.ui.theme import active
from app.ui.widgets.chip_group import ChipText
from app.ui.widgets.label import Label

FIRST = 8


class LanguageAnswer(Answer):
    """`own` is the client's language, chosen beforehand."""

    def __init__(self, name: str, label: Words, own: Callable[[], str | None]) -> None:
        super().__init__()
        self.names, self._label, self._own = (name,), label, own
        self.label, self.message = Label(), Label("help", "danger", wraps=True)
        self.chips, self.popup = OpenGroup(digits=True), PickPopup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.label, self.chips, self.message):
            self._column.addWidget(widget)
        self.message.hide()
        self.chips.changed.connect(self.edited)
        self.chips.asked.connect(self._open)
        self.popup.picked.connect(lambda code: self.chips.choose(_chip(code)))
        active().changed.connect(self._restyle)
        self._restyle()

    def put(self, values: Mapping[str, Any]) -> None:
        value = values[self.names[0]]
        code = value or self._own()
        self.chips.put(_chip(code) if code else None, preset=value is None)

    def values(self) -> dict[str, Any]:
        return {self.names[0]: self.chips.code()}

    def state(self) -> Any:
        return self.chips.code(), self.chips.is_preset()

    def restore(self, state: Any) -> None:
        code, preset = state
        self.chips.put(_chip(code) if code else None, preset)

    def question(self) -> str:
        return self._label()

    def told(self) -> str:
        code = self.chips.code()
        return _chip(code).label if code else ""

    def begin(self) -> None:
        for chip in list(self.chips.chips.values())[:1]:
            chip.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_error(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def retranslate(self) -> None:
        self.label.setText(self._label())
        self.chips.setAccessibleName(self._label())
        order = bundled_reference().default_order[Kind.LANGUAGE]
        first = dict.fromkeys(code for code in (self._own(), *order) if code)
        keyed = [_chip(code) for code in list(first)[:FIRST]]
        self.chips.set_open_chips(keyed, ChipText(MORE, _("Other language …")))
        if (code := self.chips.code()) is not None:
            self.chips.put(_chip(code), self.chips.is_preset())

    def _open(self) -> None:
        items = list(bundled_reference().active(Kind.LANGUAGE))
        self.popup.open(items, LAST_RESORT, self.chips.more_chip())

    def _restyle(self) -> None:
        self._column.setSpacing(active().space(4))


def _chip(code: str) -> ChipText:
    reference, language = bundled_reference(), current().language
    short = reference.short(Kind.LANGUAGE, code, language)
    return ChipText(code, short, reference.name(Kind.LANGUAGE, code, language))
