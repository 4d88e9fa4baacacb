"""What the number of visits tells of outcomes, which do not add up to it.

A visit has no outcome or up to `OUTCOMES_MAX` different ones. Visits without any are not
published, so that shown outcomes give no lower bound for a hidden one. What is left: an outcome is
not more frequent than visits, and all outcomes together at most `OUTCOMES_MAX` times as frequent.
No world moves more than one outcome of a row, so each may take all the room that there is.
"""

from collections.abc import Mapping

from app.domain.visit import OUTCOMES_MAX


def most_outcomes(counts: Mapping[str, int], visits: int, threshold: int) -> dict[str, int] | None:
    """How often each outcome could have been among so many visits, one moved at a time.

    None where nearly every visit had all the outcomes that it could have.
    """
    room = OUTCOMES_MAX * visits - sum(counts.values())
    if room < threshold:
        return None
    return {value: min(visits, count + room) for value, count in counts.items()}
