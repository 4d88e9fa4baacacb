"""The saved reports, and a field in which the view in sight gets a name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.documents.statistics.period_names import period_name, preset_name
from app.domain.errors import Refused
from app.domain.presets import Preset
from app.domain.saved_report import NAME_MAX, SavedReport
from app.localization import _, _p, current
from app.ui.statistics.hand_out import CSV, PDF, XLSX
from app.ui.theme import active
from app.ui.widgets.button import Button, Link
from app.ui.widgets.field import Field
from app.ui.widgets.key_cap import ENTER
from app.ui.widgets.label import Label
from app.ui.widgets.popup import Popup
from app.ui.widgets.row_list import Row, RowList
from app.ui.widgets.segments import Segments, SegmentText
from app.words.figures import heading
from app.words.sentences import sentence

CHARS, MOST_ROWS = 64, 7


class SavedView(Popup):
    """`run` and `forgotten` name a report, `named` carries a name and a kind of file for the view.

    `keeps` says that a person may save and take away.
    """

    run = Signal(str)
    forgotten = Signal(str)
    named = Signal(str, str)

    def __init__(self, owner: QWidget, keeps: bool) -> None:
        super().__init__(owner, padding=12)
        self.reports: dict[str, SavedReport] = {}
        self._keeps = keeps
        self.title, self.none = Label("section"), Label("help", "dim", wraps=True)
        self.rows, self.again, self.forget = RowList(), Button(), Link()
        self.field, self.form, self.save = Field(), Segments(), Button(filled=True)
        self._arrange()
        self.again.clicked.connect(self._run)
        self.rows.itemDoubleClicked.connect(self._run)
        self.forget.clicked.connect(self._forget)
        self.save.clicked.connect(self._name)
        self.field.entered.connect(self._name)
        self.field.edited.connect(lambda: self.field.set_error(None))

    def open(self, reports: Sequence[SavedReport], anchor: QWidget) -> None:
        """The reports under `anchor`, with the keyboard in the list, or in the field."""
        self._retranslate()
        self.field.set_text("")
        self.field.set_error(None)
        self._fill(reports)
        self.show_under(anchor, CHARS)
        first = self.rows if reports else self.field.edit if self._keeps else self
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def refuse(self, refused: Refused) -> None:
        """What is wrong with the name; it stays as it was typed."""
        self.field.set_error(sentence(refused))
        self.fit()
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.rows.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run()
        elif self.rows.hasFocus() and event.key() == Qt.Key.Key_Delete and self._keeps:
            self._forget()
        super().keyPressEvent(event)

    def _arrange(self) -> None:
        verbs, foot = QHBoxLayout(), QHBoxLayout()
        verbs.addWidget(self.again)
        verbs.addWidget(self.forget)
        verbs.addStretch(1)
        foot.addWidget(self.form)
        foot.addStretch(1)
        foot.addWidget(self.save)
        for widget in (self.title, self.none, self.rows):
            self.column.addWidget(widget)
        self.column.addLayout(verbs)
        self.column.addWidget(self.field)
        self.column.addLayout(foot)
        for part in (self.forget, self.field, self.form, self.save):
            part.setVisible(self._keeps)

    def _fill(self, reports: Sequence[SavedReport]) -> None:
        self.reports = {one.name: one for one in reports}
        self.rows.set_rows([Row(one.name, one.name, described(one)) for one in reports])
        if reports and not self.rows.key():
            self.rows.set_key(reports[0].name)
        self.rows.setFixedHeight(active().units(2.85) * min(max(1, len(reports)), MOST_ROWS))
        self.none.setVisible(not reports)
        for part in (self.rows, self.again):
            part.setVisible(bool(reports))
        self.forget.setVisible(bool(reports) and self._keeps)

    def _run(self) -> None:
        name = self.rows.key()
        if name:
            self.hide()
            self.run.emit(name)

    def _forget(self) -> None:
        name = self.rows.key()
        if name:
            self.hide()
            self.forgotten.emit(name)

    def _name(self) -> None:
        self.named.emit(self.field.text(), self.form.current())

    def _retranslate(self) -> None:
        self.title.setText(_("Saved reports"))
        self.none.setText(
            _("None yet. A saved report runs again, here and from the command line.")
            if self._keeps
            else _("None yet. A supervisor saves them.")
        )
        self.rows.setAccessibleName(_("Saved reports"))
        self.again.set_texts(_("Run again…"), ENTER)
        self.forget.set_texts(_p("saved report", "Take away"), _("Del"))
        self.field.set_label(_("Save what is shown as"))
        self.field.edit.setMaxLength(NAME_MAX)
        self.form.set_items([SegmentText(form, form.upper()) for form in (PDF, XLSX, CSV)])
        self.form.setAccessibleName(_p("report", "Form"))
        self.save.set_texts(_("Save the report"))


def described(report: SavedReport) -> str:
    """ "This year · location, month, topic · PDF · public"."""
    days = report.days
    period = preset_name(days) if isinstance(days, Preset) else period_name(days)
    by = current().listing([heading(one) for one in report.by]).lower()
    mode = _p("report", "internal") if report.internal else _p("report", "public")
    return " · ".join(part for part in (period, by, report.form.upper(), mode) if part)
