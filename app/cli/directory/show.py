"""`directory show`: all that is known of one service."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from app.cli.directory.narrowing import service_object
from app.cli.options import add_format, add_sign_in, open_desk
from app.cli.output import print_json
from app.domain.open_state import open_state
from app.localization import _, current
from app.words.directory import (
    address_words,
    in_use,
    marks_line,
    open_words,
    spans_words,
    town_words,
    validity_words,
    week_words,
)

if TYPE_CHECKING:
    from app.domain.directory import Service
    from app.services.unit import Unit

NAME: Final = "show"


def summary() -> str:
    """What the word does and prints."""
    return _(
        "Prints all that is known of one service: names, organisation, address, contact, opening "
        "hours with seasons and exceptional days, and what is to be noted."
    )


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help=_("a service of the directory, as edu-kvarnen"))
    add_sign_in(parser)
    add_format(parser)


def run(arguments: Namespace) -> int:
    from app.services import directory

    with open_desk(arguments) as desk, desk.read() as unit:
        service = directory.service(unit, arguments.id)
        if arguments.format == "json":
            print_json(service_object(unit, service))
            return 0
        lines = [(word, text) for word, text in _lines(unit, service) if text]
    width = max(len(word) for word, _text in lines)
    for word, text in lines:
        print(f"{word.ljust(width)}  {text}")
    return 0


def _lines(unit: Unit, service: Service) -> Iterator[tuple[str, str]]:
    from app.services import directory

    towns, kinds = directory.municipality_names(), directory.category_names()
    who = directory.organisations(unit)[service.organisation]
    yield _("Name"), " / ".join(dict.fromkeys(filter(None, service.name.values())))
    yield _("Kind"), in_use(kinds[service.category])
    yield _("Organisation"), in_use(who.name)
    yield _("Municipality"), town_words(service.municipalities, towns)
    yield _("Note"), in_use(service.note)
    yield _("Languages"), ", ".join(service.languages)
    yield _("Address"), address_words(service.address, towns)
    yield _("Telephone"), service.phone
    yield _("E-mail"), service.email
    yield _("Web page"), service.web
    yield _("Now"), open_words(open_state(service.hours, unit.now), unit.today)
    for week in service.hours.weeks:
        yield _("Hours {when}", when=validity_words(week)), week_words(week)
    for one in service.hours.exceptions:
        if one.day >= unit.today:
            text = " ".join(filter(None, (spans_words(one.spans), one.reason)))
            yield current().short_date(one.day), text
    yield _("Checked on"), current().full_date(service.checked_on) if service.checked_on else ""
    yield _("Valid from"), current().full_date(service.valid_from) if service.valid_from else ""
    yield _("Valid to"), current().full_date(service.valid_to) if service.valid_to else ""
    yield _("To note"), marks_line(service, unit.today)
