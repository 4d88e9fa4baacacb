"""A visit in words: what Enter will record, what was recorded, what a repeat key brings."""

from app.domain.days import local
from app.domain.moment import BackDate
from app.domain.reference import Kind, Reference
from app.domain.visit import WALK_IN, Facts, FirstVisit, Interpreter, Precision, Visit
from app.localization import _, _n, _p, current
from app.ui.check_in.client_row import Wish


class Speech:
    """Says visits with the labels of `reference`, in the language in use."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference

    def short(self, kind: Kind, code: str) -> str:
        return self._reference.short(kind, code, current().language)

    def name(self, kind: Kind, code: str) -> str:
        return self._reference.name(kind, code, current().language)

    def topics(self, facts: Facts) -> str:
        """The topics, the main one first."""
        return ", ".join(self.short(Kind.TOPIC, code) for code in facts.topics)

    def read_back(self, facts: Facts, back_dated: BackDate | None, wish: Wish | None = None) -> str:
        """What Enter will record, in the order of the form; "" while there is no topic."""
        if not facts.topics:
            return ""
        persons = _n("{n} person", "{n} persons", facts.persons)
        outcomes = [self.short(Kind.OUTCOME, code) for code in facts.outcomes]
        parts = [self.topics(facts), *self._who(facts), ", ".join(outcomes)]
        how = [*_how(self, facts), persons, _linked(wish), spoken_date(back_dated)]
        return current().listing([*parts, *how])

    def quiet(self, visit: Visit) -> str:
        """The second line of a recorded visit: who came and how."""
        facts = visit.facts
        parts = [*self._who(facts), *_how(self, facts)]
        if facts.persons > 1 or not parts:
            parts.append(_n("{n} person", "{n} persons", facts.persons))
        if visit.amended:
            parts.append(_("amended"))
        return current().listing(parts)

    def reason(self, reason: str) -> str:
        """Why a visit was amended or voided: one of the usual reasons, or as it was written."""
        return reason_words().get(reason, reason)

    def brief(self, facts: Facts) -> str:
        """The label of a repeat key: main topic, language, municipality."""
        main = [self.short(Kind.TOPIC, code) for code in facts.topics[:1]]
        return current().listing([*main, *self._who(facts)])

    def _who(self, facts: Facts) -> list[str]:
        chosen = ((Kind.LANGUAGE, facts.language), (Kind.MUNICIPALITY, facts.municipality))
        return [self.short(kind, code) for kind, code in chosen if code is not None]


def _how(speech: Speech, facts: Facts) -> list[str]:
    parts = []
    if facts.channel != WALK_IN:
        parts.append(speech.short(Kind.CHANNEL, facts.channel))
    if facts.interpreter is not Interpreter.NOT_NEEDED:
        parts.append(interpreter_word(facts.interpreter))
    if facts.first_visit is not FirstVisit.NOT_ASKED:
        parts.append(_first_visit_in_line(facts.first_visit))
    return parts


def _linked(wish: Wish | None) -> str:
    """Whether the visit will have a client, where somebody stands in the form."""
    if wish is None:
        return ""
    return _("without a name") if wish.anonymous else _("client linked")


def interpreter_word(interpreter: Interpreter) -> str:
    """What became of an interpreter, inside a line."""
    return {
        Interpreter.NOT_NEEDED: _("no interpreter"),
        Interpreter.USED: _("interpreter"),
        Interpreter.NOT_GOT: _("interpreter needed, not got"),
    }[interpreter]


def first_visit_word(first: FirstVisit) -> str:
    """The label of the chip that asks whether this is the first visit."""
    return {
        FirstVisit.NOT_ASKED: _("Not asked"),
        FirstVisit.YES: _("First visit"),
        FirstVisit.NO: _("Has been before"),
    }[first]


def _first_visit_in_line(first: FirstVisit) -> str:
    return _p("in a line", "first visit") if first is FirstVisit.YES else _("has been before")


def spoken_date(back: BackDate | None) -> str:
    """ "Fri 20.11. at 9.30", "Fri 20.11., time not known", "" for now."""
    if back is None:
        return ""
    day = current().short_date(back.day)
    if back.at is None:
        return _("{day}, time not known", day=day)
    return _("{day} at {time}", day=day, time=current().clock_time(back.at))


def of_visit(visit: Visit) -> str:
    """Which visit, inside a sentence: by its time, or by its day when only that is known."""
    if visit.when.precision is Precision.DAY:
        return _("the visit of {day}", day=current().short_date(visit.when.day))
    return _("the visit at {time}", time=clock_of(visit))


def reason_words() -> dict[str, str]:
    """The usual reasons by their codes."""
    return {
        "wrong_choice": _("Wrong choice"),
        "left_out": _("Something was left out"),
        "by_mistake": _("Recorded by mistake"),
        "twice": _("Recorded twice"),
        "wrong_location": _("Wrong location"),
        "undone": _("undone"),
        "handed_over": _("where it was recorded"),
    }


def clock_of(visit: Visit) -> str:
    """The local time of a visit, or that only its day is known."""
    if visit.when.precision is Precision.DAY:
        return _p("time of day not known", "day")
    return current().clock_time(local(visit.when.moment))
