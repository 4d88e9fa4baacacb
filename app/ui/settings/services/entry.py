"""A service and who offers it, saved in one go; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.directory import Organisation, Service
from app.services import directory_keeping as keeping
from app.services import organisation_keeping as organisations
from app.services.unit import Unit
from app.ui.settings.services.book import Book


@dataclass(frozen=True)
class Entry:
    """`organisation` is None where nothing was changed of it."""

    service: Service
    organisation: Organisation | None = None


def save_entry(unit: Unit, entry: Entry, shown: Book) -> Entry:
    """Keep what was typed over the book that was `shown`; the entry before, which undoes it.

    The way back of a new service switches it off, for none is deleted, and a new organisation
    stays.
    """
    before = _save_organisation(unit, entry.organisation, shown)
    known = shown.service(entry.service.id)
    if known is None:
        return Entry(replace(keeping.add_service(unit, entry.service), enabled=False))
    return Entry(keeping.save_service(unit, entry.service, known), before)


def restore_entry(unit: Unit, before: Entry) -> Entry:
    """Keep what was there before; the entry that this undoes."""
    who = before.organisation
    now = organisations.save_organisation(unit, who) if who is not None else None
    return Entry(keeping.save_service(unit, before.service), now)


def _save_organisation(unit: Unit, typed: Organisation | None, shown: Book) -> Organisation | None:
    if typed is None:
        return None
    known = shown.organisations.get(typed.id)
    if known is None:
        organisations.add_organisation(unit, typed)
        return None
    return organisations.save_organisation(unit, typed, known)
