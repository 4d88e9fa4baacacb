"""What became of the lines of a table of clients, as the window tells it."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.table_lines import Came
from app.localization import _, _n, _p
from app.services.client_import import Imported
from app.ui.theme import active
from app.ui.widgets.banner import Banner
from app.ui.widgets.label import Label
from app.words.client_import import came_words, reason_words, stopped_words

_TOLD: Final = 5


class ImportReport(QWidget):
    """How many lines did what, why some were refused, and why the rest did not come.

    Hidden until it is told; whoever tells tells again when the language changes. `left_out` has the
    link that asks for the whole report as a file.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.amounts = Label(wraps=True)
        self.left_out, self.stopped = Banner("warning"), Banner("warning")
        self.reasons = Label("help", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(active().space(8))
        for widget in (self.amounts, self.left_out, self.reasons, self.stopped):
            column.addWidget(widget)
        self.hide()

    def tell(self, imported: Imported) -> None:
        """Show what came, in the language in use."""
        words = came_words(dry=imported.dry)
        lines = [
            _(
                "{what}: {amount}",
                what=text,
                amount=_n("{n} line", "{n} lines", imported.came[came]),
            )
            for came, text in words.items()
            if imported.came[came] and came is not Came.NOT_TAKEN
        ]
        if not imported.lines:
            lines = [_("No line stands under the headings.")]
        elif not imported.came[Came.NEW] and imported.stopped is None:
            lines.append(_("Nothing would change.") if imported.dry else _("Nothing has changed."))
        self.amounts.setText("\n".join(lines))
        self._tell_refused(imported)
        self.stopped.setVisible(imported.stopped is not None)
        if imported.stopped is not None:
            self.stopped.set_content(
                *stopped_words(imported.done, imported.lines, imported.stopped)
            )
        self.show()

    def _tell_refused(self, imported: Imported) -> None:
        refused = imported.not_taken
        words = came_words(dry=imported.dry)[Came.NOT_TAKEN]
        fact = _("{what}: {amount}", what=words, amount=_lines(len(refused)))
        for widget in (self.left_out, self.reasons):
            widget.setVisible(bool(refused))
        self.left_out.set_content(fact, action=_p("import report", "Save the report…"))
        reasons = list(reason_words(refused))
        if len(reasons) > _TOLD:
            rest = _n("and {n} other reason", "and {n} other reasons", len(reasons) - _TOLD)
            reasons = [*reasons[:_TOLD], rest]
        self.reasons.setText("\n".join(reasons))


def _lines(n: int) -> str:
    return _n("{n} line", "{n} lines", n)
