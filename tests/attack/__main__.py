"""`python -m tests.attack`: the attack on the demonstration's year; 1 when it finds something."""

import sys
import time
from collections import Counter

from app.domain.disclosure import Cell, Complementary, Primary, Published, Shown, publish
from tests.attack.attacker import findings
from tests.attack.invented import invented_year
from tests.attack.told import table

SIZES = 3_000, 100_000
THRESHOLD = 5
WORST = 10
KINDS = "shown", "primary", "beside", "complementary"
LEVELS = {0: "month", 2: "quarter", 11: "year"}


def counts(published: Published) -> str:
    """How many cells are shown and hidden, in all and for each level.

    Small cells are told from sums of shown numbers and one small cell, which count for neither
    side of the ratio.
    """
    levels: dict[str, Counter[str]] = {}
    for breakdown, portal, span, _, cell in table(published):
        level = (
            f"{'by value' if breakdown else 'total'}, "
            f"{'a portal' if portal else 'all portals'}, {LEVELS[span.last - span.first]}"
        )
        levels.setdefault(level, Counter())[_kind(cell)] += 1
    whole = sum(levels.values(), Counter())
    lines = [_line("in all", whole), *(_line(level, found) for level, found in levels.items())]
    ratio = whole["complementary"] / max(whole["primary"], 1)
    return "\n".join([*lines, f"complementary to primary: {ratio:.2f}"])


def _kind(cell: Cell) -> str:
    match cell:
        case Shown():
            return "shown"
        case Primary(0):
            return "primary"
        case Primary():
            return "beside"
        case Complementary():
            return "complementary"


def _line(level: str, found: Counter[str]) -> str:
    kinds = "  ".join(f"{kind} {found[kind]:5}" for kind in KINDS)
    return f"{level:31} {found['shown'] / found.total():4.0%}  {kinds}"


def attacked(visits: int) -> bool:
    """Publish a year and attack it; whether nothing was found."""
    year = invented_year(visits)
    began = time.perf_counter()
    published = publish(year, THRESHOLD)
    print(f"{visits:,} visits, published in {time.perf_counter() - began:.2f} s")
    print(counts(published), flush=True)
    found = findings(published, THRESHOLD)
    print(f"given away: {len(found)}")
    for finding in sorted(found, key=lambda finding: len(finding.possible))[:WORST]:
        print(f"  {finding.where}: only {finding.possible} possible")
    return not found


def main() -> int:
    safe = [attacked(visits) for visits in SIZES]
    return 0 if all(safe) else 1


if __name__ == "__main__":
    sys.exit(main())
