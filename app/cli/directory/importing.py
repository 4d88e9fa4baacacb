"""`directory import`: services that another program has written."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.cli.directory.exporting import FORMS
from app.cli.options import add_format, add_sign_in, open_desk
from app.cli.output import print_json, print_table
from app.localization import _
from app.words.sentences import sentence

if TYPE_CHECKING:
    from app.services.directory_exchange import Taken

NAME: Final = "import"


def summary() -> str:
    """What the word does and prints."""
    return _(
        "Takes in services from Open Referral HSDS 3.0 JSON and prints how many are new, changed "
        "or known already, each fault of those that were not taken, and the fields that were left "
        "out. A second time changes nothing; nothing is deleted."
    )


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=_("the file or folder"))
    parser.add_argument("--from", dest="form", required=True, choices=FORMS, help=_("the form"))
    add_sign_in(parser)
    add_format(parser)


def run(arguments: Namespace) -> int:
    """Take the file in; 1 when services had to be left out."""
    from app.services.directory_exchange import import_hsds

    with open_desk(arguments) as desk:
        taken = import_hsds(desk, arguments.file)
    if arguments.format == "json":
        print_json(_object(taken))
    else:
        _print_for_people(taken)
    return 1 if taken.faults else 0


def _object(taken: Taken) -> dict[str, Any]:
    from app.services.directory_taking import Came

    return {
        **{came.value: taken.came[came] for came in Came},
        "not_taken": [
            {
                "id": one.service_id,
                "name": one.name,
                "reason": one.refused.code,
                "says": sentence(one.refused),
            }
            for one in taken.faults
        ],
        "left_out": dict(sorted(taken.left_out.items())),
    }


def _print_for_people(taken: Taken) -> None:
    from app.services.directory_taking import Came

    words = {
        Came.NEW: _("New"),
        Came.CHANGED: _("Changed"),
        Came.UNCHANGED: _("Known already"),
    }
    rows: list[tuple[str, int]] = [(word, taken.came[came]) for came, word in words.items()]
    not_taken = len({(one.service_id, one.name) for one in taken.faults})
    print_table((_("What came"), _("Services")), [*rows, (_("Not taken"), not_taken)])
    for one in taken.faults:
        print(f"{one.name or one.service_id}: {sentence(one.refused)}")
    for name, times in sorted(taken.left_out.items()):
        print(_("Left out: {field} ({times})", field=name, times=times))
