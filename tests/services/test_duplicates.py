"""Likely duplicates are found by whatever is known; who is another person is remembered."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from app.domain.client import Client, Record, Relation, Relative
from app.domain.duplicates import Sign
from app.domain.errors import Refused
from app.domain.identity import Need
from app.domain.roles import Role
from app.services import differing, duplicates, identity, merging
from app.services.duplicates import Duplicate
from app.services.unit import Changes, Desk
from app.store.models import LogRow
from tests.bench.duplicates import FOUND_LEAST, WRONG_MOST, Found
from tests.bench.recall import fill
from tests.clients import hidden, person, recorded
from tests.desks import SetClock, colleague, file_desk

BORN = date(1952, 10, 13)
CODE = "131052-308T"
BAD = ("x" * 10_000, "\0", "🙂", "*", '"', "' or 1=1 --", "\u202bYusuf", "")


def of_record(desk: Desk, typed: Record) -> list[Duplicate]:
    with desk.read() as unit:
        return duplicates.of_record(unit, typed)


def of_client(desk: Desk, client: Client) -> list[Duplicate]:
    with desk.read() as unit:
        return duplicates.of_client(unit, client.id)


@pytest.fixture
def yusuf(desk: Desk) -> Client:
    """A client among others who are called nearly so."""
    for given, year in (("Mina", 1952), ("Yasin", 1960)):
        recorded(desk, given, "Haidari", birth_year=year, phone="050 000 1111")
    return recorded(desk, "Yusuf", "Haidari", born=BORN, phone="050 000 1111", koto_aj="KA-2026/12")


@pytest.fixture
def adviser(desk: Desk) -> Desk:
    """A desk of somebody who was not named."""
    return colleague(desk, "otso", Role.ADVISER)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (person("Youssef", "Heydari"), (Sign.SPELLING,)),
        (person("یوسف", "حیدری", born=BORN), (Sign.BIRTH, Sign.SPELLING)),
        (person("Haidari", "Yusuf", birth_year=1952), (Sign.NAME, Sign.YEAR)),
        (person("Yusuf", "Popal", born=BORN), (Sign.BIRTH, Sign.GIVEN)),
        (person("Yousef", "Haidari", phone="+358 50 0001111"), (Sign.PHONE, Sign.SPELLING)),
        (person("Nobody", koto_aj="ka 2026/12"), (Sign.REFERENCE,)),
    ],
)
def test_who_is_likely_meant_is_told_with_the_reason(
    desk: Desk, yusuf: Client, typed: Record, why: tuple[Sign, ...]
) -> None:
    assert [(one.id, one.why) for one in of_record(desk, typed)] == [(yusuf.id, why)]


def test_day_and_month_exchanged_are_found(desk: Desk) -> None:
    client = recorded(desk, "Mina", "Rahimi", born=date(1990, 5, 2))
    found = of_record(desk, person("Mena", "Rahimy", born=date(1990, 2, 5)))
    assert [(one.id, one.sure) for one in found] == [(client.id, True)]


def test_no_more_is_shown_than_by_a_lookup(desk: Desk, yusuf: Client) -> None:
    (one,) = of_record(desk, person("Yusuf", "Haidari"))
    assert (one.name, one.number, one.birth_year) == ("Yusuf Haidari", yusuf.number, 1952)
    assert "Haidari" not in repr(one)


def test_who_is_somebody_else_is_not_told(desk: Desk, yusuf: Client) -> None:
    for typed in (
        person("Yusuf", "Haidari", born=date(1971, 11, 24)),
        person("Zarina", "Haidari", phone="050 000 1111"),
        person("Yusuf"),
    ):
        assert of_record(desk, typed) == []


def test_whatever_is_typed_is_answered(desk: Desk, yusuf: Client) -> None:
    for text in BAD:
        typed = person(text, text, phone=text, koto_aj=text)
        assert {one.id for one in of_record(desk, typed)} <= {yusuf.id}


def test_the_record_that_is_amended_is_not_its_own_duplicate(desk: Desk, yusuf: Client) -> None:
    with desk.read() as unit:
        assert duplicates.of_record(unit, yusuf.record, yusuf.id) == []
    assert of_client(desk, yusuf) == []


def test_two_persons_are_remembered_and_forgotten_again(desk: Desk, yusuf: Client) -> None:
    twin = recorded(desk, "Yousef", "Haidari", born=BORN)
    assert [one.id for one in of_client(desk, twin)] == [yusuf.id]
    for pair in ((twin.id, yusuf.id), (yusuf.id, twin.id)):
        with desk.write() as unit:
            differing.tell_apart(unit, *pair)
            assert unit.changes == Changes.CLIENTS
    assert of_client(desk, twin) == of_client(desk, yusuf) == []
    with desk.write() as unit:
        differing.untell_apart(unit, twin.id, yusuf.id)
    assert [one.id for one in of_client(desk, yusuf)] == [twin.id]


def test_two_persons_stay_two_when_one_of_them_is_merged(desk: Desk, yusuf: Client) -> None:
    twin = recorded(desk, "Yousef", "Haidari", born=BORN)
    kept = recorded(desk, "Yousef", "Heidari", born=BORN)
    with desk.write() as unit:
        differing.tell_apart(unit, twin.id, yusuf.id)
        seen = merging.compare(unit, kept.id, twin.id)
        done = merging.merge(unit, kept.id, twin.id, seen.proposed, (0, 0))
    assert of_client(desk, kept) == of_client(desk, yusuf) == []
    with desk.write() as unit:
        merging.take_apart(unit, done.id)
    assert [one.id for one in of_client(desk, yusuf)] == [kept.id]


def test_one_identity_code_makes_two_records_likely_one(desk: Desk, yusuf: Client) -> None:
    other = recorded(desk, "Zarina", "Ahmadi")
    with desk.write() as unit:
        for one in (yusuf, other):
            identity.keep(unit, one.id, CODE, Need.PLAN)
    assert [(one.id, one.why) for one in of_client(desk, other)] == [(yusuf.id, (Sign.IDENTITY,))]


def test_of_a_protected_client_nobody_else_is_told(desk: Desk, adviser: Desk) -> None:
    secret = hidden(desk, "Yusuf", "Haidari", born=BORN, phone="050 000 1111", koto_aj="KA-1")
    same = {"born": BORN, "phone": "050 000 1111", "koto_aj": "KA-1"}
    relatives = (Relative(Relation.SIBLING, "Roya"),)
    other = recorded(adviser, "Yousef", "Haidari", relatives=relatives, **same)
    with adviser.write() as unit:
        identity.keep(unit, other.id, CODE, Need.PLAN)
    with desk.write() as unit:
        identity.keep(unit, secret.id, CODE, Need.PLAN)
    assert of_client(adviser, other) == of_record(adviser, other.record)[1:] == []
    with adviser.read() as unit:
        assert duplicates.same_codes(unit) == []
    (found,) = of_client(desk, other)
    assert (found.id, found.is_protected) == (secret.id, True)
    assert {Sign.IDENTITY, Sign.REFERENCE, Sign.BIRTH} <= set(found.why)


def test_the_same_code_as_a_protected_client_s_is_listed_for_named_people(
    desk: Desk, adviser: Desk
) -> None:
    secret = hidden(desk, "Yusuf", "Haidari", koto_aj="KA-1")
    other = recorded(adviser, "Zarina", koto_aj="ka 1")
    for name in ("Mina", "Mena"):
        recorded(desk, name, koto_aj="KA-2")
    with desk.write() as unit:
        for one in (secret, other):
            identity.keep(unit, one.id, CODE, Need.PLAN)
    with desk.read() as unit:
        listed = duplicates.same_codes(unit)
    assert {one.sign for one in listed} == {Sign.IDENTITY, Sign.REFERENCE}
    for same in listed:
        assert {client.id for client in same.clients} == {secret.id, other.id}
    with desk.write() as unit:
        differing.tell_apart(unit, other.id, secret.id)
        assert duplicates.same_codes(unit) == []


def test_two_persons_are_logged_and_a_look_for_duplicates_is_no_opening(
    desk: Desk, yusuf: Client
) -> None:
    twin = recorded(desk, "Yousef", "Haidari", born=BORN)
    of_client(desk, twin)
    with desk.write() as unit:
        differing.tell_apart(unit, twin.id, yusuf.id)
    with desk.read() as unit:
        rows = list(unit.session.scalars(select(LogRow).order_by(LogRow.number)))
    assert [(row.action, row.subject) for row in rows][-3:] == [
        ("client.record", str(twin.id)),
        ("client.differ", str(twin.id)),
        ("client.differ", str(yusuf.id)),
    ]


def test_who_keeps_no_clients_is_told_of_none(desk: Desk, yusuf: Client) -> None:
    for role in (Role.CLERK, Role.ADMINISTRATOR, Role.AUDITOR):
        with pytest.raises(Refused, match="no_right"):
            of_record(colleague(desk, role, role), yusuf.record)


def test_a_merged_record_is_nobody_s_duplicate(desk: Desk, yusuf: Client) -> None:
    other = recorded(desk, "Yousef", "Haidari", born=BORN)
    with desk.write() as unit:
        seen = merging.compare(unit, yusuf.id, other.id)
        merging.merge(unit, yusuf.id, other.id, seen.proposed, (0, 0))
    assert of_client(desk, yusuf) == []
    assert [one.id for one in of_record(desk, other.record)] == [yusuf.id]


def test_most_are_found_among_two_thousand_and_hardly_anybody_else(tmp_path: Path) -> None:
    desk = file_desk(tmp_path / "many", SetClock())
    found = Found(desk, fill(desk, 2000))
    assert found.share >= FOUND_LEAST, found.missed
    assert found.most_wrong <= WRONG_MOST
    desk.store.close()
