"""A service as an object of JSON, for its history."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date, time
from typing import Any

from app.domain.directory import Address, Service
from app.domain.place import ExceptionalDay, Hours, Span, Week


def packed(service: Service) -> dict[str, Any]:
    """The whole entry; `unpacked` gives it back."""
    data = asdict(service)
    for name in ("valid_from", "valid_to", "checked_on"):
        data[name] = _text(data[name])
    data["hours"] = {
        "weeks": [_packed_week(week) for week in service.hours.weeks],
        "days": [
            [one.day.isoformat(), _texts(one.spans), one.reason] for one in service.hours.exceptions
        ],
    }
    return data


def unpacked(data: Mapping[str, Any]) -> Service:
    """The entry of an object that `packed` has made."""
    address, hours = data["address"], data["hours"]
    days = {name: _day(data[name]) for name in ("valid_from", "valid_to", "checked_on")}
    lists = {name: tuple(data[name]) for name in ("municipalities", "languages", "lines")}
    changed = {
        "address": Address(**address) if address else None,
        "hours": Hours(
            tuple(_week(week) for week in hours["weeks"]),
            tuple(
                ExceptionalDay(date.fromisoformat(day), _spans(spans), reason)
                for day, spans, reason in hours["days"]
            ),
        ),
    }
    return Service(**{**data, **days, **lists, **changed})


def _packed_week(week: Week) -> dict[str, Any]:
    days = {str(day): _texts(spans) for day, spans in week.days.items()}
    return {
        "from": week.valid_from.isoformat(),
        "to": _text(week.valid_to),
        "days": days,
        "yearly": week.yearly,
    }


def _week(data: Mapping[str, Any]) -> Week:
    days = {int(day): _spans(spans) for day, spans in data["days"].items()}
    # What was kept before seasons could come again says nothing of it.
    return Week(date.fromisoformat(data["from"]), days, _day(data["to"]), data.get("yearly", False))


def _texts(spans: Iterable[Span]) -> list[list[str]]:
    return [[f"{span.opens:%H:%M}", f"{span.closes:%H:%M}"] for span in spans]


def _spans(texts: Iterable[Iterable[str]]) -> tuple[Span, ...]:
    return tuple(Span(*map(time.fromisoformat, pair)) for pair in texts)


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
