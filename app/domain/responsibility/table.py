"""The table of who is responsible, read from `responsible.json`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from app.domain.responsibility.values import Case, Charge, Duty, Flag, Group, Labour, Note, Source


@dataclass(frozen=True, slots=True)
class Row:
    """One row: whom it is about and what it says; empty `labour` and None are about anybody.

    `as_unit` is what differs where the unit reads the row the other way, None where nothing
    is open.
    """

    name: str
    municipalities: frozenset[str]
    labour: frozenset[Labour]
    unit_groups: bool | None
    duties: Mapping[Duty, Charge]
    informed: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    flag: Flag | None = None
    as_unit: "Row | None" = None

    def is_about(self, case: Case, special: bool) -> bool:
        """Whether the row speaks of the case; `special` as `unit_groups`."""
        return (
            case.municipality in self.municipalities
            and case.labour in self.labour
            and self.unit_groups in (None, special)
        )


@dataclass(frozen=True, slots=True)
class Table:
    """The whole table; `names` are those of the organisations in fi, sv and en."""

    names: Mapping[str, Mapping[str, str]]
    municipalities: tuple[str, ...]
    unit_groups: frozenset[Group]
    wellbeing_groups: frozenset[Group]
    wellbeing: Charge
    rows: tuple[Row, ...]
    outside: Row
    out_of_scope: Row
    under_18: Row

    def open_rows(self) -> tuple[str, ...]:
        """The rows that the unit can read one way or the other."""
        return tuple(dict.fromkeys(row.name for row in self.rows if row.as_unit is not None))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the parts of `responsible.json`."""

    bodies: Mapping[str, str]
    areas: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        bodies = {short: body["id"] for short, body in data["bodies"].items()}
        return cls(bodies, {name: frozenset(codes) for name, codes in data["areas"].items()})

    def row(self, data: Mapping[str, Any], municipalities: frozenset[str] | None = None) -> Row:
        if municipalities is None:
            municipalities = self.areas.get(data.get("area", ""), frozenset())
        other = data.get("as_unit")
        return Row(
            name=data.get("row", ""),
            municipalities=municipalities,
            labour=frozenset(map(Labour, data.get("labour", ()))),
            unit_groups=data.get("unit_groups"),
            duties={Duty(duty): self.charge(cell) for duty, cell in data["duties"].items()},
            informed=self.named(data.get("informed", ())),
            notes=tuple(map(Note, data.get("notes", ()))),
            flag=Flag(data["flag"]) if "flag" in data else None,
            as_unit=self.row(other) if other is not None else None,
        )

    def charge(self, cell: Mapping[str, Any]) -> Charge:
        law = tuple(tuple(place) for place in cell["law"])
        return Charge(self.named(cell["by"]), Source(tuple(cell["lines"]), law))

    def named(self, shorts: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.bodies[short] for short in shorts)


def table_from(data: Mapping[str, Any]) -> Table:
    """The table from the contents of `responsible.json`."""
    read = _Reader.of(data)
    outside = frozenset(data["outside"])
    codes = [code for area in data["areas"].values() for code in area]
    return Table(
        names={body["id"]: body["name"] for body in data["bodies"].values()},
        municipalities=(*codes, *data["outside"]),
        unit_groups=frozenset(map(Group, data["unit_groups"])),
        wellbeing_groups=frozenset(map(Group, data["wellbeing"]["groups"])),
        wellbeing=read.charge(data["wellbeing"]),
        rows=tuple(map(read.row, data["rows"])),
        outside=read.row(data["outside_row"], outside),
        out_of_scope=read.row(data["out_of_scope_row"]),
        under_18=read.row(data["under_18_row"]),
    )
