"""What a check finds on either engine, and that it finds nothing where nothing is wrong."""

from datetime import date

import pytest
from sqlalchemy import text

from app.domain.errors import Refused
from app.domain.roles import Role
from app.services import visits
from app.services.checking import check
from app.services.unit import Desk
from app.store.accounts import FileAccounts
from app.store.checking import Counts, Difference
from tests.clients import hidden, recorded
from tests.desks import colleague, visit


def alter(desk: Desk, statement: str) -> None:
    with desk.store.write() as session:
        session.execute(text(statement))


@pytest.fixture
def used(desk: Desk) -> Desk:
    """A store with three visits, of which one is voided."""
    with desk.write() as unit:
        visits.record(unit, visit("benefits", "letter", persons=2))
        visits.record(unit, visit("housing", location="romaniportti"))
        visits.void(unit, visits.record(unit, visit("work")).id, "mistake")
    return desk


def test_in_order(used: Desk) -> None:
    findings = check(used)
    assert findings.in_order
    assert findings.contents is not None
    assert findings.contents.counts.visits == 3
    on_file = isinstance(used.accounts, FileAccounts)
    assert (findings.file == ()) is (findings.keys is not None) is on_file


def test_how_far_it_is(used: Desk) -> None:
    heard: list[tuple[int, int]] = []
    check(used, lambda done, whole: heard.append((done, whole)))
    assert heard == [(1, 2), (2, 2)]


def test_a_day_counter(used: Desk) -> None:
    alter(
        used,
        "update day_counter set persons = persons + 1 "
        "where location = 'pietarsaari' and breakdown = 'main_topic' and value = 'benefits'",
    )
    findings = check(used)
    assert not findings.in_order
    assert findings.contents is not None
    assert findings.contents.counters == (
        Difference("pietarsaari", 20261124, "main_topic", "benefits", (1, 3), (1, 2)),
    )


def test_a_visit_slipped_out(used: Desk) -> None:
    alter(used, "update visit set void_reason = 'x' where location = 'romaniportti'")
    findings = check(used)
    assert findings.contents is not None
    assert findings.contents.counters is not None
    assert {one.location for one in findings.contents.counters} == {"romaniportti"}
    assert {one.period for one in findings.contents.counters} == {20261124, 202611}
    assert {one.counted for one in findings.contents.counters} == {(0, 0)}


def test_a_log_entry(used: Desk) -> None:
    alter(used, "update log set action = 'visit.amend' where number = 2")
    findings = check(used)
    assert not findings.in_order
    assert findings.contents is not None
    assert findings.contents.broken == (2,)
    assert findings.contents.counters == ()


@pytest.mark.parametrize(
    "statement",
    [
        "update client set hidden_until = 20991231 where number = {number}",
        "update client_key set hidden_until = 20991231 where number = {number} and key = 'yusuf'",
        "update client_name set given = 'Yonas' where given = 'Yusuf'",
        "update client set phone = '050 000 9999' where number = {number}",
        "delete from client_key where number = {number} and key = 'yusuf'",
        "insert into client_key (key, number) values ('yonas', {number})",
        "delete from client_key",
    ],
)
def test_a_client_who_is_not_found_by_what_is_recorded(desk: Desk, statement: str) -> None:
    client = recorded(desk, "Yusuf", "Haidari", phone="050 000 1234", born=date(1990, 1, 1))
    hidden(desk, "Roya")
    assert check(desk).in_order
    alter(desk, statement.format(number=client.number))
    findings = check(desk)
    assert not findings.in_order
    assert findings.contents is not None
    assert findings.contents.clients == (2 if statement == "delete from client_key" else 1)


def test_an_empty_store(desk: Desk) -> None:
    findings = check(desk)
    assert findings.in_order
    assert findings.contents is not None
    assert findings.contents.counts == Counts(0, findings.contents.counts.entries, 0)


@pytest.mark.parametrize("role", [Role.CLERK, Role.ADVISER, Role.SUPERVISOR])
def test_it_is_for_who_keeps_the_store(role: Role, desk: Desk) -> None:
    with pytest.raises(Refused, match="no_right"):
        check(colleague(desk, "oskar", role))


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.AUDITOR])
def test_or_reads_the_log(role: Role, desk: Desk) -> None:
    assert check(colleague(desk, "oskar", role)).contents is not None
