"""What is said of slips that were given out, in the language in use."""

from __future__ import annotations

from datetime import date, datetime

from app.domain.days import local, local_day
from app.domain.referral import State
from app.localization import _, _p, current
from app.services.given import Given, Told
from app.ui.referrals.speech import PillText
from app.words.directory import in_use
from app.words.referrals import state_word, void_words, why_word

STATES = (State.TAKEN_UP, State.DID_NOT_GO, State.TURNED_AWAY, State.UNKNOWN)
_LOOKS = {
    State.ISSUED: ("accent", "clock"),
    State.TAKEN_UP: ("success", "check"),
    State.DID_NOT_GO: ("warning", "x"),
    State.TURNED_AWAY: ("warning", "door-open"),
    State.UNKNOWN: ("info", "circle-help"),
    State.EXPIRED: ("info", "moon"),
}


def state_pill(state: State) -> PillText:
    """The state of one referral."""
    kind, icon = _LOOKS[state]
    return PillText(kind, state_word(state), icon)


def slip_pill(one: Given) -> PillText:
    """The state of a slip: of its services where they agree, else of how many one has heard."""
    if one.slip.void_reason is not None:
        return PillText("danger", _p("slip", "Void"), "circle-x")
    states = [told.state for told in one.told]
    if len(set(states)) == 1:
        return state_pill(states[0])
    known = sum(state is not State.ISSUED for state in states)
    if known == len(states):
        return PillText("info", _p("slip", "All known"), "check")
    text = _p("slip", "{known} of {whole} known", known=known, whole=len(states))
    return PillText("accent", text, "clock")


def services(one: Given) -> str:
    """The services by what may be told."""
    return current().listing(in_use(told.names) for told in one.told)


def service(told: Told) -> str:
    """One service; of one that is not named it says so."""
    name = in_use(told.names)
    return name if told.named else _("{kind} (not named)", kind=name)


def when(one: Given, today: date) -> str:
    """When it was given out: today the time, else the day too."""
    return _moment(one.slip.issued_at, today)


def given_line(one: Given, today: date) -> str:
    """When, as a sentence begins; and when it was last printed again."""
    given = _("Given out {when}", when=when(one, today))
    if local_day(one.slip.issued_at) == today:
        given = _("Given out today at {time}", time=when(one, today))
    again = one.slip.printed_at
    if again is None:
        return given
    if local_day(again) == today:
        return _("{given}, again today at {time}", given=given, time=_moment(again, today))
    return _("{given}, again {when}", given=given, when=_moment(again, today))


def _moment(at: datetime, today: date) -> str:
    """Today the time, else the day too."""
    moment, day = local(at), local_day(at)
    time = current().clock_time(moment)
    if day == today:
        return time
    named = current().short_date(day) if day.year == today.year else current().full_date(day)
    return _("{day} at {time}", day=named, time=time)


def outcome_line(told: Told) -> str:
    """What came of a referral, in one line."""
    outcome = told.referral.outcome
    why = why_word(outcome.why) if outcome.why else ""
    return current().listing([state_word(outcome.state), why])


def void_line(one: Given) -> str:
    """Why it is void."""
    reason = one.slip.void_reason or ""
    return void_words().get(reason, reason)
