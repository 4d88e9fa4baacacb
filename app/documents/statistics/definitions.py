"""What the numbers mean: goes along with them wherever they are handed out (domain 1.6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.documents.statistics.key_figures import key_figures
from app.documents.statistics.lists import Lists
from app.documents.statistics.period_names import period_name
from app.domain.figures import Dimension
from app.domain.numbers import Numbers
from app.localization import _, _p, current

Term = tuple[str, str]


def definitions(numbers: Numbers, lists: Lists, made: datetime) -> Iterator[Term]:
    """Terms and what they mean, in the order in which one asks."""
    yield from _frame(numbers, lists)
    yield from _counted(numbers, lists)
    words = current()
    when = f"{words.full_date(made.date())} {words.clock_time(made)}"
    yield (
        _p("definitions", "Use"),
        _("For internal use only: exact numbers. A small one can tell of a person."),
    )
    yield (
        _p("definitions", "Source"),
        _(
            "The visits recorded at the portals: the unit's own figures, "
            "follow-up figure A6a of the integration programme (line 413)."
        ),
    )
    yield _p("definitions", "Made"), when


def _frame(numbers: Numbers, lists: Lists) -> Iterator[Term]:
    overview, language = numbers.overview, current().language
    first, last = map(current().full_date, (overview.period.first, overview.period.last))
    yield _("Period"), _("{first}–{last}, both days counted", first=first, last=last)
    if overview.compared is not None:
        yield _("Compared with"), period_name(overview.compared)
    names = (lists.names.locations[code].name[language] for code in overview.locations)
    yield _("Locations"), ", ".join(names)


def _counted(numbers: Numbers, lists: Lists) -> Iterator[Term]:
    for figure in key_figures(numbers.overview, lists):
        yield figure.title, figure.definition
    yield (
        _("Main topic"),
        _("The first topic of a visit. Every visit has one, and is counted once."),
    )
    asked = {*numbers.figures.by, numbers.dimension}
    if Dimension.ANY_TOPIC in asked:
        yield (
            _("Any topic"),
            _("A visit counts once in each of its topics, so this does not add up."),
        )
    if Dimension.OUTCOME in asked:
        yield (
            _("Outcome"),
            _("A visit counts once in each of its outcomes, so this does not add up."),
        )
    if numbers.overview.romaniportti is not None:
        yield "Romaniportti", _("Romaniportti is a line of its own and in no sum.")
