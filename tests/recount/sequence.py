"""Doing a sequence with two writers at once, and the recount behind it."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Final

from sqlalchemy import delete

from app.domain.errors import Refused
from app.domain.visit import Visit
from app.services.unit import Desk
from app.store import counters
from app.store.models import (
    AmendmentRow,
    DayCounterRow,
    MonthCounterRow,
    ReferralRow,
    SlipRow,
    VisitOutcomeRow,
    VisitRow,
    VisitTopicRow,
)
from tests.desks import counting
from tests.recount.acts import Act

WRITERS: Final = 2
_KNOWN: Final = frozenset({"visit_voided", "time_in_future"})
_EMPTIED: Final = (
    ReferralRow,
    SlipRow,
    AmendmentRow,
    VisitTopicRow,
    VisitOutcomeRow,
    VisitRow,
    DayCounterRow,
    MonthCounterRow,
)


def assert_counted_after(desk: Desk, acts: Sequence[Act]) -> None:
    """Do `acts` in the store of `desk`, which is emptied before; the counters must be right.

    Each writer has a thread and a connection of its own.
    """
    with desk.store.write() as session:
        for table in _EMPTIED:
            session.execute(delete(table))
    made: list[Visit] = []
    with ThreadPoolExecutor(WRITERS) as threads:
        for _done in threads.map(partial(_write, desk, acts, made), range(WRITERS)):
            pass
    with desk.read() as unit:
        stored = counters.stored(unit.connection)
        recounted = counters.counted(counting(unit.connection))
    assert (stored.day, stored.month) == (recounted.day, recounted.month)
    assert all(min(pair) > 0 for pair in (stored.day | stored.month).values())


def _write(desk: Desk, acts: Sequence[Act], made: list[Visit], writer: int) -> None:
    """The acts of one writer; what is refused must have changed nothing."""
    for act in acts:
        if act.writer != writer:
            continue
        try:
            with desk.write() as unit:
                new = act(unit, tuple(made))
        except Refused as refused:
            if refused.code not in _KNOWN:
                raise
        else:
            made += new
