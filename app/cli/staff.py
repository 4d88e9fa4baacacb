"""`staff`: who works with the program, from the command line."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from app.cli.options import add_format, add_language, add_sign_in, open_desk, typed
from app.cli.output import print_json, print_table
from app.domain.errors import Refused
from app.domain.roles import Role
from app.localization import _
from app.services import protection, staff
from app.services.staff import Person
from app.services.unit import Desk, Unit

NAME = "staff"
NEW_PASSWORD = "KOTOPORTTI_NEW_PASSWORD"


def summary() -> str:
    """What the word does and prints."""
    return _(
        "Lists the people who may sign in, adds and changes them and sets their passwords. A new "
        "password comes from {variable} or the prompt. A change prints nothing.",
        variable=NEW_PASSWORD,
    )


def add_arguments(parser: ArgumentParser) -> None:
    """The words of its own, each with its options."""
    found = parser.add_subparsers(metavar=_("WHAT"), required=True)

    def add(name: str, text: str, act: Callable[[Namespace, Desk], None]) -> ArgumentParser:
        own = found.add_parser(name, help=text, description=text, allow_abbrev=False)
        add_language(own)
        add_sign_in(own)
        own.set_defaults(act=act)
        return own

    add_format(add("list", _("prints user name, name, roles and whether they may sign in"), _list))
    new = add("add", _("adds a person"), _add)
    new.add_argument("login", metavar="LOGIN", help=_("user name"))
    new.add_argument("--name", required=True, metavar="NAME", help=_("first and last name"))
    _add_roles(new, required=True)
    _add_change(add("change", _("changes a name or roles, or lets a person go"), _change))
    _add_protected(
        add(
            "protected",
            _("says who may know of clients under a non-disclosure order; for supervisors"),
            _set_protected,
        )
    )
    own = add("password", _("gives a person a new password"), _set_password)
    own.add_argument("login", metavar="LOGIN", help=_("user name"))


def _add_protected(parser: ArgumentParser) -> None:
    parser.add_argument("login", metavar="LOGIN", help=_("user name"))
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument("--give", action="store_true", help=_("may know of them"))
    way.add_argument("--take", action="store_true", help=_("may know of them no more"))


def run(arguments: Namespace) -> int:
    """Do what the second word says."""
    with open_desk(arguments) as desk:
        arguments.act(arguments, desk)
    return 0


def _add_change(parser: ArgumentParser) -> None:
    parser.add_argument("login", metavar="LOGIN", help=_("user name"))
    parser.add_argument("--name", metavar="NAME", help=_("another name"))
    _add_roles(parser, required=False)
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--leave", action="store_true", help=_("may not sign in any more"))
    way.add_argument(
        "--return", action="store_true", dest="back", help=_("may sign in again, new password")
    )


def _add_roles(parser: ArgumentParser, *, required: bool) -> None:
    parser.add_argument(
        "--role",
        choices=[role.value for role in Role],
        action="extend",
        nargs="+",
        required=required,
        help=_("one or more roles; they add up"),
    )


def _list(arguments: Namespace, desk: Desk) -> None:
    with desk.read() as unit:
        people = staff.everyone(unit)
    rows = [(one.login, one.name, sorted(one.roles), one.active) for one in people]
    if arguments.format == "json":
        names = ("login", "name", "roles", "active")
        print_json([dict(zip(names, row, strict=True)) for row in rows])
        return
    print_table(
        (_("User name"), _("Name"), _("Roles"), _("May sign in")),
        [
            (login, name, ", ".join(roles), _("yes") if active else _("no"))
            for login, name, roles, active in rows
        ],
    )


def _add(arguments: Namespace, desk: Desk) -> None:
    password = _new_password()
    with desk.write() as unit:
        staff.add(unit, arguments.login, arguments.name, _roles(arguments), password)


def _change(arguments: Namespace, desk: Desk) -> None:
    password = _new_password() if arguments.back else None
    with desk.write() as unit:
        person = _person(unit, arguments.login)
        staff.change(
            unit,
            person.id,
            arguments.name or person.name,
            _roles(arguments) or person.roles,
            active=arguments.back or (person.active and not arguments.leave),
        )
        if password is not None:
            staff.set_password(unit, person.id, password)


def _set_password(arguments: Namespace, desk: Desk) -> None:
    password = _new_password()
    with desk.write() as unit:
        staff.set_password(unit, _person(unit, arguments.login).id, password)


def _set_protected(arguments: Namespace, desk: Desk) -> None:
    with desk.write() as unit:
        person = _person(unit, arguments.login)
        name = protection.name_person if arguments.give else protection.unname_person
        name(unit, person.id)


def _roles(arguments: Namespace) -> frozenset[Role]:
    return frozenset(Role(role) for role in arguments.role or ())


def _person(unit: Unit, login: str) -> Person:
    wanted = login.strip().casefold()
    found = next((one for one in staff.everyone(unit) if one.login == wanted), None)
    if found is None:
        raise Refused("person_unknown")
    return found


def _new_password() -> str:
    """From the environment, or typed twice. Errors: `password_missing`, `passwords_differ`."""
    given = os.environ.get(NEW_PASSWORD)
    if given is not None:
        return given
    first = typed(_("New password: "), NEW_PASSWORD)
    if typed(_("Once more: "), NEW_PASSWORD) != first:
        raise Refused("passwords_differ")
    return first
