"""What became of a table of clients, in words for window, command line and the report file."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from app.domain.errors import Refused
from app.domain.table_lines import Came, LineTold
from app.localization import _, _n, _p, current
from app.words.sentences import sentence

_NUMBERS: Final = 8


def came_words(*, dry: bool) -> Mapping[Came, str]:
    """The words for each, in the order in which they are told; `dry` of what would come."""
    return {
        Came.NEW: _p("clients", "Would be new") if dry else _p("clients", "New"),
        Came.KNOWN: _p("clients", "Known already, left as recorded"),
        Came.NOT_TAKEN: _p("clients", "Cannot be taken") if dry else _p("clients", "Not taken"),
    }


def stopped_words(done: int, whole: int, why: Refused) -> tuple[str, str]:
    """How far a table was taken that was not taken to its end, and what to do."""
    number = current().number
    fact = _("Stopped after {done} of {whole} lines.", done=number(done), whole=number(whole))
    help_line = _("These are taken in. Take the file in again for the rest; none comes twice.")
    if why.code != "cancelled":
        reason = _("The next part failed: {why}", why=sentence(why))
        help_line = f"{help_line}\n{reason}"
    return fact, help_line


def reason_words(told: Sequence[LineTold]) -> Iterator[str]:
    """Each reason for which lines were refused, the most frequent first, with their numbers."""
    lines: defaultdict[str, list[int]] = defaultdict(list)
    for one in told:
        if one.refused is not None:
            lines[sentence(one.refused)].append(one.line)
    for why, numbers in sorted(lines.items(), key=lambda pair: -len(pair[1])):
        shown = ", ".join(map(str, numbers[:_NUMBERS]))
        if len(numbers) > _NUMBERS:
            shown += ", …"
        yield _n("Line {lines}: {why}", "Lines {lines}: {why}", len(numbers), lines=shown, why=why)


def report_head() -> tuple[str, ...]:
    """The headings of the report file."""
    return (
        _p("import report", "Line"),
        _p("import report", "What came"),
        _p("import report", "Client"),
        _p("import report", "Why"),
    )


def report_rows(
    told: tuple[LineTold, ...], *, dry: bool
) -> Iterator[tuple[int, str, int | None, str]]:
    """A row for each line; none says what stands in the line."""
    words = came_words(dry=dry)
    for one in told:
        why = sentence(one.refused) if one.refused is not None else ""
        yield one.line, words[one.came], one.client, why
