"""The form of one step: its questions, what is answered, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, fields
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import Refused
from app.ui.clients.path.answer import Answer
from app.ui.clients.path.typed import DayAnswer
from app.ui.theme import active
from app.ui.widgets.flow_layout import FlowLayout
from app.words.sentences import sentence

Rows = Sequence[Sequence[Answer]]
# Where it is said what the refusal is about.
ABOUT: Final[Mapping[str, str]] = {
    "assessment_without_date": "started_on",
    "date_known_here": "completed_on",
    "interview_missing": "interview_on",
    "course_language_missing": "language",
    "training_language_missing": "language",
    "start_missing": "started_on",
    "hours_out_of_range": "hours",
    "text_too_long": "course",
    "test_incomplete": "test_on",
    "plan_too_long": "valid_to",
    "end_incomplete": "ended_on",
    "referred_and_not": "why_not",
    "assessment_first": "drawn_on",
    "extension_too_long": "until",
    "extension_too_short": "until",
    "leaves_overlap": "first",
}
# What is only not answered yet is no mistake.
NOT_YET: Final = frozenset(
    {
        *("day_missing", "choice_missing", "assessment_without_date", "start_missing"),
        *("course_language_missing", "training_language_missing"),
    }
)


class StepForm(QWidget):
    """A step of a `kind`; fields that no question fills keep what they have.

    `prepared` completes what is answered before the step is made of it.
    """

    edited = Signal()

    def __init__(
        self,
        kind: type[Any],
        rows: Rows,
        prepared: Callable[[dict[str, Any]], dict[str, Any]] = lambda values: values,
    ) -> None:
        super().__init__()
        self.kind, self._prepared = kind, prepared
        self.answers = [one for row in rows for one in row]
        self._values = blank(kind)
        self._put: dict[str, Any] = {}
        self._blamed: Answer | None = None
        self._column, self._flows = QVBoxLayout(self), [FlowLayout() for _row in rows]
        self._column.setContentsMargins(0, 0, 0, 0)
        for row, flow in zip(rows, self._flows, strict=True):
            self._add(row, flow)
        for one in self.answers:
            one.edited.connect(self.edited)
        active().changed.connect(self._restyle)
        self._restyle()

    def load(self, today: date) -> None:
        """The day on which it is filled in; there may be other answers to choose from."""
        for one in self.answers:
            one.load(today)
        self.retranslate()

    def put(self, step: Any | None) -> None:
        """Show a step, or an empty form."""
        self._values = blank(self.kind)
        if step is not None:
            self._values |= {one.name: getattr(step, one.name) for one in fields(step)}
        for answer in self.answers:
            answer.put(self._values)
            answer.set_error("")
        self._put = self.state()

    def state(self) -> dict[str, Any]:
        """What stands in the form, right or wrong, by the first field of each answer."""
        return {one.names[0]: one.state() for one in self.answers}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Let stand what stood there; it counts as typed."""
        for answer in self.answers:
            if answer.names[0] in state:
                answer.restore(state[answer.names[0]])

    def is_edited(self) -> bool:
        return self.state() != self._put

    def step(self) -> Any:
        """The step as it is answered. Errors: what cannot be understood, or is missing."""
        values, self._blamed = dict(self._values), None
        for answer in self.answers:
            try:
                values |= answer.values()
            except Refused:
                self._blamed = answer
                raise
        values = self._prepared(values)
        for one in fields(self.kind):
            if values[one.name] is None and _is_required(one):
                self._demand(one.name)
        return self.kind(**values)

    def show_error(self, refused: Refused | None) -> None:
        """Say below the answer what is wrong with it; what is missing is not wrong yet."""
        wrong = self.answer_about(refused) if refused is not None else None
        mistaken = refused is not None and refused.code not in NOT_YET
        for one in self.answers:
            said = mistaken and one is wrong
            one.set_error(sentence(refused) if said and refused is not None else "")

    def answer_about(self, refused: Refused) -> Answer | None:
        """The answer that a refusal is about: by its code, or by the value that it names."""
        if self._blamed is not None:
            return self._blamed
        name = ABOUT.get(refused.code) or self._named_by(refused.values.values())
        return next((one for one in self.answers if name in one.names), None)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        for one in self.answers:
            one.retranslate()

    def _add(self, row: Sequence[Answer], flow: FlowLayout) -> None:
        """Typed answers stand side by side, chips have the whole width."""
        if len(row) == 1:
            self._column.addWidget(row[0])
            return
        for one in row:
            flow.addWidget(one)
        self._column.addLayout(flow)

    def _named_by(self, values: Iterable[object]) -> str | None:
        """The question that was answered with one of the values, the last one."""
        for answer in reversed(self.answers):
            for name, value in _understood(answer).items():
                if value is not None and value in values:
                    return name
        return None

    def _demand(self, name: str) -> None:
        self._blamed = next(one for one in self.answers if name in one.names)
        is_day = isinstance(self._blamed, DayAnswer)
        raise Refused("day_missing" if is_day else "choice_missing")

    def _restyle(self) -> None:
        theme = active()
        self._column.setSpacing(theme.space(12))
        for flow in self._flows:
            flow.setSpacing(theme.space(12))


def blank(kind: type[Any]) -> dict[str, Any]:
    """The fields of a step of which nothing is known."""
    found: dict[str, Any] = {}
    for one in fields(kind):
        if one.default_factory is not MISSING:
            found[one.name] = one.default_factory()
        else:
            found[one.name] = None if one.default is MISSING else one.default
    return found


def _is_required(one: Any) -> bool:
    return one.default is MISSING and one.default_factory is MISSING


def _understood(answer: Answer) -> dict[str, Any]:
    try:
        return answer.values()
    except Refused:
        return {}
