"""Which months of the portals are decided together.

What is hidden of a month depends on all portals, so a portal that brings a month when others have
been handed out already cannot be decided with them: that would change what was told. What it
brings is decided for itself, as if there were no other visits, and added to what was told.
"""

from collections.abc import Iterator

from app.domain.disclosure.tables import HandOut, Part, YearTables


def batches(year: YearTables) -> list[frozenset[Part]]:
    """First what came in time, then what each time came late."""
    in_time: set[Part] = set()
    late: list[frozenset[Part]] = []
    before = 0
    for one in _hand_outs(year):
        in_time |= {(portal, month) for portal, month in one.parts if month > before}
        late.append(one.parts - in_time)
        before = max(before, one.months)
    return [frozenset(in_time), *filter(None, late)]


def _hand_outs(year: YearTables) -> Iterator[HandOut]:
    """What was handed out, by time, and in the end what is there now."""
    rest = {(portal, month) for portal in year.portals for month in range(1, year.months + 1)}
    for one in year.handed_out:
        yield HandOut(one.months, one.parts & rest)
        rest -= one.parts
    yield HandOut(year.months, frozenset(rest))
