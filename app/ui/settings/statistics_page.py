"""Statistics: from which number on public figures tell how many visits there were."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from app.domain.threshold import LEAST, MOST
from app.localization import _, current
from app.services.threshold import Thresholds, set_threshold, thresholds
from app.services.unit import Changes
from app.ui.settings.keeper import Keeper
from app.ui.settings.page import Go, Page
from app.ui.settings.panes import Form, started
from app.ui.widgets.label import Label
from app.ui.widgets.stepper import Stepper


class StatisticsPage(Page):
    """The threshold that holds from now on, and below it what years handed out before keep."""

    icon = "chart-column"

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._known: Thresholds | None = None
        self.name, self.threshold = Label("strong"), Stepper(LEAST, MOST)
        self.about, self.kept = Label("help", "dim", wraps=True), Label("help", "dim", wraps=True)
        self.name.setBuddy(self.threshold)
        self.form = Form()
        self.form.add(self.name, started(self.threshold), self.about, self.kept)
        self.form.column.addStretch(1)
        self.column.addWidget(self.form, 1)
        self.setFocusProxy(self.threshold)
        self.threshold.valueChanged.connect(self._on_value)
        self._restyle()
        self.retranslate()

    def caption(self) -> str:
        return _("Statistics")

    def concerns(self, changes: Changes) -> bool:
        return bool(changes & (Changes.SETTINGS | Changes.VISITS))

    def read(self) -> None:
        self.runner.read(self, thresholds, self._show, ticket="thresholds")

    def is_unsaved(self) -> bool:
        return self._known is not None and self.threshold.value() != self._known.now

    def is_right(self) -> bool:
        return True

    def write(self, then: Go) -> None:
        n = self.threshold.value()
        self.begin()
        act = _("Threshold kept"), current().number(n)
        self.keeper.save(self, set_threshold, n, act, self.ends(partial(self._keep, n), then))

    def forget(self) -> None:
        if self._known is not None:
            self._show(self._known)

    def retranslate(self) -> None:
        self.lead.setText(_("Public figures hide small numbers, which could tell of a person."))
        self.name.setText(_("Least number that is told"))
        self.threshold.setAccessibleName(self.name.text())
        self._tell()

    def _show(self, known: Thresholds) -> None:
        self._known = known
        self.threshold.setValue(known.now)
        self._tell()
        self.edited.emit()

    def _keep(self, n: int) -> None:
        assert self._known is not None
        self._known = replace(self._known, now=n)

    def _on_value(self) -> None:
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        about = _(
            "In the place of a smaller number of visits stands <{n}.", n=self.threshold.value()
        )
        self.about.setText(about)
        self.threshold.setAccessibleDescription(about)
        kept = self._known.kept if self._known is not None else {}
        lines = [
            _(
                "{years}: stays at {n}, with which numbers have been handed out.",
                years=", ".join(str(year) for year, own in kept.items() if own == n),
                n=n,
            )
            for n in sorted(set(kept.values()))
        ]
        self.kept.setText("\n".join(lines))
        self.kept.setVisible(bool(lines))
