"""`import clients`: the clients of a table that somebody else made."""

import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any, Final

from app import settings
from app.cli import progress
from app.cli.options import add_format, add_language, add_sign_in, open_desk
from app.cli.output import print_json, print_table
from app.domain.table_lines import Came, LineTold
from app.localization import _, _p
from app.words.client_columns import column_lines
from app.words.client_import import came_words, report_head, report_rows, stopped_words
from app.words.sentences import sentence

if TYPE_CHECKING:
    from app.services.client_import import Imported

NAME: Final = "import"
_WIDTH: Final = 79


def summary() -> str:
    """What the word does and prints."""
    return _("Records clients from a table, none twice.")


def add_arguments(parser: ArgumentParser) -> None:
    """What is imported: clients, with the columns that they may have."""
    found = parser.add_subparsers(metavar=_("WHAT"), required=True)
    text = _(
        "Records the clients of a CSV file or of the first sheet of a workbook in parts, between "
        "which others can work, and prints how many are new or known already and each line that "
        "was not taken, with the reason. Who is known stays as recorded; a second time changes "
        "nothing. Ended early (Ctrl+C) it keeps whole parts."
    )
    own = found.add_parser(
        "clients",
        help=summary(),
        description=fill(text, _WIDTH),
        epilog=_epilog(),
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add_language(own)
    add_sign_in(own)
    own.add_argument("file", type=Path, metavar="FILE", help=_("a file .csv or .xlsx"))
    own.add_argument("--dry-run", action="store_true", help=_("only look and tell what would come"))
    own.add_argument(
        "--report",
        type=Path,
        metavar="FILE.csv",
        help=_("write what became of each line into this file, too"),
    )
    add_format(own)


def run(arguments: Namespace) -> int:
    """Import; 1 when lines had to be left out, or not all had their turn."""
    from app.services import lookup
    from app.services.client_import import import_clients
    from app.services.target import check_target

    if arguments.report is not None:
        check_target(arguments.report.absolute())
    with open_desk(arguments) as desk:
        with desk.read() as unit:
            lookup.demand_site(unit, settings.read().location)
        imported = import_clients(
            desk, arguments.file, dry=arguments.dry_run, progress=progress.show
        )
    if arguments.report is not None:
        _write_report(imported, arguments.report.absolute())
    if arguments.format == "json":
        print_json(_object(imported))
    else:
        _print_for_people(imported)
    if imported.stopped is not None:
        words = stopped_words(imported.done, imported.lines, imported.stopped)
        print(*words, file=sys.stderr)
    return 1 if imported.not_taken or imported.stopped else 0


def _epilog() -> str:
    from app.services.chips import bundled_reference

    head = _("The first line has headings, in any order, of:")
    lines = column_lines(bundled_reference())
    return "\n".join([head, *(fill(line, _WIDTH, subsequent_indent="    ") for line in lines)])


def _write_report(imported: "Imported", to: Path) -> None:
    from app.services.client_import import write_report

    write_report(to, report_head(), report_rows(imported.told, dry=imported.dry))


def _object(imported: "Imported") -> dict[str, Any]:
    known = [one for one in imported.told if one.came is Came.KNOWN]
    return {
        "dry_run": imported.dry,
        "lines": imported.lines,
        "new": imported.came[Came.NEW],
        "known": [{"line": one.line, "client": one.client} for one in known],
        "not_taken": [_refused(one) for one in imported.not_taken],
        "rest": imported.lines - imported.done,
    }


def _refused(one: LineTold) -> dict[str, Any]:
    assert one.refused is not None
    return {"line": one.line, "reason": one.refused.code, "says": sentence(one.refused)}


def _print_for_people(imported: "Imported") -> None:
    words = came_words(dry=imported.dry)
    rows = [(text, imported.came[came]) for came, text in words.items()]
    print_table((_("What came"), _("Clients")), rows)
    refused = [(one.line, sentence(one.refused)) for one in imported.not_taken if one.refused]
    if refused:
        print()
        print_table((_p("import report", "Line"), _p("import report", "Why")), refused)
    if not imported.came[Came.NEW] and not imported.stopped and not imported.dry:
        print(_("Nothing has changed."))
