"""Two people amend one client at the same moment: nothing of either is lost unasked."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.domain.client import Client, ClientName, Origin, Record, Told
from app.domain.client_change import PARTS, Side, combined, differences, disclosed
from app.domain.responsibility.values import Group
from tests.clients import person

BEFORE = person("Yusuf", "Haidari", municipality="luoto", address="Storgatan 1", phone="050 1")
VALUES: dict[str, list[Any]] = {
    "names": [(ClientName("Yousef"),), (ClientName("Yusuf"), ClientName("Jusuf"))],
    "born": [None, date(1990, 1, 1)],
    "phone": ["", "050 1", "050 2"],
    "municipality": [None, "luoto", "kruunupyy"],
    "groups": [frozenset(), frozenset({Group.QUOTA_REFUGEE})],
}
amended = st.fixed_dictionaries({}, optional={k: st.sampled_from(v) for k, v in VALUES.items()})


def seen(record: Record, until: date | None = None) -> Client:
    return Client(
        UUID(int=1), 1, record, 0, UUID(int=2), datetime(2026, 1, 1, tzinfo=UTC), None, until
    )


def proposed(own: Record, theirs: Record) -> dict[str, Side | None]:
    return {one.part: one.proposed for one in differences(BEFORE, own, theirs)}


def test_every_field_of_a_record_belongs_to_a_part() -> None:
    assert {n for names in PARTS.values() for n in names} == set(Record.__dataclass_fields__) - {
        "origins"
    }


def test_each_part_is_proposed_from_who_changed_it() -> None:
    own = replace(BEFORE, phone="050 2", email="y@example.fi")
    theirs = replace(BEFORE, phone="050 3", address="Storgatan 2")
    assert proposed(own, theirs) == {
        "phone": None,
        "email": Side.OWN,
        "address": Side.THEIRS,
    }


def test_nothing_is_asked_where_nobody_else_changed_anything() -> None:
    assert proposed(replace(BEFORE, phone="050 2"), BEFORE) == {}
    same = replace(BEFORE, phone="050 2")
    assert proposed(same, same) == {}


def test_who_told_a_datum_is_a_part_of_it() -> None:
    told = replace(BEFORE, origins={"phone": Told(Origin.FAMILY)})
    assert proposed(BEFORE, told) == {"phone": Side.THEIRS}
    assert combined(BEFORE, told, {"phone": Side.THEIRS}).origins == told.origins
    assert combined(told, BEFORE, {"phone": Side.THEIRS}).origins == {}


def test_sensitive_groups_that_were_not_touched_are_never_asked_about() -> None:
    theirs = replace(BEFORE, sensitive=frozenset({Group.TRAFFICKING_VICTIM}))
    assert proposed(BEFORE, theirs) == {}
    own = replace(BEFORE, sensitive=frozenset())
    assert proposed(own, theirs) == {"sensitive": None}


@given(amended, amended)
def test_with_all_of_one_side_the_record_is_that_side(
    mine: dict[str, Any], other: dict[str, Any]
) -> None:
    own, theirs = replace(BEFORE, **mine), replace(BEFORE, **other)
    found = differences(BEFORE, own, theirs)
    if found:
        assert combined(own, theirs, {one.part: Side.THEIRS for one in found}) == theirs
        assert combined(own, theirs, {one.part: Side.OWN for one in found}) == own
    else:
        for name in other:
            assert getattr(theirs, name) in (getattr(own, name), getattr(BEFORE, name))


@given(amended, amended)
def test_as_proposed_both_changes_are_there(mine: dict[str, Any], other: dict[str, Any]) -> None:
    own, theirs = replace(BEFORE, **mine), replace(BEFORE, **other)
    found = differences(BEFORE, own, theirs)
    chosen = {one.part: one.proposed or Side.OWN for one in found}
    both = combined(own, theirs, chosen) if found else own
    for name in mine.keys() - other.keys():
        assert getattr(both, name) == mine[name]
    for name in other.keys() - mine.keys():
        assert getattr(both, name) == other[name]


def test_an_order_set_or_ended_meanwhile_is_no_change_by_anybody() -> None:
    shown = replace(BEFORE, municipality=None, address="")
    own = replace(BEFORE, phone="050 2")
    assert differences(*disclosed(seen(BEFORE), own, seen(shown, date.max))) == ()
    before, typed, there = disclosed(
        seen(shown, date.max), replace(shown, phone="050 2"), seen(BEFORE)
    )
    assert differences(before, typed, there) == ()
    assert typed == own
