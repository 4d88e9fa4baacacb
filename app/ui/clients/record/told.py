"""What somebody else than the client told, and who (section 73, subsection 2)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.client import Origin, Record, Told
from app.domain.client_change import PARTS
from app.localization import _
from app.ui.clients.record.piece import Piece, Texts
from app.ui.theme import active
from app.ui.widgets.button import Button, Link
from app.ui.widgets.chip_group import ChipGroup, ChipText
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.label import Label
from app.words.record import origin_word, part_word

# A reference, the person in charge and the sensitive groups are not told by the client anyway.
ASKED = tuple(part for part in PARTS if part not in ("koto_aj", "in_charge", "sensitive"))


class ToldPiece(Piece):
    """Quiet while all is told by the client; below the link are two questions, what and by whom."""

    def __init__(self) -> None:
        super().__init__()
        self._told: dict[str, Told] = {}
        self._filled: Sequence[str] = ()
        self.begin, self.drops = Link(), dict[str, Link]()
        self.panel, self.what, self.whom = QWidget(), Label("strong"), Label("strong")
        self.parts = ChipGroup(limit=len(ASKED), digits=True, numbered=False)
        self.origins, self.keep = ChipGroup(digits=True), Button()
        self._lines, self._column = QWidget(), QVBoxLayout(self)
        self._flow, self._foot = FlowLayout(self._lines), QHBoxLayout()
        self._inside = QVBoxLayout(self.panel)
        self._arrange()
        active().changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def put(self, record: Record, texts: Texts) -> None:
        self._told = {
            part: record.origins[names[0]]
            for part, names in PARTS.items()
            if names[0] in record.origins
        }
        self.panel.hide()
        self._show()

    def know(self, record: Record) -> None:
        """What is filled in now: only that can have been told."""
        blank = Record(())
        self._filled = [
            part
            for part in ASKED
            if any(getattr(record, name) != getattr(blank, name) for name in PARTS[part])
        ]
        self.begin.setEnabled(bool(self._filled))
        self._show_chips()

    def fields(self) -> dict[str, Any]:
        kept = {part: told for part, told in self._told.items() if part in self._filled}
        return {"origins": {name: told for part, told in kept.items() for name in PARTS[part]}}

    def stops(self) -> list[QWidget]:
        chips = [*self.parts.chips.values(), *self.origins.chips.values()]
        return [*self.drops.values(), self.begin, *chips, self.keep]

    def retranslate(self) -> None:
        self.begin.set_texts(_("Something was told by somebody else…"))
        self.what.setText(_("What was told?"))
        self.whom.setText(_("Who told it?"))
        self.parts.setAccessibleName(self.what.text())
        self.origins.setAccessibleName(self.whom.text())
        self.origins.set_chips([ChipText(one, origin_word(one)) for one in Origin])
        self.keep.set_texts(_("Note this"))
        self._show()
        self._show_chips()

    def _arrange(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._lines)
        self._column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.panel)
        for widget in (self.what, self.parts, self.whom, self.origins):
            self._inside.addWidget(widget)
        self._inside.addLayout(self._foot)
        self._foot.addWidget(self.keep)
        self._foot.addStretch(1)
        self.panel.hide()
        self.begin.clicked.connect(self._open)
        self.keep.clicked.connect(self._keep)
        for group in (self.parts, self.origins):
            group.changed.connect(self._on_chosen)
            group.rebuilt.connect(self.rebuilt)

    def _open(self) -> None:
        self.parts.set_chosen(())
        self.origins.set_chosen(())
        self._on_chosen()
        self.panel.show()
        if self.parts.chips:
            next(iter(self.parts.chips.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self) -> None:
        self.keep.setEnabled(bool(self.parts.chosen() and self.origins.chosen()))

    def _keep(self) -> None:
        origin = Origin(self.origins.chosen()[0])
        for part in self.parts.chosen():
            self._told[part] = Told(origin)
        self.panel.hide()
        self._show()
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _drop(self, part: str) -> None:
        del self._told[part]
        self._show()
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _show_chips(self) -> None:
        self.parts.set_chips([ChipText(part, part_word(part)) for part in self._filled])

    def _show(self) -> None:
        """A link for each datum that takes the note away again."""
        for link in self.drops.values():
            self._flow.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.drops = {part: self._line(part, told) for part, told in self._told.items()}
        self._lines.setVisible(bool(self.drops))
        self.rebuilt.emit()

    def _line(self, part: str, told: Told) -> Link:
        link = Link(self._lines, ink="text")
        link.set_icon("x")
        link.set_texts(f"{part_word(part)}: {origin_word(told.origin)}")
        link.setToolTip(_("Take this note away"))
        link.clicked.connect(partial(self._drop, part))
        self._flow.addWidget(link)
        link.show()
        return link

    def _restyle(self) -> None:
        theme = active()
        self._column.setSpacing(theme.space(4))
        self._inside.setSpacing(theme.space(6))
