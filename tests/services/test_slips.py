"""Slips seen before they are printed, issued, and handed out once more."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from app.domain.errors import Refused
from app.domain.roles import Role
from app.domain.slip import Coming
from app.services import phrases
from app.services.slips import SlipWish, Way, hand_out, preview, print_slip, save_slip
from app.services.unit import Desk
from tests.desks import colleague

WISH = SlipWish(("org-kela", "edu-kvarnen"), "en", "fi", "pietarsaari")


def logged(desk: Desk) -> list[tuple[str, str, str]]:
    """What the log says of slips: action, subject, reason."""
    statement = "SELECT action, subject, reason FROM log WHERE action LIKE 'slip.%' ORDER BY number"
    with desk.store.read() as session:
        return [(row[0], row[1], row[2]) for row in session.execute(text(statement))]


def test_a_preview_has_a_place_for_the_number_and_takes_none(desk: Desk) -> None:
    for _time in range(3):
        with desk.read() as unit:
            shown = preview(unit, WISH)
        assert shown.number == "J-____-_"
        assert "Kvarnen" in shown.text
    with desk.write() as unit:
        assert hand_out(unit, WISH, Way.PRINT).number.startswith("J-0001-")
    assert [action for action, _subject, _reason in logged(desk)] == ["slip.print"]


def test_what_is_printed_again_keeps_its_number_and_is_logged_each_time(desk: Desk) -> None:
    with desk.write() as unit:
        first = hand_out(unit, WISH, Way.COPY)
    with desk.write() as unit:
        again = hand_out(unit, WISH, Way.PRINT, first)
    with desk.write() as unit:
        other = hand_out(unit, WISH, Way.PRINT)
    assert again is first
    assert other.number.startswith("J-0002-")
    assert logged(desk) == [
        ("slip.copy", first.number, ""),
        ("slip.print", first.number, ""),
        ("slip.print", other.number, ""),
    ]


def test_a_file_that_cannot_be_written_uses_no_number_up(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for to in (tmp_path / "folder", tmp_path / "none" / "s.pdf"):
        with pytest.raises(Refused):
            save_slip(desk, WISH, to)
    issued = save_slip(desk, WISH, tmp_path / "s.pdf")
    assert issued.number.startswith("J-0001-")
    assert (tmp_path / "s.pdf").read_bytes() == issued.pdf
    assert [action for action, _subject, _reason in logged(desk)] == ["slip.save"]


def test_a_name_is_printed_and_neither_logged_nor_too_long(desk: Desk) -> None:
    named = replace(WISH, name="  Anna\nExempel ")
    with desk.write() as unit:
        issued = hand_out(unit, named, Way.PRINT)
    assert "Anna Exempel" in issued.text
    assert not any("Anna" in part for entry in logged(desk) for part in entry)
    with desk.read() as unit, pytest.raises(Refused, match="name_too_long"):
        preview(unit, replace(WISH, name="x" * 121))


def test_a_slip_against_violence_says_that_it_is_discreet(desk: Desk) -> None:
    with desk.read() as unit:
        secret = preview(unit, replace(WISH, services=("ngo-frida",), name="Anna"))
        plain = preview(unit, WISH)
    assert (secret.discreet, plain.discreet) == (True, False)
    assert "Anna" not in secret.text
    assert "FRIDA" not in secret.text


def test_a_draft_is_seen_only_once_it_is_switched_on(desk: Desk) -> None:
    arabic = replace(WISH, language="ar")
    with desk.read() as unit, pytest.raises(Refused, match="language_off"):
        preview(unit, arabic)
    with desk.write() as unit:
        phrases.switch(unit, "ar", on=True)
    with desk.read() as unit:
        assert preview(unit, arabic).draft


def test_what_is_asked_for_stands_on_it(desk: Desk, tmp_path: Path) -> None:
    asked = replace(
        WISH,
        matter="housing",
        bring=("kela_card",),
        coming=Coming.BOOK,
        ask_interpreter=True,
    )
    text = print_slip(desk, asked, tmp_path / "s.pdf").text
    for words in ("Matter: Housing", "Kela card", "Book an appointment", "need an interpreter"):
        assert words in text
    at = replace(WISH, appointment=datetime(2026, 11, 27, 9, 5), interpreter="fi")
    assert "Friday 27.11.2026 9.05" in print_slip(desk, at, tmp_path / "s.pdf").text


def test_who_may_not_record_visits_may_not_make_slips(desk: Desk) -> None:
    auditor = colleague(desk, "tilda", Role.AUDITOR)
    with auditor.read() as unit, pytest.raises(Refused, match="no_right"):
        preview(unit, WISH)
