"""The questions of what follows a plan, in their rows."""

from __future__ import annotations

from app.domain.client import Origin
from app.domain.path.agreed import Area, WhyNot
from app.domain.path.longer import Ground
from app.domain.path.notice import NoticeKind
from app.domain.path.review import ReviewReason, Share
from app.localization import _, _p
from app.ui.clients.path.around import Around
from app.ui.clients.path.chips import TickAnswer
from app.ui.clients.path.form import Rows
from app.ui.clients.path.questions import of_plan, pick
from app.ui.clients.path.typed import DayAnswer
from app.words import path as words
from app.words.record import origin_word


def review(around: Around) -> Rows:
    """A review of a plan."""
    return [
        [of_plan(around)],
        [
            DayAnswer("on", lambda: _p("review", "Held on")),
            DayAnswer("next_on", lambda: _("Next review"), coming=True),
        ],
        [pick("reason", lambda: _("Main reason"), words.review_words, ReviewReason)],
        [pick("participation", lambda: _("Took part in services"), words.share_words, Share)],
        [pick("progress", lambda: _("Progress"), words.share_words, Share)],
        [
            TickAnswer(
                lambda: _p("review", "Besides"),
                lambda: [
                    ("obstacles", _("Obstacles")),
                    ("changes", _("The plan was changed")),
                    ("wellbeing", _("Wellbeing area takes part")),
                ],
            )
        ],
        [pick("source", lambda: _("Told by somebody else"), _origins, Origin)],
    ]


def agreed(around: Around) -> Rows:
    """A service that was agreed in a plan."""
    return [
        [of_plan(around)],
        [pick("area", lambda: _("What it is about"), words.area_words, Area)],
        [DayAnswer("referred_on", lambda: _("Referred on"))],
        [pick("why_not", lambda: _("Why not"), words.why_not_words, WhyNot)],
    ]


def extension(around: Around) -> Rows:
    """A plan goes on."""
    return [
        [of_plan(around)],
        [DayAnswer("until", lambda: _("In force until"), coming=True)],
        [pick("ground", lambda: _("Ground"), words.ground_words, Ground)],
    ]


def leave(around: Around) -> Rows:
    """Time that is added to a plan."""
    return [
        [of_plan(around)],
        [
            DayAnswer("first", lambda: _("First day")),
            DayAnswer("last", lambda: _("Last day"), coming=True),
        ],
    ]


def notice(around: Around) -> Rows:
    """What a client told between two reviews."""
    return [
        [
            DayAnswer("on", lambda: _("Told on")),
            DayAnswer("handled_on", lambda: _("Handled on")),
        ],
        [pick("kind", lambda: _("What was told"), words.notice_words, NoticeKind)],
    ]


def _origins() -> dict[Origin, str]:
    return {origin: origin_word(origin) for origin in Origin}
