"""Referrals by authority and outcome, exact, for use within the unit only."""

from app.domain.place import LocationKind
from app.domain.referral import State
from app.domain.referral_figures import (
    Alike,
    By,
    ReferralFigures,
    ReferralQuestion,
    referral_figures,
)
from app.domain.roles import Right
from app.services import directory, places
from app.services.statistics import asked_for
from app.services.unit import Unit
from app.store.queries import referrals
from app.words.referrals import Names


def figures(unit: Unit, question: ReferralQuestion) -> ReferralFigures:
    """The answer; of a sensitive service only the kind is told.

    Errors: `no_right`, `location_unknown`.
    """
    unit.demand(Right.STATISTICS_INTERNAL)
    asked = asked_for(unit, question.locations)
    apart = [code for code, place in asked.items() if place.kind is LocationKind.ROMA_PORTAL]
    secret = {one.id for one in directory.services(unit) if one.sensitive is not None}
    found = (
        Alike(
            row.location,
            row.day,
            row.category,
            None if row.target in secret else row.target,
            State(row.state),
            row.why,
            row.amount,
        )
        for row in unit.connection.execute(referrals.alike(question))
    )
    return referral_figures(question, found, list(asked), apart, unit.today)


def names(unit: Unit) -> Names:
    """What the unit calls its locations, its services and their kinds."""
    return {
        By.LOCATION: {one.code: one.name for one in places.locations(unit)},
        By.TARGET: {one.id: one.name for one in directory.services(unit)},
        By.CATEGORY: directory.category_names(),
    }


def log_figures(unit: Unit, question: ReferralQuestion, form: str) -> None:
    """Keep on record that figures were handed out: which days, by what, in which form."""
    period, by = question.period, ",".join(question.by) or "total"
    unit.log("referrals.export", f"{period.first}/{period.last} {by} {form} internal")
