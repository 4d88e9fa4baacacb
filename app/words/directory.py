"""What window and command line say of a service, in the language in use."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.domain.directory import EVERYWHERE, Address, Mark, Service
from app.domain.open_state import OpenState
from app.domain.place import Span, Week
from app.localization import WEEKDAYS, _, current

Names = Mapping[str, str]


def in_use(names: Names) -> str:
    """The text in the language in use, else in Finnish, else in any."""
    texts = (names.get(current().language), names.get("fi"), *names.values())
    return next((text for text in texts if text), "")


def mark_words() -> dict[Mark, str]:
    """What each mark is called."""
    return {
        Mark.OFF: _("Switched off"),
        Mark.ENDED: _("Ended"),
        Mark.NOT_YET: _("Not yet begun"),
        Mark.UNCHECKED: _("Long unchecked"),
        Mark.HOURS_UNKNOWN: _("Hours not known"),
        Mark.HOURS_INVENTED: _("Hours invented for the demonstration"),
    }


def open_words(state: OpenState, today: date) -> str:
    """Whether somebody is there now, and until or from when."""
    if state.is_open is None:
        return _("Ask the hours")
    if state.until is not None:
        return _("Open until {time}", time=current().clock_time(state.until))
    if state.opens is None:
        return _("Closed")
    day, opens = state.opens
    time = current().clock_time(opens)
    if day == today:
        return _("Opens at {time}", time=time)
    return _("Closed, opens {day} at {time}", day=current().short_date(day), time=time)


def spans_words(spans: Sequence[Span]) -> str:
    """As "9.00–12.00, 13.00–15.00", or that it is closed."""
    clock = current().clock_time
    written = (f"{clock(span.opens)}–{clock(span.closes)}" for span in spans)
    return ", ".join(written) or _("closed")


def week_words(week: Week) -> str:
    """The weekdays with their hours, those that have the same put together: "Mon-Fri 9.00-15.00".

    A week without any open day is closed.
    """
    runs: list[tuple[int, int, tuple[Span, ...]]] = []
    for day, spans in sorted(week.days.items()):
        if runs and runs[-1][1] == day - 1 and runs[-1][2] == spans:
            runs[-1] = (runs[-1][0], day, spans)
        elif spans:
            runs.append((day, day, spans))
    names = WEEKDAYS[current().language]
    parts = (
        f"{names[first] if first == last else f'{names[first]}–{names[last]}'} {spans_words(spans)}"
        for first, last, spans in runs
    )
    return " · ".join(parts) or _("closed")


def validity_words(week: Week) -> str:
    """From when a week holds, or which season it is."""
    first = current().full_date(week.valid_from)
    if week.valid_to is None:
        return _("from {day}", day=first)
    season = f"{first}–{current().full_date(week.valid_to)}"
    return _("{season}, every year", season=season) if week.yearly else season


def town_words(codes: Sequence[str], towns: Mapping[str, Names]) -> str:
    """The municipalities that a service is for."""
    if EVERYWHERE in codes:
        return _("the whole region")
    return ", ".join(in_use(towns[code]) for code in codes if code in towns)


def address_words(address: Address | None, towns: Mapping[str, Names]) -> str:
    """The address in one line; empty where there is none."""
    if address is None:
        return ""
    town = in_use(towns.get(address.municipality, {}))
    street, entrance, place = map(in_use, (address.street, address.entrance, address.place))
    post = " ".join(part for part in (address.postal_code, town) if part)
    return ", ".join(part for part in (street, entrance, place, post) if part)


def marks_line(service: Service, today: date) -> str:
    """All that is to be said of a service, in one line."""
    names = mark_words()
    return ", ".join(names[mark] for mark in service.marks(today))
