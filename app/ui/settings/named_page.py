"""Non-disclosure: who of the staff may know of the clients under an order, by name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from app.domain.roles import Right, rights_of
from app.localization import _, _n
from app.services import protection, staff
from app.services.staff import Person
from app.services.unit import Changes, Unit
from app.ui.settings.keeper import Keeper
from app.ui.settings.page import Go, Page
from app.ui.settings.panes import Form
from app.ui.settings.swaps import swap_named
from app.ui.widgets.chip_group import ChipGroup, ChipText
from app.ui.widgets.label import Label

Known = tuple[list[Person], frozenset[UUID]]


class NamedPage(Page):
    """A chip for each person who keeps records; who was named and keeps none any more has one too.

    Supervisors may name themselves: the log says so like of anybody.
    """

    icon = "shield-check"

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._people: list[Person] = []
        self._known: frozenset[UUID] = frozenset()
        self.name, self.own = Label("strong"), Label("help", "warning", wraps=True)
        self.group = ChipGroup(limit=1 << 16, numbered=False)
        self.form = Form()
        self.form.add(self.name, self.group, self.own)
        self.form.column.addStretch(1)
        self.column.addWidget(self.form, 1)
        self.group.changed.connect(self._on_changed)
        self._restyle()
        self.retranslate()

    def caption(self) -> str:
        return _("Non-disclosure")

    def concerns(self, changes: Changes) -> bool:
        return bool(changes & (Changes.STAFF | Changes.CLIENTS))

    def read(self) -> None:
        self.runner.read(self, _read, self._show, ticket="named")

    def is_unsaved(self) -> bool:
        return self._chosen() != self._known

    def is_right(self) -> bool:
        return True

    def write(self, then: Go) -> None:
        chosen = self._chosen()
        self.begin()
        n = len(chosen)
        act = _("Named people kept"), _n("{n} person", "{n} persons", n)
        self.keeper.save(
            self, swap_named, chosen, act, self.ends(partial(self._keep, chosen), then)
        )

    def forget(self) -> None:
        self._show((self._people, self._known))

    def retranslate(self) -> None:
        self.lead.setText(
            _(
                "Clients under a non-disclosure order are there for the people named here, and "
                "for nobody else. No role has this right; who was named, by whom and when stands "
                "in the log."
            )
        )
        self.name.setText(_("May know of protected clients"))
        self.group.setAccessibleName(self.name.text())
        self.own.setText(_("You are about to name yourself. The log says so."))
        self._show_own()

    def _chosen(self) -> frozenset[UUID]:
        return frozenset(map(UUID, self.group.chosen()))

    def _show(self, known: Known) -> None:
        self._people, self._known = known
        self.group.set_chips([ChipText(str(one.id), one.name) for one in self._people])
        self.group.set_chosen(map(str, self._known))
        self._on_changed()

    def _keep(self, chosen: frozenset[UUID]) -> None:
        self._known = chosen
        self._on_changed()

    def _on_changed(self) -> None:
        self._show_own()
        self.edited.emit()

    def _show_own(self) -> None:
        me = self.runner.desk.actor.staff_id
        self.own.setVisible(me in self._chosen() - self._known)


def _read(unit: Unit) -> Known:
    known = frozenset(one.id for one in protection.named(unit))
    return list(_able(staff.everyone(unit), known)), known


def _able(people: Iterable[Person], named: frozenset[UUID]) -> Iterable[Person]:
    """Who keeps records, or was named."""
    for one in people:
        keeps = one.active and Right.KEEP_CLIENTS in rights_of(one.roles)
        if keeps or one.id in named:
            yield one
