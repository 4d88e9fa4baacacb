"""Counting the referrals of slips that are not void."""

from typing import Any

from sqlalchemy import Select, func, select

from app.domain.referral_figures import ReferralQuestion
from app.store.referrals import REFERRAL, SLIP


def alike(question: ReferralQuestion) -> Select[Any]:
    """Rows: location, day, category, target, state, why, amount."""
    key = (
        SLIP.c.location,
        SLIP.c.day,
        REFERRAL.c.category,
        REFERRAL.c.target,
        REFERRAL.c.state,
        REFERRAL.c.why,
    )
    days = SLIP.c.day.between(question.period.first, question.period.last)
    statement = (
        select(*key, func.count().label("amount"))
        .join_from(SLIP, REFERRAL, REFERRAL.c.slip_id == SLIP.c.id)
        .where(days, SLIP.c.void_reason.is_(None))
        .group_by(*key)
    )
    if question.locations:
        return statement.where(SLIP.c.location.in_(question.locations))
    return statement
