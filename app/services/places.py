"""Portal locations and their opening hours, for reading and for the one who keeps them."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from functools import cache
from typing import Any, Final

from sqlalchemy import Row, Table, bindparam, delete, select

from app import paths
from app.domain.errors import Refused
from app.domain.line import clean_line
from app.domain.place import (
    Ask,
    ExceptionalDay,
    Hours,
    Location,
    LocationKind,
    Span,
    Week,
    check_spans,
    location_from,
    week_from,
)
from app.domain.roles import Right
from app.domain.visit import REASON_MAX
from app.services.unit import Changes, Unit
from app.store.models import ExceptionalDayRow, LocationRow, OpeningWeekRow

HOURS_SINCE = date(2025, 1, 1)
TEXT_MAX: Final = 200
_LOCATION: Final[Table] = LocationRow.__table__  # type: ignore[assignment]
_BY_CODE: Final = select(_LOCATION).where(_LOCATION.c.code == bindparam("code"))


@cache
def bundled_locations() -> tuple[dict[str, Any], ...]:
    """The entries of `locations.json`."""
    text = paths.resource("reference", "locations.json").read_text("utf-8")
    return tuple(json.loads(text)["locations"])


def add_bundled_locations(unit: Unit) -> None:
    """Put the portal locations of the programme, and the hours it gives, into a new store."""
    for position, data in enumerate(bundled_locations()):
        location = location_from(data)
        unit.session.add(_row(location, position))
        unit.session.flush()
        week = week_from(data, HOURS_SINCE)
        if week is not None:
            unit.session.add(_week_row(location.code, week))


def locations(unit: Unit) -> list[Location]:
    """All portal locations in their order."""
    return [
        _location(row)
        for row in unit.session.scalars(select(LocationRow).order_by(LocationRow.position))
    ]


def location(unit: Unit, code: str) -> Location:
    """One location. Errors: `location_unknown`."""
    rows = unit.connection.execute(_BY_CODE, {"code": clean_line(code)})
    row = rows.one_or_none()
    if row is None or row.code != code:
        raise Refused("location_unknown", given=code[:40])
    return _location(row)


def hours(unit: Unit, code: str) -> Hours:
    """All that is known of the opening hours of a location."""
    weeks = unit.session.scalars(
        select(OpeningWeekRow)
        .where(OpeningWeekRow.location == code)
        .order_by(OpeningWeekRow.valid_from)
    )
    exceptions = unit.session.scalars(
        select(ExceptionalDayRow)
        .where(ExceptionalDayRow.location == code)
        .order_by(ExceptionalDayRow.day)
    )
    return Hours(
        tuple(_week(row) for row in weeks),
        tuple(ExceptionalDay(row.day, _spans(row.spans), row.reason) for row in exceptions),
    )


def save_location(unit: Unit, changed: Location) -> Location:
    """Change the texts and the settings of a location; its code and kind stay. What it was before.

    Errors: `location_unknown`, `name_missing`, `text_too_long`.
    """
    unit.demand(Right.MANAGE_SETTINGS)
    before = location(unit, changed.code)
    changed = _cleaned(changed)
    check_texts(changed)
    asks = changed.asks if before.kind is LocationKind.PORTAL else frozenset[Ask]()
    row = unit.session.get_one(LocationRow, changed.code)
    unit.session.merge(_row(replace(changed, kind=before.kind, asks=asks), row.position))
    _changed(unit, "location.change", changed.code)
    return before


def _cleaned(location: Location) -> Location:
    """The texts as one clean line each."""

    def cleaned(texts: Mapping[str, str]) -> dict[str, str]:
        return {language: clean_line(text) for language, text in texts.items()}

    return replace(
        location,
        name=cleaned(location.name),
        street=cleaned(location.street),
        place=cleaned(location.place),
        entrance=cleaned(location.entrance),
        phone=clean_line(location.phone),
        email=clean_line(location.email),
    )


def check_texts(location: Location) -> None:
    """Refuse a location without a name, or with more words than fit."""
    if not all(location.name.values()):
        raise Refused("name_missing")
    texts = (location.name, location.street, location.place, location.entrance)
    for text in (*(t for each in texts for t in each.values()), location.phone, location.email):
        if len(text) > TEXT_MAX:
            raise Refused("text_too_long", most=TEXT_MAX, given=text[:40])


def save_week(unit: Unit, code: str, week: Week) -> None:
    """Keep the opening hours that hold from `week.valid_from` on.

    Errors: `location_unknown`, `span_backwards`, `spans_overlap`.
    """
    unit.demand(Right.MANAGE_SETTINGS)
    location(unit, code)
    for spans in week.days.values():
        check_spans(spans)
    unit.session.merge(_week_row(code, week))
    _changed(unit, "hours.change", code)


def remove_week(unit: Unit, code: str, valid_from: date) -> None:
    """Take back opening hours; those before them hold on."""
    unit.demand(Right.MANAGE_SETTINGS)
    unit.session.execute(
        delete(OpeningWeekRow).where(
            OpeningWeekRow.location == code, OpeningWeekRow.valid_from == valid_from
        )
    )
    _changed(unit, "hours.change", code)


def save_exceptional_day(unit: Unit, code: str, exception: ExceptionalDay) -> None:
    """Keep a day that differs from its week.

    Errors: `location_unknown`, `span_backwards`, `spans_overlap`, `reason_too_long`.
    """
    unit.demand(Right.MANAGE_SETTINGS)
    location(unit, code)
    check_spans(exception.spans)
    reason = clean_line(exception.reason)
    if len(reason) > REASON_MAX:
        raise Refused("reason_too_long", most=REASON_MAX, length=len(reason))
    unit.session.merge(
        ExceptionalDayRow(
            location=code,
            day=exception.day,
            spans=_texts(exception.spans),
            reason=reason,
        )
    )
    _changed(unit, "hours.change", code)


def remove_exceptional_day(unit: Unit, code: str, day: date) -> None:
    """Let the week decide on a day again."""
    unit.demand(Right.MANAGE_SETTINGS)
    unit.session.execute(
        delete(ExceptionalDayRow).where(
            ExceptionalDayRow.location == code, ExceptionalDayRow.day == day
        )
    )
    _changed(unit, "hours.change", code)


def _changed(unit: Unit, action: str, code: str) -> None:
    unit.log(action, code)
    unit.changes |= Changes.PLACES


def _row(location: Location, position: int) -> LocationRow:
    return LocationRow(
        code=location.code,
        position=position,
        kind=location.kind,
        name=dict(location.name),
        street=dict(location.street),
        place=dict(location.place),
        entrance=dict(location.entrance),
        municipality=location.municipality,
        phone=location.phone,
        email=location.email,
        asks=sorted(location.asks),
        waiting_line=location.waiting_line,
    )


def _location(row: LocationRow | Row[Any]) -> Location:
    return Location(
        code=row.code,
        kind=LocationKind(row.kind),
        name=row.name,
        street=row.street,
        place=row.place,
        entrance=row.entrance,
        municipality=row.municipality,
        phone=row.phone,
        email=row.email,
        asks=frozenset(Ask(ask) for ask in row.asks),
        waiting_line=row.waiting_line,
    )


def _week_row(code: str, week: Week) -> OpeningWeekRow:
    days = {str(weekday): _texts(spans) for weekday, spans in week.days.items() if spans}
    return OpeningWeekRow(location=code, valid_from=week.valid_from, days=days)


def _week(row: OpeningWeekRow) -> Week:
    return Week(row.valid_from, {int(day): _spans(spans) for day, spans in row.days.items()})


def _spans(texts: list[list[str]]) -> tuple[Span, ...]:
    return tuple(Span(*map(time.fromisoformat, pair)) for pair in texts)


def _texts(spans: tuple[Span, ...]) -> list[list[str]]:
    return [[f"{span.opens:%H:%M}", f"{span.closes:%H:%M}"] for span in spans]
