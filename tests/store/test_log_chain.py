"""The chain of the log: every entry vouches for the one before."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, text, update

from app.domain.errors import Refused
from app.services.unit import Desk, Unit
from app.store.checking import broken_entries as broken_of
from app.store.log_chain import ORIGIN, Entry, append_all, broken_entries, entry_hash, length
from app.store.models import LogRow
from tests.desks import SetClock
from tests.shapes import moments

Row = dict[str, Any]

words = st.text(max_size=8)
entries = st.fixed_dictionaries(
    {
        "at": moments(),
        "staff_id": st.none() | st.uuids(),
        "action": words,
        "subject": words,
        "reason": words,
    }
)


def chained(entries: list[Row]) -> list[Row]:
    """The entries as rows of a log, each with its number and hash."""
    previous, rows = ORIGIN, []
    for number, entry in enumerate(entries, 1):
        row = entry | {"number": number}
        previous = entry_hash(previous, row)
        rows.append(row | {"hash": previous})
    return rows


logs = st.lists(entries, min_size=1, max_size=6).map(chained)


@given(logs)
def test_a_whole_chain_has_no_broken_entry(rows: list[Row]) -> None:
    assert broken_entries(rows) == []


@given(logs, entries, st.data())
def test_an_altered_entry_is_named_alone(rows: list[Row], other: Row, data: st.DataObject) -> None:
    row = data.draw(st.sampled_from(rows))
    name = data.draw(st.sampled_from(sorted(other)))
    altered = row | {name: other[name]}
    changed = [altered if one is row else one for one in rows]
    assert broken_entries(changed) == ([] if altered == row else [row["number"]])


@given(logs, st.data())
def test_a_missing_entry_is_noticed_unless_it_was_the_last(
    rows: list[Row], data: st.DataObject
) -> None:
    gone = data.draw(st.integers(0, len(rows) - 1))
    left = rows[:gone] + rows[gone + 1 :]
    assert bool(broken_entries(left)) == (gone < len(rows) - 1)


@given(logs, st.data())
def test_a_forged_hash_breaks_the_entry_and_the_next(rows: list[Row], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(rows) - 1))
    changed = [row | {"hash": bytes(32)} if row is rows[place] else row for row in rows]
    after = [row["number"] for row in rows[place : place + 2]]
    assert broken_entries(changed) == after


@given(entries)
def test_the_hash_is_of_the_moment_not_of_its_zone(entry: Row) -> None:
    row = entry | {"number": 1}
    helsinki = timezone(timedelta(hours=2))
    assert entry_hash(ORIGIN, row) == entry_hash(
        ORIGIN, row | {"at": row["at"].astimezone(helsinki)}
    )


def test_fields_do_not_run_into_each_other() -> None:
    row = {"number": 1, "at": datetime(2026, 1, 1, tzinfo=UTC), "staff_id": None, "reason": ""}
    one = entry_hash(ORIGIN, row | {"action": "ab", "subject": "c"})
    assert one != entry_hash(ORIGIN, row | {"action": "a", "subject": "bc"})


def test_what_was_written_is_whole_when_it_is_read(desk: Desk, clock: SetClock) -> None:
    clock.forward(microseconds=123_456)
    with desk.write() as unit:
        before = length(unit.connection)
        unit.log("first", UUID(int=5), "because")
        unit.log("second")
    with desk.write() as unit:
        unit.log("third", "ä ش 👍")
    with desk.read() as unit:
        assert length(unit.connection) == before + 3
        assert broken_of(unit.connection) == []


def logged_and_refused(unit: Unit) -> None:
    unit.log("never")
    raise Refused("topic_missing")


def test_a_unit_that_fails_leaves_no_entry(desk: Desk) -> None:
    with desk.read() as unit:
        before = length(unit.connection)
    with pytest.raises(Refused, match="topic_missing"), desk.write() as unit:
        logged_and_refused(unit)
    with desk.read() as unit:
        assert length(unit.connection) == before


def test_what_a_reader_logs_is_written_behind_it(desk: Desk) -> None:
    with desk.read() as unit:
        before = length(unit.connection)
        unit.log("looked", "somewhere")
        assert length(unit.connection) == before
    with desk.read() as unit:
        row = unit.session.scalar(select(LogRow).order_by(LogRow.number.desc()).limit(1))
        assert row is not None
        assert (row.number, row.action, row.subject) == (before + 1, "looked", "somewhere")
        assert row.staff_id == desk.actor.staff_id


def test_an_entry_altered_by_hand_is_named(desk: Desk) -> None:
    with desk.write() as unit:
        append_all(unit.connection, None, unit.now, [Entry("some", str(n)) for n in range(5)])
    with desk.write() as unit:
        unit.session.execute(update(LogRow).where(LogRow.number == 3).values(action="other"))
    with desk.read() as unit:
        assert broken_of(unit.connection) == [3]
    with desk.write() as unit:
        unit.session.execute(text("delete from log where number = 4"))
    with desk.read() as unit:
        assert broken_of(unit.connection) == [3, 5]
