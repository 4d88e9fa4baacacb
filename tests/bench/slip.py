"""A warm slip against the same content on a bare canvas, on each paper that is laid out its way.

No slip is written twice: the program has met its phrases before, never its names and numbers. Both
make the code of the map anew.
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import Final

from app.documents.slip.pages import slip_pdf
from app.domain.slip import Paper, Slip
from tests.bench.bare_slip import bare
from tests.bench.measure import Result, compared
from tests.documents.slip.slips import book, hours, slip, stop

LATIN_LIMIT: Final = 1.5
ARABIC_LIMIT: Final = 4.0
ROUNDS: Final = 25
MOST_BYTES: Final = 120_000
LANGUAGES: Final = {"so": ("Latin", LATIN_LIMIT), "ar": ("Arabic script", ARABIC_LIMIT)}
_NUMBERS: Final = count(1)
PAPERS: Final = (Paper.A5, Paper.LARGE, Paper.RECEIPT)


def measured() -> list[Result]:
    """Both scripts on each paper."""
    return [_measured(language, paper) for language in LANGUAGES for paper in PAPERS]


def _measured(language: str, paper: Paper) -> Result:
    script, limit = LANGUAGES[language]
    write = writing(language, paper)
    largest = max(len(write()) for _ in range(3))
    assert largest < MOST_BYTES, largest
    what = f"a slip in {script} on {paper}, {largest / 1000:.0f} kB"
    return compared(what, write, bare(write), limit, ROUNDS)


def writing(language: str, paper: Paper) -> Callable[[], bytes]:
    """Each call writes a slip of the same length with another name, street and numbers."""
    phrases, first = book(), slip(language, stop(known=hours()))

    def write() -> bytes:
        return slip_pdf(_numbered(first, next(_NUMBERS)), phrases, paper)

    return write


def _numbered(first: Slip, number: int) -> Slip:
    other = replace(
        first.stops[0],
        name=f"Paikka {number:03}",
        street=f"Torgarentie {number:03}",
        phone=f"044 785 {number:04}",
    )
    return replace(first, stops=(other,), number=f"J-{number:04}-K")
