"""`python -m tests.bench`: measure everything and print the ratios; 1 when one is above a limit."""

import sys
import tempfile
from pathlib import Path
from typing import Final

from tests.bench import figures, panel, recording, starting, statistics, workbook
from tests.bench.filled import filled_desk
from tests.bench.measure import Result, table

VISITS: Final = 100_000


def measured(folder: Path) -> list[Result]:
    """All results; the files that are needed are made in `folder`."""
    results = starting.measured(folder)
    print(f"Writing {VISITS:,} visits", file=sys.stderr, flush=True)
    filled = folder / "filled"
    filled_desk(filled, VISITS).store.close()
    results.append(recording.measured(filled, folder))
    results.append(panel.measured(filled, folder))
    results.append(figures.measured(filled))
    results.append(statistics.measured(filled))
    results.append(workbook.measured(filled, folder))
    return results


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        results = measured(Path(folder))
    print(table(results))
    return 0 if all(result.holds for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
