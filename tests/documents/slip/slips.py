"""Slips for tests: Kvarnen on 1 September 2026, closed on the Thursday."""

from dataclasses import replace
from datetime import date, datetime, time

from app.domain.directory import Service
from app.domain.phrasebook import Phrasebook
from app.domain.place import ExceptionalDay, Hours, Span, Week
from app.domain.slip import Appointment, Office, Slip, Stop, stop_of
from app.services.directory import bundled_services, municipality_names
from app.services.phrases import phrasebook

TODAY = date(2026, 9, 1)
LANGUAGES = ("fi", "sv", "en", "uk", "ru", "ar", "fa", "so", "ckb", "vi", "ti")
RTL = ("ar", "fa", "ckb")
OFFICE = Office(
    "Kotoutumisportti Pietarsaari",
    "Strengberginkatu 1",
    "044 785 1686",
    "integration@jakobstad.fi",
)


def book() -> Phrasebook:
    return phrasebook()


def hours() -> Hours:
    days = {weekday: (Span(time(9), time(14 if weekday == 4 else 15)),) for weekday in range(5)}
    return Hours((Week(date(2025, 1, 1), days),), (ExceptionalDay(date(2026, 9, 3), ()),))


def service(service_id: str = "edu-kvarnen", known: Hours | None = None) -> Service:
    return replace(bundled_services()[service_id], hours=known or Hours())


def stop(service_id: str = "edu-kvarnen", *, known: Hours | None = None) -> Stop:
    return stop_of(service(service_id, known), "fi", TODAY, OFFICE, municipality_names())


def slip(language: str = "ar", *stops: Stop) -> Slip:
    return Slip(
        language,
        "fi",
        "J-3147-K",
        TODAY,
        OFFICE,
        stops or (stop(known=hours()),),
        draft=language not in ("fi", "sv", "en"),
        matter="language",
        bring=("identity_document", "residence_permit_card"),
    )


def expected(language: str = "uk") -> Slip:
    """A slip with an appointment and an interpreter."""
    at = Appointment(datetime(2026, 9, 4, 10, 30))
    return replace(slip(language), appointment=at, interpreter=language)
