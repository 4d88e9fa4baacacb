"""What may be told of several years, each of which was decided for itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.domain.counting import Breakdown
from app.domain.disclosure.between import Bounds, between
from app.domain.disclosure.cells import YEAR, Cell, Primary, Shown, Span, added
from app.domain.disclosure.published import Published
from app.domain.hidden import Count, Hidden
from app.domain.periods import Period, years


@dataclass(frozen=True, slots=True)
class Publications:
    """The published tables by calendar year; a year that is not there has no visits.

    Every number that leaves the unit in public mode is one of these counts.
    """

    years: Mapping[int, Published]

    def values(self, breakdown: Breakdown) -> tuple[str, ...]:
        """All values that are possible or occurred in any of the years."""
        found = (year.values[breakdown] for year in self.years.values())
        return tuple(sorted({value for values in found for value in values}))

    def count(
        self,
        breakdown: Breakdown | None,
        portals: Sequence[str],
        period: Period,
        value: str = "",
    ) -> Count:
        """Visits of the portals in whole months, in all (breakdown None) or of one value.

        What all portals add up to is a number of its own.
        """
        cells: list[Cell] = []
        bounds: list[Bounds] = []
        for year, span in self._spans(period):
            asked: Sequence[str | None] = portals
            if set(portals) == set(year.portals):
                asked = (None,)
            for portal in asked:
                cells.append(year.cell(breakdown, portal, span, value))
                bounds.append(between(year, breakdown, portal, span, value))
        return counted(added(cells), bounds)

    def apart(self, location: str, period: Period) -> Count | None:
        """Visits of a location in no sum, None where the period is not made of whole years."""
        cells = []
        for part in years(period):
            year = self.years.get(part.first.year)
            if (part.first.month, part.last.month) != YEAR:
                return None
            cells.append(year.apart.get(location, Shown(0)) if year else Shown(0))
        bounds = [
            (cell.count, cell.count)
            if isinstance(cell, Shown)
            else (1, self.years[part.first.year].threshold - 1)
            for part, cell in zip(years(period), cells, strict=True)
        ]
        return counted(added(cells), bounds)

    def _spans(self, period: Period) -> Iterator[tuple[Published, Span]]:
        for part in years(period):
            year = self.years.get(part.first.year)
            if year is not None:
                yield year, Span(part.first.month, part.last.month)


def counted(cell: Cell, bounds: Sequence[Bounds]) -> Count:
    """A cell as it is handed out; `bounds` are those of its parts."""
    if isinstance(cell, Shown):
        return cell.count
    highest = [most for _least, most in bounds if most is not None]
    return Hidden(
        small=isinstance(cell, Primary),
        least=sum(least for least, _most in bounds),
        most=sum(highest) if len(highest) == len(bounds) else None,
    )


def together(counts: Sequence[Count]) -> Count:
    """The sum, as far as it follows from its parts."""
    hidden = [one for one in counts if isinstance(one, Hidden)]
    shown = sum(one for one in counts if isinstance(one, int))
    if not hidden:
        return shown
    least = shown + sum(one.least for one in hidden)
    most = [one.most for one in hidden if one.most is not None]
    known = len(most) == len(hidden)
    return Hidden(
        small=len(hidden) == 1 and hidden[0].small,
        least=least,
        most=shown + sum(most) if known else None,
    )
