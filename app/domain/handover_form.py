"""The form in which a visit is handed over: a JSON object of what the statistics need.

Notes, reasons and who recorded a visit stay at home: the first two are free text, and the staff of
one store are nobody in another.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from operator import index
from typing import Any, Final, TypeVar
from uuid import UUID

from app.domain.errors import Refused
from app.domain.packing import pack
from app.domain.visit import Facts, FirstVisit, Interpreter, Precision, Source, Visit, When

HANDED_OVER: Final = "handed_over"
REVISION_MAX: Final = 1_000_000
_Code = TypeVar("_Code", bound=StrEnum)


def content(visit: Visit) -> dict[str, Any]:
    """What a change can change, and what else is counted: equal where two states say the same."""
    facts, when = pack(visit.facts), visit.when
    del facts["note"]
    return facts | {
        "at": when.moment.isoformat(),
        "day": when.day.isoformat(),
        "hour": when.hour,
        "precision": when.precision,
        "closed_by_day_end": visit.closed_by_day_end,
        "voided": visit.void_reason is not None,
        "arrived_at": _text(visit.arrived_at),
        "served_at": _text(visit.served_at),
        "done_at": _text(visit.done_at),
    }


def packed(visit: Visit) -> dict[str, Any]:
    """The visit as it is handed over; its moments are in UTC."""
    return content(visit) | {
        "id": visit.id.hex,
        "location": visit.location,
        "source": visit.source,
        "recorded_at": visit.recorded_at.isoformat(),
        "revision": visit.revision,
        "changed_at": _text(visit.changed_at),
    }


def unpacked(data: Mapping[str, Any], taken_in_by: UUID) -> Visit:
    """The visit from what `packed` made, as one that this person records.

    Errors: `handover_code_unknown` for what another edition of the program may know; KeyError,
    OverflowError, TypeError or ValueError for what no edition has written.
    """
    return Visit(
        id=UUID(data["id"]),
        location=_string(data["location"]),
        when=_when(data),
        source=_coded(Source, data["source"]),
        facts=_facts(data),
        recorded_by=taken_in_by,
        recorded_at=_moment(data["recorded_at"]),
        arrived_at=_moment_or_none(data["arrived_at"]),
        served_at=_moment_or_none(data["served_at"]),
        done_at=_moment_or_none(data["done_at"]),
        closed_by_day_end=_flag(data["closed_by_day_end"]),
        void_reason=HANDED_OVER if _flag(data["voided"]) else None,
        revision=_within(data["revision"], 0, REVISION_MAX),
        changed_at=_moment_or_none(data["changed_at"]),
    )


def _text(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _facts(data: Mapping[str, Any]) -> Facts:
    return Facts(
        topics=tuple(map(_string, data["topics"])),
        outcomes=tuple(map(_string, data["outcomes"])),
        language=_string_or_none(data["language"]),
        municipality=_string_or_none(data["municipality"]),
        channel=_string(data["channel"]),
        interpreter=_coded(Interpreter, data["interpreter"]),
        first_visit=_coded(FirstVisit, data["first_visit"]),
        persons=index(data["persons"]),
    )


def _when(data: Mapping[str, Any]) -> When:
    hour = None if data["hour"] is None else _within(data["hour"], 0, 23)
    day = date.fromisoformat(data["day"])
    return When(_moment(data["at"]), day, hour, _coded(Precision, data["precision"]))


def _coded(kind: type[_Code], value: object) -> _Code:
    code = _string(value)
    if code not in set(kind):
        raise Refused("handover_code_unknown", given=code[:40])
    return kind(code)


def _moment(value: object) -> datetime:
    moment = datetime.fromisoformat(_string(value))
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return moment.astimezone(UTC)


def _moment_or_none(value: object) -> datetime | None:
    return None if value is None else _moment(value)


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _string_or_none(value: object) -> str | None:
    return None if value is None else _string(value)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("neither true nor false")
    return value


def _within(value: Any, least: int, most: int) -> int:
    if not least <= index(value) <= most:
        raise ValueError("a number out of range")
    return index(value)
