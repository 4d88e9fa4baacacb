"""Clients of a table come in once, each line whole, and nobody hidden is betrayed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.domain.client import Client, Why
from app.domain.errors import Refused
from app.domain.roles import Role
from app.domain.table_lines import Came
from app.services import client_import, clients, protection
from app.services.client_import import Imported, import_clients
from app.services.import_undo import take_import_back
from app.services.lookup import look_up
from app.services.unit import Desk
from app.store.clients import CLIENT, NAME
from app.store.models import LogRow
from tests.clients import hidden, recorded
from tests.desks import colleague

HEAD = "given_names;family_name;birth_date;koto_aj;municipality;phone"
BORN = date(1990, 1, 1)


@pytest.fixture
def adviser(desk: Desk) -> Desk:
    """A desk of somebody who was not named."""
    return colleague(desk, "otso", Role.ADVISER)


def table(folder: Path, *lines: str, head: str = HEAD) -> Path:
    path = folder / "clients.csv"
    path.write_text("\n".join([head, *lines]), "utf-8")
    return path


def came(imported: Imported) -> Sequence[int]:
    return [imported.came[one] for one in Came]


def refused(imported: Imported) -> dict[int, str]:
    return {one.line: one.refused.code for one in imported.not_taken if one.refused}


def found(desk: Desk, text: str) -> list[int]:
    with desk.read() as unit:
        return [one.number for one in look_up(unit, text).certain]


def opened(desk: Desk, number: int) -> Client:
    with desk.read() as unit:
        return clients.open_number(unit, number, Why.VISIT)


def amount(desk: Desk) -> int:
    with desk.read() as unit:
        return unit.connection.scalar(select(func.count()).select_from(CLIENT)) or 0


def log(desk: Desk) -> list[tuple[str, str]]:
    with desk.read() as unit:
        rows = unit.session.scalars(select(LogRow).order_by(LogRow.number))
        return [(row.action, row.reason) for row in rows]


LINES = (
    "Yusuf;Haidari;1.1.1990;KA-1;luoto;050 000 1234",
    "Roya;Haidari;1992;;;",
    "Mina;;;;;",
)


def test_lines_become_clients_and_a_second_time_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    file = table(tmp_path, *LINES)
    first = import_clients(desk, file)
    assert (came(first), first.lines, len(first.new)) == ([3, 0, 0], 3, 3)
    (number,) = found(desk, "Yusuf Haidari")
    record = opened(desk, number).record
    assert (record.born, record.koto_aj, record.municipality) == (BORN, "KA-1", "luoto")
    again = import_clients(desk, file)
    assert (came(again), again.new, again.not_taken) == ([0, 3, 0], (), ())
    assert [one.client for one in again.told] == [one.client for one in first.told]
    assert amount(desk) == 3


def test_a_dry_run_says_the_same_and_records_nothing(desk: Desk, tmp_path: Path) -> None:
    file = table(tmp_path, *LINES, "Yusuf;Haidari;30.2.1990;;;")
    dry = import_clients(desk, file, dry=True)
    assert (came(dry), dry.new, amount(desk)) == ([3, 0, 1], (), 0)
    true = import_clients(desk, file)
    assert came(true) == came(dry)
    assert refused(true) == refused(dry) == {5: "cell_not_a_day"}


def test_a_line_that_cannot_be_taken_leaves_the_others(desk: Desk, tmp_path: Path) -> None:
    lines = {
        ";Haidari;;;;": "name_missing",
        "Yusuf;;1.1.2099;;;": "birth_in_future",
        "Yusuf;;1.1.1890;;;": "birth_too_old",
        "Yusuf;;;;nowhere;": "cell_not_on_list",
        "Yusuf;;;?;;": "reference_not_understood",
        "Yusuf;;;;;call me": "phone_not_understood",
        "Yusuf;;;;;;more": "line_too_long",
        f"{'x' * 10_000};;;;;": "cell_too_long",
    }
    done = import_clients(desk, table(tmp_path, "Roya;;;;;", *lines, "Mina;;;;;"))
    assert refused(done) == dict(enumerate(lines.values(), 3))
    assert came(done) == [2, 0, len(lines)]
    assert amount(desk) == 2


def test_a_person_who_stands_there_twice_is_taken_once(desk: Desk, tmp_path: Path) -> None:
    file = table(
        tmp_path,
        "Yusuf;Haidari;1.1.1990;KA-1;;",
        "Haidari;YUSUF;1990-01-01;;;",
        "Joseph;Haidari;;ka 1;;",
        "Yusuf;Haidari;1.1.1990;KA-2;;",
    )
    for came_then in ([2, 0, 2], [0, 2, 2]):
        done = import_clients(desk, file)
        assert came(done) == came_then
        assert refused(done) == {3: "line_twice", 4: "line_twice"}
        assert {one.refused.values["line"] for one in done.not_taken if one.refused} == {2}


def test_who_is_here_stays_as_recorded(desk: Desk, tmp_path: Path) -> None:
    by_reference = recorded(desk, "Yusuf", "Haidari", koto_aj="KA-1", born=BORN)
    by_name = recorded(desk, "Roya", "Haidari", birth_year=1992)
    other_birth = recorded(desk, "Mina", "Popal", koto_aj="KA-3", birth_year=1980)
    no_reference = recorded(desk, "Karim", "Popal", born=BORN)
    done = import_clients(
        desk,
        table(
            tmp_path,
            "Youssef;Heydari;1.1.1990;ka-1;;050 000 9999",
            "Haidari;ROYA;1992;;;",
            "Mina;Popal;1981;KA-3;;",
            "Karim;Popal;1.1.1990;KA-4;;",
            "Roya;Haidari;1993;;;",
        ),
    )
    assert came(done) == [1, 2, 2]
    assert [one.client for one in done.told[:2]] == [by_reference.number, by_name.number]
    assert opened(desk, by_reference.number).record.phone == ""
    assert refused(done) == {4: "reference_of_other", 5: "client_likely"}
    numbers = [one.refused.values["number"] for one in done.not_taken if one.refused]
    assert numbers == [other_birth.number, no_reference.number]


def test_a_hidden_persons_line_is_taken_as_anybodys(
    desk: Desk, adviser: Desk, tmp_path: Path
) -> None:
    client = hidden(desk, "Yusuf", "Haidari", koto_aj="KA-1", born=BORN)
    file = table(tmp_path, "Yusuf;Haidari;1.1.1990;KA-1;luoto;", "Roya;;;KA-1;;")
    dry = import_clients(adviser, file, dry=True)
    done = import_clients(adviser, file)
    assert came(dry) == came(done) == [1, 0, 1]
    assert client.number not in [one.client for one in done.told]
    assert came(import_clients(adviser, file)) == [0, 1, 1]
    (made,) = done.new
    with desk.write() as unit:
        protection.protect(unit, made, None)
    assert came(import_clients(adviser, file)) == [1, 0, 1]


def test_who_was_named_is_told_of_a_hidden_person(desk: Desk, tmp_path: Path) -> None:
    client = hidden(desk, "Yusuf", "Haidari", koto_aj="KA-1", born=BORN)
    done = import_clients(desk, table(tmp_path, "Yusuf;Haidari;1.1.1990;KA-1;luoto;"))
    assert (came(done), done.told[0].client) == ([0, 1, 0], client.number)


def test_an_order_is_kept_by_named_people_alone(desk: Desk, adviser: Desk, tmp_path: Path) -> None:
    head = "given_names;municipality;protected_until"
    file = table(tmp_path, "Yusuf;luoto;no_end", "Roya;luoto;2026-01-01", "Mina;;", head=head)
    with desk.write() as unit:
        protection.name_person(unit, desk.actor.staff_id)
    unnamed = import_clients(adviser, file)
    assert (came(unnamed), refused(unnamed)) == ([1, 0, 2], {2: "not_named", 3: "not_named"})
    named = import_clients(desk, file)
    assert (came(named), refused(named)) == ([1, 1, 1], {3: "order_past"})
    assert found(adviser, "Yusuf") == []
    shown = opened(desk, found(desk, "Yusuf")[0])
    assert (shown.protected_until, shown.record.municipality) == (date.max, None)


def test_who_is_in_charge_is_named_by_user_name(desk: Desk, adviser: Desk, tmp_path: Path) -> None:
    head = "given_names;in_charge"
    done = import_clients(desk, table(tmp_path, "Yusuf;OTSO", "Roya;nobody", head=head))
    assert refused(done) == {3: "cell_not_on_list"}
    assert opened(desk, found(desk, "Yusuf")[0]).record.in_charge == adviser.actor.staff_id


def test_it_comes_in_parts_and_ends_between_two(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_import, "PART", 2)
    file, heard = table(tmp_path, "A;;;;;", "B;;;;;", "C;;;;;", "D;;;;;", "E;;;;;"), []

    def progress(done: int, whole: int) -> None:
        heard.append((done, whole))
        if done == 4:
            raise Refused("cancelled")

    done = import_clients(desk, file, progress=progress)
    assert heard == [(0, 5), (2, 5), (4, 5)]
    assert (came(done), done.done) == ([4, 0, 0], 4)
    assert done.stopped is not None
    assert done.stopped.code == "cancelled"
    assert amount(desk) == 4
    assert came(import_clients(desk, file)) == [1, 4, 0]


def test_trouble_in_a_part_leaves_nothing_of_it(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_import, "PART", 2)
    file, kept = table(tmp_path, "A;;;;;", "B;;;;;", "C;;;;;", "D;;;;;"), clients.record

    def breaking(unit: object, new: object, client_id: object) -> object:
        if getattr(new, "name", "") == "D":
            raise OSError(28, "full")
        return kept(unit, new, client_id)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(clients, "record", breaking)
        done = import_clients(desk, file)
    assert (came(done), done.stopped and done.stopped.code) == ([2, 0, 0], "disk_full")
    with desk.read() as unit:
        names = select(func.count()).select_from(NAME)
        assert unit.connection.scalar(names) == amount(desk) == 2
    assert came(import_clients(desk, file)) == [2, 2, 0]


def test_an_import_is_taken_back_but_for_clients_of_whom_something_has_come(
    desk: Desk, tmp_path: Path
) -> None:
    done = import_clients(desk, table(tmp_path, *LINES))
    kept = opened(desk, found(desk, "Mina")[0])
    with desk.write() as unit:
        clients.amend(unit, kept.id, replace(kept.record, phone="050 000 1111"), kept.revision)
    assert take_import_back(desk, done.new) == 1
    assert amount(desk) == 1
    assert take_import_back(desk, done.new) == 3
    assert (came(import_clients(desk, table(tmp_path, *LINES))), amount(desk)) == ([2, 1, 0], 3)


def test_the_log_has_each_client_and_how_many_lines_did_what(desk: Desk, tmp_path: Path) -> None:
    file = table(tmp_path, "Yusuf;Haidari;;;;", "Yusuf;Haidari;;;;", "Roya;;;;;")
    import_clients(desk, file, dry=True)
    import_clients(desk, file)
    assert log(desk)[-4:] == [
        ("clients.import_look", "new 2, not_taken 1"),
        ("client.record", ""),
        ("client.record", ""),
        ("clients.import", "new 2, not_taken 1"),
    ]


@pytest.mark.parametrize("role", [Role.CLERK, Role.ADMINISTRATOR, Role.AUDITOR])
def test_only_who_keeps_clients_takes_them_in(desk: Desk, tmp_path: Path, role: Role) -> None:
    other = colleague(desk, "otso", role)
    for dry in (True, False):
        with pytest.raises(Refused, match="no_right"):
            import_clients(other, table(tmp_path, "Yusuf;;;;;"), dry=dry)


def test_a_file_that_is_not_there_or_is_a_folder(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="path_missing"):
        import_clients(desk, tmp_path / "nothing.csv")
    with pytest.raises(Refused, match="table_damaged"):
        import_clients(desk, tmp_path)
