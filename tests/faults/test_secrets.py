"""What was typed is nowhere on the disk but encrypted."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from app import report
from app.domain.errors import Refused
from app.domain.place import Ask, ExceptionalDay
from app.domain.roles import Role
from app.domain.visit import Facts
from app.services import drafts, places, staff, visits
from app.services.backup import back_up
from app.services.drafts import Draft
from app.services.sign_in import FirstPerson, change_password, create_file, recover, sign_in
from app.services.unit import Desk
from app.services.visits import new_id
from app.store.accounts import FileAccounts
from app.store.copying import copy_aside
from tests.desks import CHEAP, WORKSTATION, SetClock, visit
from tests.faults.search import traces

FIRST = FirstPerson("kvastfjäder".replace("ä", "a"), "Tuulenpesä Kvastfjäder", "smultronställe")
NOTE, DRAFT = "myrskylyhty päivällä", "halvfärdig blåklint"
REASON, COLLEAGUE = "felskriven trastunge", "Rentukka Vitsippa"
PASSWORD, NEW_PASSWORD = "korallrosenkvist", "lummelahdenranta"
MISTYPED, DAY_REASON = "smultronstalle och mer", "taklagsöl"
WORDS = [FIRST.login, *FIRST.name.split(), FIRST.password, *NOTE.split(), *DRAFT.split()]
WORDS += [*REASON.split(), *COLLEAGUE.split(), PASSWORD, NEW_PASSWORD, MISTYPED, DAY_REASON]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder in which everything lies that the program writes in these tests."""
    return tmp_path / "all"


def worked(folder: Path, clock: SetClock) -> tuple[Desk, str]:
    """A file in use: people, notes, reasons, a draft, passwords changed and mistyped."""
    desk, code = create_file(folder, FIRST, WORKSTATION, clock, CHEAP)
    with desk.write() as unit:
        place = replace(places.location(unit, "pietarsaari"), asks=frozenset(Ask))
        places.save_location(unit, place)
        staff.add(unit, "rentukka", COLLEAGUE, [Role.CLERK], PASSWORD)
        made = visits.record(unit, visit(note=NOTE))
        visits.amend(unit, made.id, Facts(("housing",), note=NOTE), REASON)
        visits.void(unit, made.id, REASON)
        drafts.save(unit, Draft(new_id(), "pietarsaari", Facts((), note=DRAFT)))
        exception = ExceptionalDay(unit.today, (), DAY_REASON)
        places.save_exceptional_day(unit, "pietarsaari", exception)
    with pytest.raises(Refused, match="sign_in_wrong"):
        sign_in(folder, FIRST.login, MISTYPED, WORKSTATION, clock)
    change_password(folder, desk, FIRST.password, NEW_PASSWORD)
    return desk, code


def found(folder: Path, *more: str) -> list[tuple[str, str]]:
    return list(traces(folder, [*WORDS, *more]))


def test_what_is_looked_for_would_be_found(tmp_path: Path) -> None:
    for number, coding in enumerate(("utf-8", "utf-16-le", "utf-16-be")):
        (tmp_path / str(number)).write_bytes(b"\x01" + NOTE.upper().encode(coding))
    (tmp_path / "3").write_text(ascii(NOTE))
    (tmp_path / FIRST.login).mkdir()
    assert {name for _word, name in found(tmp_path)} == {"0", "1", "2", "3", FIRST.login}


def test_nothing_typed_lies_open_while_the_file_is_in_use(folder: Path, clock: SetClock) -> None:
    desk, code = worked(folder, clock)
    assert isinstance(desk.accounts, FileAccounts)
    assert (folder / "portti.kp-wal").stat().st_size > 0
    key = desk.accounts.key
    shutil.copytree(folder, folder / "as-it-lies")
    copy_aside(desk.accounts.database, key, clock())
    back_up(desk, folder / "backup.kpb")
    assert len(list(folder.rglob("*"))) > 8
    assert found(folder, code, code.replace("-", "")) == []
    assert [path for path in folder.rglob("*") if path.is_file() and key in path.read_bytes()] == []
    assert found(folder, key.hex()) == []
    desk.store.close()
    assert found(folder) == []


def test_nothing_typed_lies_open_after_recovery(folder: Path, clock: SetClock) -> None:
    desk, code = worked(folder, clock)
    desk.store.close()
    clock.forward(minutes=5)
    again, new = recover(folder, code, PASSWORD, WORKSTATION, clock)
    again.store.close()
    assert found(folder, code, new) == []


def test_a_report_of_a_fault_repeats_nothing(
    folder: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    reports = tmp_path / "reports"
    monkeypatch.setattr("app.paths.report_folder", lambda: reports)
    desk, _code = worked(folder, clock)
    for statement in (f"select '{NOTE}' from nowhere", f"insert into visit values ('{REASON}')"):
        with pytest.raises(Exception, match=r"nowhere|visit") as raised, desk.write() as unit:
            unit.connection.exec_driver_sql(statement)
        report.write(raised.value)
    with pytest.raises(ValueError, match=NOTE) as bug:
        raise ValueError(f"{NOTE} of {COLLEAGUE}")
    report.write(bug.value)
    desk.store.close()
    assert len(list(reports.iterdir())) == 3
    assert found(reports) == []
