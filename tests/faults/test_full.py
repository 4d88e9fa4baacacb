"""A full disk and a read-only one, tried on a disk of their own."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.errors import Refused
from app.domain.figures import Dimension, Question
from app.domain.periods import Period
from app.services import visits
from app.services.exports import Form, export, order_of
from app.services.sign_in import database_of
from app.services.visit_rows import export_rows
from tests.desks import SetClock, file_desk, visit
from tests.faults import full
from tests.faults.disk import Disk, small_disk
from tests.faults.recorder import opened


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """A small disk that is empty."""
    with small_disk(tmp_path / "disk") as disk:
        yield disk


@pytest.fixture
def folder(disk: Disk) -> Path:
    """A folder on the small disk, with a new file."""
    folder = disk.folder / "data"
    file_desk(folder, SetClock()).store.close()
    return folder


@pytest.mark.parametrize("blocks", [0, 1, 7, 40])
def test_a_full_disk_takes_no_half_visit_and_work_goes_on(disk: Disk, blocks: int) -> None:
    full.recorded_until_full(disk, blocks)


@pytest.mark.parametrize("blocks", [0, 2, 11])
def test_a_password_that_could_not_be_kept_is_not_changed(disk: Disk, blocks: int) -> None:
    full.password_kept_when_full(disk, blocks)


def test_on_a_full_disk_nobody_signs_in_and_nothing_is_left_over(disk: Disk, folder: Path) -> None:
    disk.fill()
    assert full.refused_on(folder) == {"disk_full"}
    assert list((disk.folder / "other").glob("*")) == []
    disk.make_room()
    opened(folder).store.close()


def test_on_a_read_only_disk_nothing_is_written(disk: Disk, folder: Path) -> None:
    before = database_of(folder).read_bytes()
    with disk.read_only():
        assert full.refused_on(folder) == {"file_read_only", "folder_read_only"}
    assert database_of(folder).read_bytes() == before
    opened(folder).store.close()


@pytest.mark.parametrize("form", Form)
def test_an_export_that_does_not_fit_leaves_no_half_file(
    disk: Disk, tmp_path: Path, form: Form
) -> None:
    desk = file_desk(tmp_path / "data", SetClock())
    question = Question(Period(date(2026, 1, 1), date(2026, 12, 31)), (Dimension.LOCATION,))
    out = disk.folder / f"numbers.{form}"
    disk.fill()
    with pytest.raises(Refused, match="disk_full"):
        export(desk, order_of(question, internal=True), form, out)
    assert [path.name for path in disk.folder.iterdir()] == ["ballast"]
    disk.make_room()
    assert export(desk, order_of(question, internal=True), form, out).path.stat().st_size > 0
    desk.store.close()


@pytest.mark.parametrize("form", [Form.CSV, Form.XLSX])
def test_rows_that_do_not_fit_leave_no_half_file(disk: Disk, tmp_path: Path, form: Form) -> None:
    desk = file_desk(tmp_path / "data", SetClock())
    with desk.write() as unit:
        visits.record(unit, visit())
    period = Period(date(2026, 1, 1), date(2026, 12, 31))
    disk.fill()
    with pytest.raises(Refused, match="disk_full"):
        export_rows(desk, period, (), form, disk.folder / f"rows.{form}")
    assert [path.name for path in disk.folder.iterdir()] == ["ballast"]
    desk.store.close()
