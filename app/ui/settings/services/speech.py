"""What the page says of services and of their changes; no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from app.domain.directory import CATEGORIES, EVERYWHERE, SENSITIVE, Mark, Organisation, Service
from app.domain.reference import Kind
from app.localization import _, current
from app.services import directory
from app.services.chips import bundled_reference
from app.services.directory_keeping import ServiceChange
from app.ui.settings.services.book import GONE, Book, Change, Shown
from app.ui.widgets.row_list import Row
from app.words.directory import address_words, in_use, mark_words, town_words

MARK_LOOKS: Mapping[Mark, tuple[str, str]] = {
    Mark.OFF: ("info", "eye-off"),
    Mark.ENDED: ("danger", "circle-x"),
    Mark.NOT_YET: ("info", "clock"),
    Mark.UNCHECKED: ("warning", "history"),
    Mark.HOURS_UNKNOWN: ("warning", "circle-help"),
    Mark.HOURS_INVENTED: ("warning", "flask-conical"),
}


def row(service: Service, book: Book) -> Row:
    """A service in the list: what is to be noted of it first, by icon and word."""
    marks = service.marks(book.today)
    towns = town_words(service.municipalities, directory.municipality_names())
    words = mark_words()[marks[0]] if marks else _("in order")
    icon = MARK_LOOKS[marks[0]][1] if marks else "check"
    detail = current().listing([words, towns])
    quiet = bool(GONE & set(marks))
    return Row(service.id, in_use(service.name), detail, icon=icon, quiet=quiet)


def shown_words() -> list[tuple[str, str]]:
    return [
        (Shown.ALL, _("All services")),
        (Shown.IN_USE, _("In use")),
        (Shown.TO_CHECK, _("To be checked")),
        (Shown.GONE, _("Switched off or ended")),
    ]


def kinds() -> list[tuple[str, str]]:
    names = directory.category_names()
    return [(code, in_use(names[code])) for code in CATEGORIES]


def towns() -> list[tuple[str, str]]:
    """The municipalities by code, and none."""
    names = directory.municipality_names()
    return [(code, in_use(name)) for code, name in names.items()]


def reach() -> list[tuple[str, str]]:
    """For whom a service may be there."""
    return [(EVERYWHERE, _("the whole region")), *towns()]


def organisations(book: Book) -> list[tuple[str, str]]:
    found = [(one.id, in_use(one.name)) for one in book.organisations.values()]
    return [*sorted(found, key=lambda one: one[1].casefold()), ("", _("New organisation…"))]


def language_words(codes: Sequence[str]) -> str:
    """The names of languages; a code that has none stands as it is."""
    known, language = bundled_reference(), current().language
    names = (
        known.name(Kind.LANGUAGE, code, language) if code in known[Kind.LANGUAGE] else code
        for code in codes
    )
    return ", ".join(names)


def sensitive_words() -> list[tuple[str, str]]:
    """What a visit to a service may tell of somebody."""
    names = {
        "ethnic_origin": _("ethnic origin: never on a slip"),
        "health": _("health"),
        "health_or_social_care": _("health or social care"),
        "refugee_background": _("refugee background"),
        "religion": _("religion"),
        "violence": _("violence: printed without its name"),
    }
    return [("", _("nothing")), *((code, names[code]) for code in SENSITIVE)]


def change_lines(change: Change, book: Book) -> list[str]:
    """A change of a service or of an organisation, line by line."""
    if isinstance(change, ServiceChange):
        if change.before is None:
            return [_("Added")]
        return list(differences(change.before, change.after, book))
    if change.before is None:
        return [_("Organisation added")]
    old, new = dict(_of_organisation(change.before)), dict(_of_organisation(change.after))
    return [_change(word, old[word], text) for word, text in new.items() if text != old[word]]


def _of_organisation(one: Organisation) -> Iterator[tuple[str, str]]:
    yield _("Name of the organisation"), _names(one.name)
    yield _("E-mail of the organisation"), one.email
    yield _("Web page of the organisation"), one.web


def _names(texts: Mapping[str, str]) -> str:
    return " / ".join(texts.get(code, "") for code in ("fi", "sv", "en"))


def _change(what: str, old: str, new: str) -> str:
    return _("{what}: {old} → {new}", what=what, old=old or "–", new=new or "–")


def differences(before: Service, after: Service, book: Book) -> Iterator[str]:
    """Each thing that a change made different, in a line."""
    old, new = dict(_facts(before, book)), dict(_facts(after, book))
    for word, text in new.items():
        if text != old[word]:
            yield _change(word, old[word], text)
    if before.hours != after.hours:
        yield _("Opening hours changed")


def _facts(service: Service, book: Book) -> Iterator[tuple[str, str]]:
    words, who = current(), book.organisations.get(service.organisation)
    days = {
        _("Checked on"): service.checked_on,
        _("Valid from"): service.valid_from,
        _("Valid to"): service.valid_to,
    }
    yield _("Name"), _names(service.name)
    yield _("Visitors are referred here"), _("yes") if service.enabled else _("no")
    yield _("Kind"), dict(kinds()).get(service.category, service.category)
    yield _("Organisation"), in_use(who.name) if who else service.organisation
    yield _("For people of"), town_words(service.municipalities, directory.municipality_names())
    yield _("Languages"), ", ".join(service.languages)
    yield _("Address"), _both(service)
    yield _("Telephone"), service.phone
    yield _("E-mail"), service.email
    yield _("Web page"), service.web
    yield _("Note"), in_use(service.note)
    yield _("A visit there tells of"), dict(sensitive_words()).get(service.sensitive or "", "")
    for word, day in days.items():
        yield word, words.full_date(day) if day else ""


def _both(service: Service) -> str:
    """The address in both languages, so that a change in either shows."""
    address = service.address
    if address is None:
        return ""
    names = directory.municipality_names()
    inside = [
        text for each in (address.street, address.entrance, address.place) for text in each.values()
    ]
    whole = address_words(address, names)
    return " / ".join(dict.fromkeys([whole, *(text for text in inside if text not in whole)]))
