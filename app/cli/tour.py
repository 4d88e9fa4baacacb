"""`tour`: a walk through the real windows, with a numbered picture of each step."""

import tempfile
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path

from app import paths
from app.cli.options import password, user
from app.domain.errors import Refused
from app.localization import _
from app.services.rehearsal import copy_store
from app.store.file_place import refuse_read_only

NAME = "tour"
IN_TURN = ("fi", "sv")


def summary() -> str:
    """What the word does and prints."""
    return _(
        "Walks through the windows of the program by their keys, in Finnish and Swedish or in the "
        "language named, on a copy of the database, and prints the path of each picture. Without "
        "a display it makes its own."
    )


def add_arguments(parser: ArgumentParser) -> None:
    """Which store, who walks, and where the pictures go."""
    parser.add_argument(
        "--data", type=Path, metavar="FOLDER", help=_("folder of the encrypted file")
    )
    parser.add_argument("--user", metavar="NAME", help=_("who signs in and walks"))
    parser.add_argument(
        "--to", type=Path, required=True, metavar="FOLDER", help=_("where the pictures go")
    )


def run(arguments: Namespace) -> int:
    """Walk, and say where each picture is."""
    login, word = user(arguments), password()
    with tempfile.TemporaryDirectory(prefix="kotoportti-") as name:
        copy = Path(name)
        folder = (arguments.data or paths.data_folder()).absolute()
        copy_store(folder, login, word, copy, datetime.now(UTC))
        to = _folder(arguments.to.absolute())
        # Qt is loaded for this word alone.
        from app.ui.tour.tour import tour

        languages = (arguments.language,) if arguments.language else IN_TURN
        tour(copy, login, word, languages, to, _tell)
    return 0


def _folder(path: Path) -> Path:
    """A folder that takes pictures. Errors: `no_folder`, `folder_read_only`."""
    if path.exists() and not path.is_dir():
        raise Refused("no_folder", place=str(path))
    refuse_read_only(path)
    path.mkdir(parents=True, exist_ok=True)
    return path


def _tell(picture: Path) -> None:
    print(picture, flush=True)
