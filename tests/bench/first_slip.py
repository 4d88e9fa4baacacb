"""The first slip of the day, made ready as the window makes it ready, against those after it.

As a program of its own, `python -m tests.bench.first_slip FOLDER LANGUAGE` makes a new store in
FOLDER and prints the seconds of the first slip and the median of the others.
"""

import gc
import subprocess
import sys
from datetime import UTC, datetime, time
from pathlib import Path
from statistics import median
from typing import Final

from app.domain.slip import Paper
from app.services.warm import pieces
from tests.bench.measure import Result, timed
from tests.bench.slip import LANGUAGES, writing
from tests.desks import SetClock, file_desk
from tests.documents.slip.slips import TODAY

LIMIT: Final = 1.5
DAYS: Final = 11
LATER: Final = 15
LOCATION: Final = "pietarsaari"
ROOT: Final = Path(__file__).parent.parent.parent


def measured(folder: Path) -> list[Result]:
    """In each script; `folder` takes the stores."""
    return [_measured(folder, language) for language in LANGUAGES]


def _measured(folder: Path, language: str) -> Result:
    times = [_days_first(folder / f"{language}{day}", language) for day in range(DAYS)]
    first, later = (median(column) for column in zip(*times, strict=True))
    return Result(f"the day's first slip in {LANGUAGES[language][0]}", first, later, LIMIT)


def _days_first(folder: Path, language: str) -> tuple[float, float]:
    command = [sys.executable, "-m", "tests.bench.first_slip", str(folder), language]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    first, later = map(float, told.split())
    return first, later


def _day(folder: Path, language: str) -> list[float]:
    """The seconds of slips, each to another place, after what makes the first one ready."""
    # As in the window, which does it while nobody waits.
    gc.disable()
    desk = file_desk(folder, SetClock(datetime.combine(TODAY, time(9), UTC)))
    for piece in pieces(LOCATION):
        with desk.read() as unit:
            piece(unit)
    write = writing(language, Paper.A5)
    seconds = [timed(write) for _ in range(1 + LATER)]
    desk.store.close()
    return seconds


if __name__ == "__main__":
    first, *later = _day(Path(sys.argv[1]), sys.argv[2])
    print(first, median(later))
