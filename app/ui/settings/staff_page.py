"""Staff: who works with the program, and what each may do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from app.domain.roles import Role
from app.localization import _, current
from app.services import staff
from app.services.staff import Person
from app.services.unit import Changes, Unit
from app.services.visits import new_id
from app.ui.settings.keeper import Keeper
from app.ui.settings.page import Go, Page
from app.ui.settings.panes import ListPane, Panes
from app.ui.settings.person_form import PersonForm, TypedPerson
from app.ui.settings.role_choice import role_words
from app.ui.settings.swaps import swap_person
from app.ui.settings.two_ways import TwoWays
from app.ui.shell.dialogs import open_new_code
from app.ui.widgets.button import Link
from app.ui.widgets.row_list import Row, RowList

NEW = ""


class StaffPage(Page):
    """All people, those who have left last, and the one who is open."""

    icon = "users"

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._everyone: Sequence[Person] = ()
        self._open = str(self.runner.desk.actor.staff_id)
        self._then: Go = _nothing
        self.rows, self.add, self.form = RowList(), Link(), PersonForm()
        self.add.set_icon("user-plus")
        self.code = Link()
        self.code.set_icon("key-round")
        if not self.runner.desk.store.is_file:
            self.code.hide()
        self.warning = TwoWays("warning")
        self.list = ListPane(self.rows, self.add, self.code)
        self.column.addWidget(self.warning)
        self.column.addWidget(Panes(self.list, self.form), 1)
        self.rows.asked.connect(self._ask)
        self.add.clicked.connect(lambda: self.leave_asked.emit(self._begin))
        self.code.clicked.connect(self._open_new_code)
        self.form.edited.connect(self._on_edited)
        self.warning.acted.connect(self._change)
        self.warning.left.connect(self.forget)
        self._restyle()
        self.retranslate()

    def caption(self) -> str:
        return _("Staff")

    def concerns(self, changes: Changes) -> bool:
        return bool(changes & Changes.STAFF)

    def read(self) -> None:
        self.runner.read(self, staff.everyone, self._show, ticket="staff")

    def is_unsaved(self) -> bool:
        return self.form.is_edited()

    def is_right(self) -> bool:
        return self.form.is_right()

    def write(self, then: Go) -> None:
        """Save; one's own roles only after a warning."""
        person, typed, self._then = self._person(), self.form.typed(), then
        if person is None:
            self._add(typed)
        elif (self._is_self(person) and person.roles != typed.roles) or self._leaves_self(typed):
            self.warning.ask(_warning)
        else:
            self._change()

    def forget(self) -> None:
        self._put(self._open)

    def retranslate(self) -> None:
        self.lead.setText(_("Roles add up. Each person signs in with a password of their own."))
        self.list.set_heading(_("Staff"))
        self.add.set_texts(_("New person"))
        self.code.set_texts(_("New recovery code…"))
        self._show_rows()

    def _person(self) -> Person | None:
        return next((one for one in self._everyone if str(one.id) == self._open), None)

    def _is_self(self, person: Person) -> bool:
        return person.id == self.runner.desk.actor.staff_id

    def _leaves_self(self, typed: TypedPerson) -> bool:
        person = self._person()
        return person is not None and self._is_self(person) and person.active != typed.active

    def _show(self, everyone: list[Person]) -> None:
        self._everyone = sorted(everyone, key=lambda one: not one.active)
        self._show_rows()
        self._put(self._open)

    def _show_rows(self) -> None:
        self.rows.set_rows([self._row(one) for one in self._everyone])
        self.rows.set_key(self._open)

    def _row(self, one: Person) -> Row:
        names = role_words()
        roles = ", ".join(names[role][0] for role in Role if role in one.roles)
        title = current().listing([one.name, _("you") if self._is_self(one) else ""])
        return Row(str(one.id), title, roles if one.active else _("has left"), quiet=not one.active)

    def _ask(self, key: str) -> None:
        self.rows.set_key(self._open)
        if key != self._open:
            self.leave_asked.emit(partial(self._put, key))

    def _begin(self) -> None:
        self._put(NEW)
        self.form.name.edit.setFocus()

    def _open_new_code(self) -> None:
        open_new_code(self.runner, self.keeper.undo, self.window())

    def _put(self, key: str) -> None:
        self._open = key
        self.rows.set_key(key)
        self.form.put(self._person(), self._everyone)
        self._on_edited()

    def _on_edited(self) -> None:
        self.warning.hide()
        self.edited.emit()

    def _add(self, typed: TypedPerson) -> None:
        """Add a person; the way back lets them go again, for nobody is deleted."""
        new = Person(new_id(), typed.login, typed.name, typed.roles, active=True)
        gone = replace(new, active=False)

        def write(unit: Unit, person: Person) -> Person:
            if person is gone:
                return swap_person(unit, gone)
            staff.add(unit, new.login, new.name, new.roles, typed.password, staff_id=new.id)
            return gone

        self.begin()
        done = self.ends(partial(self._keep, new), self._then)
        self.keeper.save(self, write, new, (_("Person added"), new.name), done)

    def _change(self) -> None:
        """Save a change; what took a password away or gave one has no way back."""
        person, typed = self._person(), self.form.typed()
        assert person is not None
        self.warning.hide()
        new = replace(person, name=typed.name, roles=typed.roles, active=typed.active)
        self.begin()
        done = self.ends(partial(self._keep, new), self._then)
        if typed.password:
            write = partial(_give_password, person=new, password=typed.password)
            self.keeper.save_for_good(self, write, (_("Person and password kept"), new.name), done)
        elif person.active and not new.active:
            act = _("Person has left"), new.name
            self.keeper.save_for_good(self, lambda unit: swap_person(unit, new), act, done)
        else:
            self.keeper.save(self, swap_person, new, (_("Person changed"), new.name), done)

    def _keep(self, person: Person) -> None:
        others = [one for one in self._everyone if one.id != person.id]
        self._show([*others, person])
        self._put(str(person.id))


def _give_password(unit: Unit, person: Person, password: str) -> None:
    """The password first: on a server there is nobody to give roles to before."""
    staff.set_password(unit, person.id, password)
    swap_person(unit, person)


def _warning() -> tuple[str, str, str, str]:
    return (
        _("These are your own roles."),
        _("They change with your next sign-in; a role you give up, only another can give back."),
        _("Change my roles"),
        _("Leave them"),
    )


def _nothing() -> None:
    """Nothing waits for the save."""
