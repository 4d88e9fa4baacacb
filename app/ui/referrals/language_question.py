"""The visitor's language, and what is to be said of the texts in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.phrasebook import LAST_RESORT
from app.domain.reference import Kind
from app.localization import _, _p, current
from app.ui.check_in.open_group import MORE, OpenGroup
from app.ui.check_in.pick_popup import PickPopup
from app.ui.referrals import speech
from app.ui.referrals.few_rows import in_rows
from app.ui.referrals.reading import Desk
from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.chip_group import ChipText
from app.ui.widgets.icon import Icon
from app.ui.widgets.label import Label

ROWS = 2


class LanguageQuestion(QWidget):
    """`changed` when another language is chosen; `switched` carries a draft, and on or off.

    The site's languages stand in two rows; those for which there is no room are in the list.
    """

    changed = Signal()
    switched = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._desk: Desk | None = None
        self.group, self.popup = OpenGroup(digits=True), PickPopup(self)
        self.sign, self.note, self.switch = (
            Icon("triangle-alert"),
            Label("help", wraps=True),
            Link(),
        )
        self._told = QWidget()
        self._line = QHBoxLayout(self._told)
        self._column = QVBoxLayout(self)
        self._arrange()
        self.group.changed.connect(self._on_changed)
        self.group.asked.connect(self._open_list)
        self.popup.picked.connect(self._pick)
        self.switch.clicked.connect(self._on_switch)
        active().changed.connect(self._restyle)
        self._restyle()

    def load(self, desk: Desk) -> None:
        """The site's languages; what is chosen stays."""
        self._desk = desk
        self._retranslate()

    def code(self) -> str:
        """The language, "" before one is chosen."""
        return self.group.code() or ""

    def put(self, code: str) -> None:
        self.group.put(self._chip(code) if code else None)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._retranslate()

    def _on_changed(self) -> None:
        self._tell()
        self.changed.emit()

    def _chip(self, code: str) -> ChipText:
        assert self._desk is not None
        words = current().language
        reference = self._desk.reference
        name = reference.name(Kind.LANGUAGE, code, words)
        return ChipText(code, reference.short(Kind.LANGUAGE, code, words), name)

    def _open_list(self) -> None:
        if self._desk is not None:
            items = list(self._desk.reference.active(Kind.LANGUAGE))
            self.popup.open(items, LAST_RESORT, self.group.more_chip())

    def _pick(self, code: str) -> None:
        self.group.choose(self._chip(code))
        self.group.chips[code].setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_switch(self) -> None:
        if self._desk is not None:
            code = self.code()
            self.switched.emit(code, code not in self._desk.switched_on)

    def _tell(self) -> None:
        """What the reader of this language gets, where that is not plain."""
        tone, words, switch = self._words() if self._desk and self.code() else ("", "", "")
        self._told.setVisible(bool(words))
        self.note.setText(words)
        self.note.set_tone(tone)
        self.sign.set_icon("triangle-alert" if tone == "warning" else "languages", tone or "dim")
        self.switch.set_texts(switch)
        self.switch.setVisible(bool(switch))

    def _words(self) -> tuple[str, str, str]:
        """The tone, the sentence, and what a supervisor can do."""
        desk, code = self._desk, self.code()
        assert desk is not None
        name = speech.language(desk, code)
        if code not in desk.book.tongues:
            near = desk.book.printed(code, desk.switched_on)
            values = {"language": name, "other": speech.language(desk, near)}
            return (
                "dim",
                _("No texts in this language ({language}): printed in {other}.", **values),
                "",
            )
        if not desk.book.tongues[code].draft:
            return "", "", ""
        if code in desk.switched_on:
            off = _("Switch off") if desk.may_switch else ""
            return "warning", _("No native speaker has read these texts yet."), off
        if desk.may_switch:
            words = _("No native speaker has read these texts yet. They are switched off.")
            return "warning", words, _("Switch on")
        words = _("No native speaker has read these texts yet. A supervisor can switch them on.")
        return "warning", words, ""

    def _arrange(self) -> None:
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addWidget(self.note, 1)
        self._line.addWidget(self.switch)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.group)
        self._column.addWidget(self._told)
        self._told.hide()
        self.setFocusProxy(self.group)

    def _retranslate(self) -> None:
        if self._desk is None:
            return
        code = self.code()
        more = ChipText(MORE, _p("language", "Other…"), _("Another language, by typing"))
        languages = speech.languages(self._desk)
        self.group.set_open_chips(in_rows(languages, more, self.width(), ROWS), more)
        if code:
            self.group.put(self._chip(code))
        self._tell()

    def _restyle(self) -> None:
        theme = active()
        self._retranslate()
        self._column.setSpacing(theme.space(4))
        self._line.setSpacing(theme.space(6))
