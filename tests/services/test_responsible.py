"""How the unit reads the rows that the programme leaves open, on either engine."""

import pytest

from app.domain.errors import Refused
from app.domain.responsibility.values import Case, Flag, Group, Labour, Reading
from app.domain.roles import Role
from app.services.responsible import decide, decided_rows, responsible
from app.services.unit import Changes, Desk
from tests.desks import colleague

D6 = Case("uusikaarlepyy", Labour.UNEMPLOYED_JOBSEEKER, frozenset({Group.QUOTA_REFUGEE}))


def test_nothing_is_decided_at_first(desk: Desk) -> None:
    with desk.read() as unit:
        assert decided_rows(unit) == {}
    assert responsible(D6).flags == (Flag.CONTRADICTION,)


def test_a_decision_is_kept_and_taken_back(desk: Desk) -> None:
    with desk.write() as unit:
        assert decide(unit, "D6", Reading.UNIT) is None
        assert unit.changes is Changes.SETTINGS
    with desk.read() as unit:
        answer = responsible(D6, decided_rows(unit))
    assert answer.first == "org-kotoutumisyksikko"
    assert answer.flags == ()
    with desk.write() as unit:
        assert decide(unit, "D6", None) is Reading.UNIT
    with desk.read() as unit:
        assert decided_rows(unit) == {}


def test_a_supervisor_decides(desk: Desk) -> None:
    adviser = colleague(desk, "oskar", Role.ADVISER)
    with pytest.raises(Refused) as refused, adviser.write() as unit:
        decide(unit, "D6", Reading.UNIT)
    assert refused.value.code == "no_right"
    supervisor = colleague(desk, "saima", Role.SUPERVISOR)
    with supervisor.write() as unit:
        decide(unit, "D2", Reading.EMPLOYMENT_AREA)
    with adviser.read() as unit:
        assert decided_rows(unit) == {"D2": Reading.EMPLOYMENT_AREA}


@pytest.mark.parametrize("row", ["D1", "D10", "x"])
def test_a_row_that_is_clear_is_not_decided(desk: Desk, row: str) -> None:
    with pytest.raises(Refused) as refused, desk.write() as unit:
        decide(unit, row, Reading.UNIT)
    assert refused.value.code == "row_not_open"
