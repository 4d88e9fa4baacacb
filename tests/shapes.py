"""What hypothesis draws: moments, days, and facts as a clerk could choose them."""

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from app.domain.reference import Kind
from app.domain.visit import (
    OUTCOMES_MAX,
    PERSONS_MAX,
    TOPICS_MAX,
    Facts,
    FirstVisit,
    Interpreter,
    Source,
)
from app.services.chips import bundled_reference

OLDEST, NEWEST = datetime(1995, 1, 1), datetime(2037, 12, 31)
NO_NOTE = st.just("")


def moments() -> st.SearchStrategy[datetime]:
    """Any UTC moment between the present rule of summer time and the end of the zone's tables."""
    return st.datetimes(OLDEST, NEWEST, timezones=st.just(UTC))


def days() -> st.SearchStrategy[date]:
    return st.dates(OLDEST.date(), NEWEST.date())


def codes(kind: Kind) -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(bundled_reference()[kind]))


def facts(note: st.SearchStrategy[str] = NO_NOTE) -> st.SearchStrategy[Facts]:
    """Facts that can be recorded where everything is asked."""
    return st.builds(
        Facts,
        topics=_some(Kind.TOPIC, 1, TOPICS_MAX),
        outcomes=_some(Kind.OUTCOME, 0, OUTCOMES_MAX),
        language=st.none() | codes(Kind.LANGUAGE),
        municipality=st.none() | codes(Kind.MUNICIPALITY),
        channel=codes(Kind.CHANNEL),
        interpreter=st.sampled_from(Interpreter),
        first_visit=st.sampled_from(FirstVisit),
        persons=st.integers(1, PERSONS_MAX),
        note=note,
    )


def sources() -> st.SearchStrategy[Source]:
    return st.sampled_from(Source)


def _some(kind: Kind, least: int, most: int) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(codes(kind), min_size=least, max_size=most, unique=True).map(tuple)
