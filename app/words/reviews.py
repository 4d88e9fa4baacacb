"""What is said of plans and their reviews, in the language in use."""

from app.domain.clock.clock import State
from app.localization import _p


def state_word(state: State) -> str:
    """How urgent a review is."""
    return {
        State.OVERDUE: _p("review", "Overdue"),
        State.TODAY: _p("review", "Today"),
        State.SOON: _p("review", "Soon"),
        State.UPCOMING: _p("review", "Later"),
        State.EXPIRED: _p("plan", "Ran out"),
        State.ENDED: _p("plan", "Ended"),
    }[state]
