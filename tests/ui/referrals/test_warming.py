"""What the first slip needs is there before somebody asks for it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.roles import Role
from app.services import warm
from app.services.unit import Desk, Unit
from app.services.warm import pieces
from app.ui.referrals.warming import Warming
from app.ui.runner import Runner
from tests.desks import SetClock, colleague, file_desk
from tests.ui.referrals.conftest import Hands
from tests.workers import DirectWorker

Piece = Callable[[Unit], None]


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pieces as they are done."""
    done: list[str] = []

    def few(location: str) -> list[Piece]:
        return [lambda _unit: done.append(location), lambda _unit: done.append("last")]

    monkeypatch.setattr(warm, "pieces", lambda location: iter(few(location)))
    return done


@pytest.fixture
def one_desk(tmp_path: Path, clock: SetClock) -> Desk:
    return file_desk(tmp_path / "data", clock)


def test_every_piece_is_done_once_when_the_tab_is_shown(counted: list[str], hands: Hands) -> None:
    assert counted == ["pietarsaari", "last"]
    hands.window.frame.pages.go(1)
    hands.window.frame.pages.go(4)
    assert counted == ["pietarsaari", "last"]


def test_it_begins_by_itself_when_nobody_waits(counted: list[str], one_desk: Desk) -> None:
    worker = DirectWorker()
    warming = Warming(Runner(one_desk, worker), "kruunupyy", worker)
    assert not counted
    warming.timer.timeout.emit()
    assert counted == ["kruunupyy", "last"]
    assert warming.begun
    one_desk.store.close()


def test_who_may_not_make_slips_is_not_bothered(one_desk: Desk) -> None:
    worker = DirectWorker()
    auditor = colleague(one_desk, "tilda", Role.AUDITOR)
    Warming(Runner(auditor, worker), "pietarsaari", worker).begin()
    one_desk.store.close()


def test_all_pieces_can_be_done(one_desk: Desk) -> None:
    with one_desk.read() as unit:
        for piece in pieces("pietarsaari"):
            piece(unit)
    one_desk.store.close()


def test_the_window_opens_without_what_makes_pages() -> None:
    code = "import sys, app.ui.referrals.tab; print(*sys.modules)"
    command = [sys.executable, "-c", code]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert "app.ui.referrals.tab" in loaded
    for name in ("reportlab", "uharfbuzz", "pypdfium2", "PySide6.QtPrintSupport"):
        assert name not in loaded
