"""The questions of the form as widgets, filled from a desk and read as the facts of a visit."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.place import Ask
from app.domain.reference import Kind
from app.domain.visit import (
    OUTCOMES_MAX,
    PERSONS_MAX,
    TOPICS_MAX,
    WALK_IN,
    Facts,
    FirstVisit,
    Interpreter,
)
from app.localization import _
from app.ui.check_in.lists import FIRST_VISIT_KEY, Desk
from app.ui.check_in.open_group import MORE, OpenGroup
from app.ui.check_in.speech import first_visit_word
from app.ui.theme import active
from app.ui.widgets.chip import Chip
from app.ui.widgets.chip_group import ChipGroup, ChipText
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.label import Label
from app.ui.widgets.stepper import Stepper

COLUMNS = 5
_CYCLE = (FirstVisit.NOT_ASKED, FirstVisit.YES, FirstVisit.NO)


class FirstVisitChip(Chip):
    """One chip that goes round: not asked, first visit, has been before."""

    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("first_visit", parent, led=True)
        self.value = FirstVisit.NOT_ASKED
        self.clicked.connect(self.turn)

    def turn(self) -> None:
        """The next answer, by hand."""
        self.put(_CYCLE[(_CYCLE.index(self.value) + 1) % len(_CYCLE)])
        self.turned.emit()

    def put(self, value: FirstVisit) -> None:
        self.value = value
        self.setChecked(value is not FirstVisit.NOT_ASKED)
        self.retranslate()

    def retranslate(self) -> None:
        label = first_visit_word(self.value)
        unasked = self.value is FirstVisit.NOT_ASKED
        spoken = _("First visit: not asked") if unasked else label
        self.set_texts(label, spoken, FIRST_VISIT_KEY)


class Questions(QObject):
    """All chips of a visit. `changed` follows what a person does."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self.topics = ChipGroup(limit=TOPICS_MAX, columns=COLUMNS)
        self.languages = OpenGroup()
        self.municipalities = OpenGroup()
        self.outcomes = ChipGroup(limit=OUTCOMES_MAX, columns=COLUMNS, numbered=False)
        self.channels = OpenGroup()
        self.interpreter = ChipGroup()
        self.first_visit = FirstVisitChip()
        self.persons = Stepper(1, PERSONS_MAX)
        self.persons_label, self.first_visit_label = Label("strong"), Label("strong")
        self.how = _beside(self.channels, self.persons_label, self.persons)
        self.help_row = _beside(self.interpreter, self.first_visit_label, self.first_visit)
        self.channels.changed.connect(self._keep_usual)
        self.interpreter.changed.connect(self._keep_usual)
        for group in self.groups():
            group.changed.connect(self.changed)
        self.first_visit.turned.connect(self.changed)
        self.persons.valueChanged.connect(self.changed)

    def groups(self) -> tuple[ChipGroup, ...]:
        return (
            self.topics,
            self.languages,
            self.municipalities,
            self.outcomes,
            self.channels,
            self.interpreter,
        )

    def open_groups(self) -> dict[Kind, OpenGroup]:
        return {
            Kind.LANGUAGE: self.languages,
            Kind.MUNICIPALITY: self.municipalities,
            Kind.CHANNEL: self.channels,
        }

    def load(self, desk: Desk) -> None:
        """Show what may be chosen at `desk`; what is chosen stays where it still may be."""
        self._desk = desk
        facts = self.facts()
        self.retranslate()
        self.put(facts)

    def retranslate(self) -> None:
        desk = self._desk
        if desk is None:
            return
        self.topics.set_chips(desk.topics())
        self.outcomes.set_chips(desk.outcomes())
        for kind, group in self.open_groups().items():
            keyed, after = self._keyed(kind)
            group.set_open_chips(keyed, desk.more(kind), after)
            self._rename(kind, group)
        self.interpreter.set_chips(
            [
                ChipText(Interpreter.NOT_NEEDED, _("Not needed")),
                ChipText(Interpreter.USED, _("Used"), "", ","),
                ChipText(Interpreter.NOT_GOT, _("Needed, not got"), "", "."),
            ]
        )
        self.first_visit.retranslate()
        self.persons_label.setText(_("Persons"))
        self.persons.setAccessibleName(_("Persons"))
        self.first_visit_label.setText(_("First visit?"))

    def facts(self) -> Facts:
        """What is chosen, without the note."""
        return Facts(
            topics=self.topics.chosen(),
            outcomes=self.outcomes.chosen(),
            language=self.languages.code(),
            municipality=self.municipalities.code(),
            channel=self.channels.code() or WALK_IN,
            interpreter=Interpreter(next(iter(self.interpreter.chosen()), Interpreter.NOT_NEEDED)),
            first_visit=self.first_visit.value,
            persons=self.persons.value(),
        )

    def put(self, facts: Facts) -> None:
        """Show these facts as chosen; what may not be asked at this desk is left out."""
        desk = self._desk
        if desk is None:
            return
        self.topics.set_chosen(facts.topics)
        self.outcomes.set_chosen(facts.outcomes)
        self._choose(Kind.LANGUAGE, facts.language if desk.asks(Ask.LANGUAGE) else None)
        self._choose(Kind.MUNICIPALITY, facts.municipality if desk.asks(Ask.MUNICIPALITY) else None)
        usual = facts.channel == WALK_IN
        self.channels.put(desk.chip(Kind.CHANNEL, facts.channel), preset=usual)
        none_needed = facts.interpreter is Interpreter.NOT_NEEDED
        self.interpreter.set_chosen((facts.interpreter,), preset=none_needed)
        self.first_visit.put(facts.first_visit)
        self.persons.blockSignals(True)
        self.persons.setValue(facts.persons)
        self.persons.blockSignals(False)
        self.persons.update()

    def choose(self, kind: Kind, code: str) -> None:
        """Choose by hand what the list of `kind` has brought."""
        if self._desk is not None:
            self.open_groups()[kind].choose(self._desk.chip(kind, code))

    def set_caps_faint(self, faint: bool) -> None:
        for widget in self._capped():
            widget.set_caps_faint(faint)

    def set_tight(self, tight: bool) -> None:
        for widget in self._capped():
            widget.set_tight(tight)

    def _capped(self) -> list[ChipGroup | Chip | Stepper]:
        return [*self.groups(), self.first_visit, self.persons]

    def set_columns(self, columns: int) -> None:
        self.topics.set_columns(columns)
        self.outcomes.set_columns(columns)

    def _keep_usual(self) -> None:
        """What is taken back leaves the usual answer, not none."""
        if not self.channels.chosen() and self._desk is not None:
            self.channels.put(self._desk.chip(Kind.CHANNEL, WALK_IN), preset=True)
        if not self.interpreter.chosen():
            self.interpreter.set_chosen((Interpreter.NOT_NEEDED,), preset=True)

    def _choose(self, kind: Kind, code: str | None) -> None:
        group = self.open_groups()[kind]
        assert self._desk is not None
        group.put(self._desk.chip(kind, code) if code else None)

    def _rename(self, kind: Kind, group: OpenGroup) -> None:
        """The words of a choice that stands in place of the last chip, in another language."""
        code, preset = group.code(), group.is_preset()
        if code not in (None, MORE) and self._desk is not None:
            group.put(self._desk.chip(kind, code), preset)

    def _keyed(self, kind: Kind) -> tuple[list[ChipText], int]:
        assert self._desk is not None
        if kind is Kind.LANGUAGE:
            return self._desk.keyed_languages(), 0
        if kind is Kind.MUNICIPALITY:
            return self._desk.keyed_municipalities(), 1
        return self._desk.keyed_channels(), 0


def _beside(group: QWidget, label: Label, control: QWidget) -> QWidget:
    """A group, then a word with its control; the word goes to the next line where it must."""
    row, pair = QWidget(), QWidget()
    line = QHBoxLayout(pair)
    line.setContentsMargins(active().space(20), 0, 0, 0)
    line.setSpacing(active().space(8))
    line.addWidget(label)
    line.addWidget(control)
    flow = FlowLayout(row)
    flow.addWidget(group)
    flow.addWidget(pair)
    return row
