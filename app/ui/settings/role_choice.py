"""The roles of a person, each with one line that says what it may do."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.roles import Role
from app.localization import _
from app.ui.theme import active
from app.ui.widgets.chip import Chip
from app.ui.widgets.label import Label


class RoleChoice(QWidget):
    """Roles add up; `changed` when a person takes or gives one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self.error = Label(), Label("help", "danger", wraps=True)
        self.chips = {role: Chip(role) for role in Role}
        self.lines = {role: Label("help", "dim", wraps=True) for role in Role}
        self._grid, column = QGridLayout(), QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.heading)
        column.addLayout(self._grid)
        column.addWidget(self.error)
        for i, role in enumerate(Role):
            self._grid.addWidget(self.chips[role], i, 0)
            self._grid.addWidget(self.lines[role], i, 1, Qt.AlignmentFlag.AlignVCenter)
            self.chips[role].picked.connect(self.changed)
        self._grid.setColumnStretch(1, 1)
        self.error.hide()
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def put(self, roles: Iterable[Role]) -> None:
        """Show these roles."""
        given = frozenset(roles)
        for role, chip in self.chips.items():
            chip.setChecked(role in given)

    def roles(self) -> frozenset[Role]:
        """What is chosen."""
        return frozenset(role for role, chip in self.chips.items() if chip.isChecked())

    def set_error(self, text: str) -> None:
        """What is wrong with the choice; nothing, if nothing is."""
        self.error.setText(text)
        self.error.setVisible(bool(text))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _restyle(self) -> None:
        theme = active()
        self._grid.setHorizontalSpacing(theme.space(12))
        self._grid.setVerticalSpacing(theme.space(4))

    def _retranslate(self) -> None:
        self.heading.setText(_("Roles"))
        for role, (name, line) in role_words().items():
            self.chips[role].set_texts(name, f"{name}: {line}")
            self.lines[role].setText(line)


def role_words() -> dict[Role, tuple[str, str]]:
    """Each role's name, and what it may do."""
    return {
        Role.CLERK: (_("Clerk"), _("Records visits; amends and voids own ones the same day.")),
        Role.ADVISER: (_("Adviser"), _("The same as a clerk, and works with clients.")),
        Role.SUPERVISOR: (
            _("Supervisor"),
            _("Also amends the visits of others and sees exact statistics."),
        ),
        Role.ADMINISTRATOR: (
            _("Administrator"),
            _("Settings, staff and backups; records no visits."),
        ),
        Role.AUDITOR: (_("Auditor"), _("Reads the log of who did what, and nothing else.")),
    }
