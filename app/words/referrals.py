"""What states, outcomes and dimensions of referrals are called, in the language in use."""

from collections.abc import Mapping

from app.domain.referral import State, Why
from app.domain.referral_figures import By
from app.localization import _, _p
from app.words.directory import in_use


def state_word(state: State) -> str:
    """How far a referral has come."""
    return {
        State.ISSUED: _p("referral", "Handed over"),
        State.TAKEN_UP: _p("referral", "Went there"),
        State.DID_NOT_GO: _p("referral", "Did not go"),
        State.TURNED_AWAY: _p("referral", "Turned away"),
        State.UNKNOWN: _p("referral", "Not known"),
        State.EXPIRED: _p("referral", "Expired"),
    }[state]


def why_word(why: Why) -> str:
    """Why somebody was turned away."""
    return {
        Why.NOT_THEIRS: _p("turned away", "Not their matter"),
        Why.NO_APPOINTMENT: _p("turned away", "No appointment"),
        Why.PAPERS_MISSING: _p("turned away", "Papers missing"),
        Why.NO_INTERPRETER: _p("turned away", "No interpreter"),
        Why.NO_ROOM: _p("turned away", "No room"),
        Why.CLOSED: _p("turned away", "Closed"),
        Why.OTHER: _p("turned away", "Other reason"),
    }[why]


def void_words() -> dict[str, str]:
    """The usual reasons for which a slip is void, by their codes."""
    return {
        "wrong_service": _p("slip", "Wrong service"),
        "made_anew": _p("slip", "Made anew"),
        "left_here": _p("slip", "The visitor did not take it"),
    }


def by_word(by: By) -> str:
    """What a dimension is called."""
    return {
        By.LOCATION: _("Location"),
        By.DAY: _p("statistics", "Day"),
        By.WEEK: _p("statistics", "Week"),
        By.MONTH: _p("statistics", "Month"),
        By.QUARTER: _p("statistics", "Quarter"),
        By.YEAR: _p("statistics", "Year"),
        By.CATEGORY: _p("referral", "Kind of service"),
        By.TARGET: _p("referral", "Referred to"),
        By.STATE: _p("referral", "What came of it"),
        By.WHY: _p("referral", "Why turned away"),
    }[by]


Names = Mapping[By, Mapping[str, Mapping[str, str]]]


def value_word(by: By, value: str | None, names: Names) -> str:
    """What a value is called; `names` has those of what the unit keeps, in all languages."""
    if value is None:
        return _p("referral", "Not named") if by is By.TARGET else "–"
    if by is By.STATE:
        return state_word(State(value))
    if by is By.WHY:
        return why_word(Why(value))
    known = names.get(by, {}).get(value)
    return in_use(known) if known else value
