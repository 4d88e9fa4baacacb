"""What the history says, line by line, in the language in use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from app.domain.client import Relative
from app.domain.days import local_day
from app.domain.isolates import fixed, named
from app.domain.link import Consent, Link
from app.domain.reference import Kind
from app.localization import _, capital, current
from app.services.given import Given
from app.services.history import PastVisit
from app.ui.check_in.speech import Speech
from app.ui.clients.history.lines import Line
from app.ui.clients.history.past import Past
from app.ui.clients.speech import born_and_number
from app.ui.referrals.given.words import services, slip_pill
from app.words.clients import relation_word
from app.words.links import consent_words, task_word, way_word

VISITS: Final = "visits"
REFERRALS: Final = "referrals"
CONSENTS: Final = "consents"
FAMILY: Final = "family"


def counts(past: Past | None) -> dict[str, str]:
    """The views with how much there is in each."""
    held = [len(part) for part in _parts(past)]
    words = (
        _("Visits {n}", n=held[0]),
        _("Referrals {n}", n=held[1]),
        _("Consents {n}", n=held[2]),
        _("Family {n}", n=held[3]),
    )
    return dict(zip((VISITS, REFERRALS, CONSENTS, FAMILY), words, strict=True))


def nothing(view: str) -> str:
    """What stands in an empty view."""
    return {
        VISITS: _("No visit is linked with this client."),
        REFERRALS: _("No referral is known."),
        CONSENTS: _("No consent was given."),
        FAMILY: _("No family is recorded."),
    }[view]


def lines(past: Past, view: str) -> list[Line]:
    """The lines of a view."""
    speech = Speech(past.reference)
    told: dict[str, Callable[[], list[Line]]] = {
        VISITS: lambda: [_visit(one, speech) for one in past.visits],
        REFERRALS: lambda: [_referral(one) for one in past.referrals],
        CONSENTS: lambda: [_consent(one, speech) for one in past.consents],
        FAMILY: lambda: [_relative(one, past) for one in past.family],
    }
    return told[view]()


def _parts(past: Past | None) -> tuple[Sequence[object], ...]:
    if past is None:
        return (), (), (), ()
    return past.visits, past.referrals, past.consents, past.family


def _visit(one: PastVisit, speech: Speech) -> Line:
    facts = one.visit.facts
    outcomes = [speech.short(Kind.OUTCOME, code) for code in facts.outcomes]
    day = _day(one.visit.when.day)
    came = current().listing([*outcomes, *one.slips])
    return Line((day, speech.topics(facts), speech.quiet(one.visit), came, _basis(one.link)))


def _basis(link: Link) -> str:
    return task_word(link.task) if link.task is not None else _("By consent")


def _referral(one: Given) -> Line:
    day = _day(local_day(one.slip.issued_at))
    return Line((day, services(one), slip_pill(one).text, one.number))


def _consent(one: Consent, speech: Speech) -> Line:
    day = _day(one.given_on)
    asked = _("asked in {language}", language=speech.name(Kind.LANGUAGE, one.language))
    in_force = one.withdrawn_on is None
    state = _("In force") if in_force else consent_words(one)
    verb = _("Withdraw") if in_force else ""
    return Line((day, way_word(one.way), asked, state), verb, one if in_force else None)


def _relative(one: Relative, past: Past) -> Line:
    relation = capital(relation_word(one.relation))
    if one.client is None:
        return Line((relation, named(one.name), fixed(one.phone)))
    kin = past.kin[one.client]
    about = born_and_number(kin.birth_year, kin.number)
    return Line((relation, named(kin.name), about), _("Open"), one.client)


def _day(day: date) -> str:
    """As "Tue 24.11.2026"."""
    return f"{current().weekday(day)} {current().full_date(day)}"
