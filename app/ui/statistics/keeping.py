"""Reports that are kept under a name: saved from the view, run again, taken away."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from app.domain.errors import Refused
from app.domain.line import clean_line
from app.domain.presets import Preset, preset_of
from app.domain.saved_report import SavedReport
from app.localization import _
from app.services.exports import Form, order_of
from app.services.saved_reports import forget_report, save_report, saved_reports
from app.services.unit import Unit
from app.ui.statistics.exporting import Exporting, order_of_page
from app.ui.statistics.page import Page
from app.ui.statistics.saved_view import SavedView
from app.ui.tab import Workplace


class Keeping(QObject):
    """Opens the list of reports and does what is asked there; each act has its way back."""

    def __init__(self, page: Page, workplace: Workplace, exporting: Exporting, keeps: bool) -> None:
        super().__init__(page)
        self._page, self._workplace, self._exporting = page, workplace, exporting
        self.view = SavedView(page, keeps)
        self.view.run.connect(self._run)
        self.view.forgotten.connect(self._forget)
        self.view.named.connect(self._save)
        page.pickers.hand_out.saved.clicked.connect(self.open)

    def open(self) -> None:
        """The reports there are."""
        anchor = self._page.pickers.hand_out.saved
        self._workplace.runner.read(
            self, saved_reports, lambda found: self.view.open(found, anchor), self._tell
        )

    def _save(self, name: str, form: str) -> None:
        if self._page.answer is None:
            return
        report = report_of_page(self._page, clean_line(name), Form(form), self._exporting.today())
        before = self.view.reports.get(report.name)

        def saved(_done: None) -> None:
            self.view.hide()
            self._workplace.undo.push(
                _("Report saved"), report.name, lambda: self._put_back(report.name, before)
            )

        self._workplace.runner.write(
            self, lambda unit: save_report(unit, report), saved, self.view.refuse
        )

    def _forget(self, name: str) -> None:
        report = self.view.reports[name]

        def gone(_done: None) -> None:
            self._workplace.undo.push(
                _("Report taken away"), name, lambda: self._put_back(name, report)
            )

        self._workplace.runner.write(self, lambda unit: forget_report(unit, name), gone, self._tell)

    def _put_back(self, name: str, before: SavedReport | None) -> None:
        """As it was: the report of that name, or none."""

        def work(unit: Unit) -> None:
            if before is None:
                forget_report(unit, name)
            else:
                save_report(unit, before)

        self._workplace.runner.write(self, work, None, self._tell)

    def _run(self, name: str) -> None:
        report = self.view.reports[name]
        order = order_of(report.question(self._exporting.today()), report.internal)
        form = Form(report.form) if report.form in set(Form) else Form.PDF
        self._exporting.ask_for(order, form, name)

    def _tell(self, refused: Refused) -> None:
        self._workplace.trouble.tell(refused)


def report_of_page(page: Page, name: str, form: Form, today: date) -> SavedReport:
    """What is shown, under a name; a period with a name goes with the calendar from then on."""
    order, asking = order_of_page(page, form), page.pickers.asking
    named = preset_of(asking.period, today)
    days = order.question.period if named is Preset.FREE else named
    question = order.question
    return SavedReport(name, days, question.by, question.locations, form, order.internal)
