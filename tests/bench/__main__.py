"""`python -m tests.bench`: measure everything and print the ratios; 1 when one is above a limit."""

import sys
import tempfile
from pathlib import Path
from typing import Final

from tests.bench import (
    duplicates,
    figures,
    first_slip,
    lookup,
    panel,
    recording,
    slip,
    starting,
    statistics,
    workbook,
)
from tests.bench.filled import filled_desk
from tests.bench.measure import Result, table, timed

VISITS: Final = 100_000
MANY: Final = 1_000_000
COUNTED: Final = 10_000_000
CLIENTS: Final = (lookup.REGION, 100_000)
MANY_CLIENTS: Final = 1_000_000


def measured(folder: Path) -> list[Result]:
    """All results; the files that are needed are made in `folder`."""
    results = starting.measured(folder)
    results += slip.measured()
    results += first_slip.measured(folder / "days")
    filled = _written(folder / "filled", VISITS)
    results += recording.measured(filled, folder)
    results.append(panel.measured(filled, folder))
    results.append(figures.measured(filled))
    results.append(workbook.measured(filled, folder))
    for number in CLIENTS:
        results += lookup.measured(folder / f"clients-{number}", number)
    results += lookup.measured_beside(folder / "many-clients", MANY_CLIENTS)
    results += statistics.measured(_written(folder / "many", MANY), folder)
    counted = _written(folder / "counted", COUNTED, rows=False)
    results.append(statistics.measured_counters(counted))
    return results


def _written(folder: Path, number: int, *, rows: bool = True) -> Path:
    """A database of so many visits, or of their counters alone; how long that took is said."""
    what = "visits" if rows else "visits in counters, without rows"
    print(f"Writing {number:,} {what}: ", file=sys.stderr, end="", flush=True)
    seconds = timed(lambda: filled_desk(folder, number, rows=rows).store.close())
    print(f"{seconds:.0f} s", file=sys.stderr, flush=True)
    return folder


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        results = measured(Path(folder))
        enough = duplicates.measured(Path(folder) / "duplicates", CLIENTS[0])
    print(table(results))
    return 0 if enough and all(result.holds for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
