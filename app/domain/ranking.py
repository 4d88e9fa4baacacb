"""In which order the values of a breakdown stand."""

from collections.abc import Mapping, Sequence
from typing import Final

from app.domain.figures import Amount, Dimension, Value
from app.domain.overview import Row
from app.domain.periods import Grain

_IN_TIME: Final = frozenset(
    {Dimension.HOUR, Dimension.WEEKDAY, *(Dimension(grain.value) for grain in Grain)}
)


def ranked(
    dimension: Dimension, amounts: Mapping[Value, Sequence[int]], locations: Sequence[str] = ()
) -> tuple[Value, ...]:
    """The values, most first; times and `locations` in their order, what was not recorded last."""

    def rank(value: Value) -> tuple[bool, list[int], int, str]:
        weight = [] if dimension in _IN_TIME else [-amount for amount in amounts[value]]
        number = value if isinstance(value, int) else 0
        if dimension is Dimension.LOCATION:
            weight, number = [], locations.index(str(value))
        return value is None, weight, number, str(value)

    return tuple(sorted(amounts, key=rank))


def rows(
    dimension: Dimension,
    now: Mapping[Value, Amount],
    before: Mapping[Value, Amount] | None,
    locations: Sequence[str] = (),
) -> tuple[Row, ...]:
    """One row for each value of either period that has visits; `before` None: not compared."""
    past, none = before or {}, Amount()
    amounts = {
        value: (now.get(value, none).visits, past.get(value, none).visits)
        for value in (*now, *past)
    }
    shown = {value: visits for value, visits in amounts.items() if any(visits)}
    return tuple(
        Row(value, now.get(value, none), past.get(value, none) if before is not None else None)
        for value in ranked(dimension, shown, locations)
    )
