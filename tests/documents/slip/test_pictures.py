"""Slips look as they did when somebody last looked at them."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from app.domain.slip import Paper
from tests.documents.slip.pictures import (
    FOLDER,
    TOLERANCE,
    Pictured,
    difference,
    drawn,
    kept,
    pictured,
    png,
)
from tests.documents.slip.slips import LANGUAGES

ALL = pictured()


@pytest.mark.parametrize("name", ALL)
def test_it_looks_as_it_did(name: str, tmp_path: Path) -> None:
    now = drawn(ALL[name])
    differs = difference(now, kept(name))
    if differs > TOLERANCE:
        path = tmp_path / f"{name}.png"
        path.write_bytes(png(now))
        pytest.fail(f"{differs} above {TOLERANCE}: compare {path} with {FOLDER / path.name}")


def test_every_language_and_paper_is_among_them() -> None:
    assert {one.slip.language for one in ALL.values()} == set(LANGUAGES)
    assert {one.paper for one in ALL.values()} == set(Paper)
    assert {path.stem for path in FOLDER.glob("*.png")} == set(ALL)


def changed(one: Pictured, **changes: object) -> Pictured:
    return replace(one, slip=replace(one.slip, **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ALL)
def test_another_number_or_a_line_moved_by_a_dot_would_be_seen(name: str) -> None:
    before = kept(name)
    assert difference(drawn(changed(ALL[name], number="N-0462-T")), before) > TOLERANCE
    moved = Image.new("L", before.size, 255)
    moved.paste(before, (0, 1))
    assert difference(moved, before) > TOLERANCE


def test_what_is_brought_and_who_reads_would_be_seen() -> None:
    one, before = ALL["a5-ar-fi"], kept("a5-ar-fi")
    for change in ({"bring": ("kela_card",)}, {"language": "fa"}, {"matter": "housing"}):
        assert difference(drawn(changed(one, **change)), before) > TOLERANCE
