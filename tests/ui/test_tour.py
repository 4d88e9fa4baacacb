"""The tour as a person starts it: its pictures, and the data that it leaves as they were."""

import os
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from app.services import demo
from app.services.demo import Wish
from app.ui.tour import scenes
from app.ui.tour.scenes import LARGE, LOW, USUAL
from tests.desks import CHEAP, WORKSTATION

SCENES = (
    *scenes.SIGN_IN,
    *scenes.CHECK_IN,
    *scenes.REFERRALS,
    *scenes.CLIENTS,
    *scenes.STATISTICS,
    *scenes.WINDOW,
    *scenes.SETTINGS,
    *scenes.LOOKS,
    *scenes.FIRST_RUN,
)


def walk(folder: Path, to: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the tour in Swedish where there is no display."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    own = {
        f"XDG_{kind}_HOME": str(to.parent / kind.lower()) for kind in ("CONFIG", "DATA", "STATE")
    }
    words = ("tour", "--data", folder, "--to", to, "--user", "demo", "--language", "sv")
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "app", *map(str, words)],
        env=kept | own | {"KOTOPORTTI_PASSWORD": "demo"} | variables,
        capture_output=True,
        text=True,
    )


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small demonstration."""
    folder = tmp_path_factory.mktemp("tour") / "data"
    wish = Wish(90, 7, date(2026, 11, 24))
    demo.create(folder, wish, WORKSTATION, cost=CHEAP).store.close()
    return folder


@pytest.fixture(scope="module")
def pictures(data: Path) -> dict[str, QImage]:
    """What a tour has left, by name; the data are as they were, and nothing was said but paths."""
    to, before = data.parent / "pictures", content(data)
    done = walk(data, to)
    assert (done.returncode, done.stderr) == (0, "")
    assert content(data) == before
    made = sorted(to.iterdir())
    assert done.stdout.split() == [str(path) for path in made]
    assert not (data.parent / "config").exists()
    return {path.name: QImage(str(path)) for path in made}


def test_there_is_a_numbered_picture_of_every_scene(pictures: dict[str, QImage]) -> None:
    assert list(pictures) == [f"{n:02}-{one.name}-sv.png" for n, one in enumerate(SCENES, 1)]


def test_every_picture_shows_something_else(pictures: dict[str, QImage]) -> None:
    seen = Counter(bytes(image.constBits()) for image in pictures.values())
    assert set(seen.values()) == {1}


def test_no_picture_is_of_one_colour(pictures: dict[str, QImage]) -> None:
    for name, image in pictures.items():
        steps = [(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)]
        assert len({image.pixel(x, y) for x, y in steps}) > 8, name


def test_pictures_have_the_size_of_the_window(pictures: dict[str, QImage]) -> None:
    sizes = {name[3:-7]: (image.width(), image.height()) for name, image in pictures.items()}
    assert sizes["half-filled"] == sizes["dark"] == sizes["settings-hours"] == USUAL
    assert sizes["low-screen"] == LOW
    assert sizes["large-screen"] == LARGE


def test_the_dark_picture_is_dark(pictures: dict[str, QImage]) -> None:
    def lightness(part: str) -> int:
        (image,) = [image for name, image in pictures.items() if name[3:-7] == part]
        return image.scaled(1, 1).pixelColor(0, 0).lightness()

    assert lightness("dark") < 90 < 180 < lightness("half-filled")


def test_a_wrong_password_is_refused_and_makes_no_picture(data: Path, tmp_path: Path) -> None:
    done = walk(data, tmp_path / "pictures", KOTOPORTTI_PASSWORD="guessed")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "pictures").exists()
    (data / "portti.kp.tries").unlink()


def test_a_file_in_the_place_of_the_folder_is_refused(data: Path, tmp_path: Path) -> None:
    to = tmp_path / "pictures"
    to.write_bytes(b"")
    done = walk(data, to)
    assert done.returncode == 1
    assert str(to) in done.stderr
    assert to.read_bytes() == b""
