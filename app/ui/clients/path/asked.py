"""The questions of each kind of step, in their rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from app.domain.path.agreed import Agreed
from app.domain.path.assessment import Assessment, Topic
from app.domain.path.longer import Extension, Leave
from app.domain.path.notice import Notice
from app.domain.path.orientation import Content, Orientation
from app.domain.path.plan import Basis, EndReason, Plan, Register
from app.domain.path.review import Review
from app.domain.path.training import Training
from app.domain.responsibility.values import Duty
from app.localization import _, _p
from app.ui.clients.path import asked_later
from app.ui.clients.path.around import Around
from app.ui.clients.path.chips import LevelsAnswer, PickAnswer, SeveralAnswer, TickAnswer
from app.ui.clients.path.form import Rows, StepForm
from app.ui.clients.path.language import LanguageAnswer
from app.ui.clients.path.questions import body, coded, fi_or_sv, pick
from app.ui.clients.path.typed import DayAnswer, NumberAnswer, TypedAnswer
from app.words import path as words

COURSE_CHARS = 40


def form_of(kind: type[Any], around: Around) -> StepForm:
    """The form of a kind of step; `around` is filled anew when something is read."""
    return StepForm(kind, _ROWS[kind](around), _PREPARED.get(kind, dict))


def _assessment(around: Around) -> Rows:
    return [
        [
            DayAnswer("started_on", lambda: _("Begun")),
            DayAnswer("interview_on", lambda: _("Interview")),
            DayAnswer("completed_on", lambda: _("Completed")),
        ],
        [
            TickAnswer(
                lambda: _("Where"),
                lambda: [
                    ("elsewhere", _("Made elsewhere")),
                    ("date_unknown", _("Completed, date unknown")),
                ],
            )
        ],
        [body("by", lambda: _("Made by"), around, Duty.ASSESSMENT)],
        [
            SeveralAnswer(
                "topics", lambda: _("The interview covers"), coded(words.topic_words), Topic
            )
        ],
        [
            TickAnswer(
                lambda: _p("assessment", "Besides"),
                lambda: [
                    ("wellbeing", _("Wellbeing area takes part")),
                    ("expert", _("Expert opinion")),
                    ("training_need", _("Integration training is needed")),
                ],
            )
        ],
    ]


def _plan(around: Around) -> Rows:
    return [
        [
            DayAnswer("drawn_on", lambda: _("Drawn")),
            DayAnswer("valid_from", lambda: _("In force from"), coming=True),
            DayAnswer("valid_to", lambda: _("In force until"), coming=True),
        ],
        [
            TickAnswer(
                lambda: _("Goals"),
                lambda: [
                    ("long_goals", _("For the longer term")),
                    ("period_goals", _("For the plan's time")),
                    ("employment_goal", _("Employment")),
                    ("education_goal", _("Upper secondary or higher education")),
                ],
            )
        ],
        [
            SeveralAnswer(
                "considered", lambda: _("Taken into account"), coded(words.basis_words), Basis
            )
        ],
        [
            TickAnswer(
                lambda: _p("plan", "Besides"),
                lambda: [
                    ("client_present", _("Agreed with the client")),
                    ("wellbeing", _("Wellbeing area takes part")),
                ],
            )
        ],
        [pick("register", lambda: _("The plan is kept"), words.register_words, Register)],
        [DayAnswer("ended_on", lambda: _("Ended early"))],
        [pick("end_reason", lambda: _("Why it ended early"), words.end_words, EndReason)],
    ]


def _orientation(around: Around) -> Rows:
    return [
        [
            DayAnswer("started_on", lambda: _("First day"), coming=True),
            DayAnswer("ended_on", lambda: _("Last day")),
            NumberAnswer("hours", lambda: _("Hours")),
            *(
                []
                if around.protected
                else [TypedAnswer("course", lambda: _("Course"), COURSE_CHARS)]
            ),
        ],
        [
            LanguageAnswer(
                "language",
                lambda: _("Language of the course"),
                lambda: around.record.contact_language,
            )
        ],
        [body("organiser", lambda: _("Organiser"), around, Duty.ORIENTATION)],
        [SeveralAnswer("contents", lambda: _("Contents"), coded(words.content_words), Content)],
    ]


def _training(around: Around) -> Rows:
    return [
        [
            DayAnswer("started_on", lambda: _("First day"), coming=True),
            DayAnswer("ended_on", lambda: _("Last day")),
        ],
        [fi_or_sv("language", lambda: _("Language to learn"), around)],
        [PickAnswer("provider", lambda: _("Provider"), around.offered)],
        [
            TickAnswer(
                lambda: _p("training", "Besides"),
                lambda: [("follow_up", _("Follow-up plan to work or study"))],
            )
        ],
        [DayAnswer("test_on", lambda: _("Final test"))],
        [fi_or_sv("test_language", lambda: _("Language of the test"), around, usual=False)],
        [LevelsAnswer("levels", words.skill_words, words.level_words)],
    ]


def _plan_prepared(values: dict[str, Any]) -> dict[str, Any]:
    """A plan is in force from the day on which it is drawn, unless another is told."""
    return values | {"valid_from": values["valid_from"] or values["drawn_on"]}


def _training_prepared(values: dict[str, Any]) -> dict[str, Any]:
    """The test is in the language that was learnt, unless another is told."""
    tested = values["test_on"] is not None or values["levels"]
    language = values["test_language"] or (values["language"] if tested else None)
    return values | {"test_language": language}


_ROWS: Final[Mapping[type[Any], Callable[[Around], Rows]]] = {
    Assessment: _assessment,
    Plan: _plan,
    Orientation: _orientation,
    Training: _training,
    Review: asked_later.review,
    Agreed: asked_later.agreed,
    Extension: asked_later.extension,
    Leave: asked_later.leave,
    Notice: asked_later.notice,
}
_PREPARED: Final[Mapping[type[Any], Callable[[dict[str, Any]], dict[str, Any]]]] = {
    Plan: _plan_prepared,
    Training: _training_prepared,
}
