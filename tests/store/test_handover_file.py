"""A hand-over file gives back what was written, all of it, to those who know its password."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.store import handover_file
from app.store.handover_pieces import LINE_MAX, PIECE
from tests.desks import CHEAP

PASSWORD = "agreed by both"
HEADER = 114


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("handover") / "visits.kpv"


def written(path: Path, lines: list[bytes]) -> bytes:
    with path.open("wb") as file:
        handover_file.write(file, PASSWORD, lines, CHEAP)
    return path.read_bytes()


def read(path: Path, password: str = PASSWORD) -> list[bytes]:
    with handover_file.opened(path, password) as file:
        return list(file.lines())


def refusal(path: Path, content: bytes) -> str:
    """The code with which a file of this content is refused."""
    path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        read(path)
    return refused.value.code


lines = st.lists(st.binary(max_size=200).map(lambda line: line.replace(b"\n", b"")), max_size=20)


@settings(max_examples=50, deadline=None)
@given(lines)
def test_what_was_written_is_read(path: Path, lines: list[bytes]) -> None:
    written(path, lines)
    assert read(path) == lines


def many_lines() -> list[bytes]:
    """More than two pieces that cannot be compressed."""
    return [os.urandom(500).hex().encode() for _ in range(PIECE // 200)]


def test_many_pieces_are_read(path: Path) -> None:
    lines = many_lines()
    assert len(written(path, lines)) > HEADER + 2 * PIECE
    assert read(path) == lines


def test_what_compresses_well_is_read(path: Path) -> None:
    lines = [b"x" * 1000] * 1000
    assert len(written(path, lines)) < PIECE
    assert read(path) == lines


def test_two_files_of_the_same_have_nothing_in_common(path: Path) -> None:
    one, other = (written(path, [b"the same"])[16:] for _ in range(2))
    assert not {one[i : i + 8] for i in range(len(one) - 8)} & {
        other[i : i + 8] for i in range(len(other) - 8)
    }


def test_a_wrong_password_is_told_from_damage(path: Path) -> None:
    written(path, [b"x"])
    for wrong in ("", "agreed by Both", PASSWORD + " "):
        with pytest.raises(Refused, match="handover_wrong_password"):
            read(path, wrong)


def test_the_form_in_which_letters_are_typed_makes_no_difference(path: Path) -> None:
    with path.open("wb") as file:
        handover_file.write(file, "Åland överens", [b"x"], CHEAP)
    assert read(path, "A\u030aland o\u0308verens") == [b"x"]


def test_a_file_cut_off_anywhere_is_damaged(path: Path) -> None:
    whole = written(path, many_lines())
    seal = PIECE + 16
    ends = {1, 8, 9, 10, 30, HEADER - 1, HEADER, HEADER + 1, HEADER + 16, len(whole) - 1}
    ends |= {HEADER + seal, HEADER + 2 * seal, HEADER + seal + 1, HEADER + 2 * seal - 1}
    assert {end: refusal(path, whole[:end]) for end in ends} == dict.fromkeys(
        ends, "handover_damaged"
    )


@settings(max_examples=80, deadline=None)
@given(st.integers(10), st.integers(1, 255))
def test_a_file_altered_anywhere_is_damaged(path: Path, at: int, by: int) -> None:
    whole = bytearray(written(path, [b"one", b"two"]))
    at = max(10, at % len(whole))
    whole[at] ^= by
    assert refusal(path, bytes(whole)) == "handover_damaged"


def test_pieces_moved_left_out_added_or_of_another_file_are_damage(path: Path) -> None:
    lines = many_lines()
    other, whole = written(path, lines), written(path, lines)
    seal = PIECE + 16
    head, first, second, rest = (
        whole[:HEADER],
        whole[HEADER : HEADER + seal],
        whole[HEADER + seal : HEADER + 2 * seal],
        whole[HEADER + 2 * seal :],
    )
    for wrong in (
        head + second + first + rest,
        head + second + rest,
        head + first + first + second + rest,
        whole + b"x",
        whole + rest,
        head + other[HEADER:],
    ):
        assert refusal(path, wrong) == "handover_damaged"


@pytest.mark.parametrize("content", [b"", b"dear all", b"PK\x03\x04" * 100])
def test_another_file_is_no_handover(path: Path, content: bytes) -> None:
    assert refusal(path, content) == "not_a_handover"
    assert not handover_file.is_handover(path)


@pytest.mark.parametrize("here", [False, True])
def test_a_folder_is_no_handover_and_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, here: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Refused, match="not_a_handover") as refused:
        read(Path() if here else tmp_path)
    assert str(refused.value.values["name"]) == ("." if here else tmp_path.name)


def test_a_later_format_asks_for_a_newer_program(path: Path) -> None:
    whole = bytearray(written(path, [b"x"]))
    whole[9] = handover_file.FORMAT + 1
    assert refusal(path, bytes(whole)) == "schema_newer"


def test_a_line_without_an_end_is_not_gathered_forever(path: Path) -> None:
    with path.open("wb") as file:
        handover_file.write(file, PASSWORD, [b"0" * (LINE_MAX + 2 * PIECE)], CHEAP)
    with pytest.raises(Refused, match="handover_damaged"):
        read(path)
