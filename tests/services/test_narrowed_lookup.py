"""A lookup that is narrowed, on both engines, and what it must not tell."""

import pytest

from app.domain.errors import Refused
from app.domain.lookup import Only
from app.domain.roles import Role
from app.services.lookup import look_up
from app.services.unit import Desk
from tests.clients import hidden, recorded
from tests.desks import colleague


def names(desk: Desk, text: str, only: Only, *, widely: bool = False) -> set[str]:
    with desk.read() as unit:
        return {one.name for one in look_up(unit, text, widely=widely, only=only).found}


def test_only_those_who_speak_a_language(desk: Desk) -> None:
    recorded(desk, "Mohamed", "Haddad", contact_language="ar")
    recorded(desk, "Muhammad", "Haddad", contact_language="ar")
    recorded(desk, "Mohamed", "Warsame", contact_language="so")
    recorded(desk, "Mohamed", "Silent")
    arabic = Only(language="ar")
    assert names(desk, "Mohamed", arabic) == {"Mohamed Haddad", "Muhammad Haddad"}
    assert names(desk, "Mohamed", Only(language="fi"), widely=True) == set()


def test_only_those_in_somebodys_charge(desk: Desk) -> None:
    own, other = desk.actor.staff_id, colleague(desk, "other", Role.ADVISER).actor.staff_id
    recorded(desk, "Mina", "Mine", in_charge=own)
    recorded(desk, "Mina", "Theirs", in_charge=other)
    recorded(desk, "Mina", "Nobodys")
    assert names(desk, "Mina", Only(in_charge=own)) == {"Mina Mine"}
    assert names(desk, "Mina", Only(in_charge=other, language="ar")) == set()


def test_only_those_under_an_order_for_who_may_know(desk: Desk) -> None:
    hidden(desk, "Zahra", "Hidden")
    recorded(desk, "Zahra", "Open")
    only = Only(protected=True)
    assert names(desk, "Zahra", only) == {"Zahra Hidden"}
    unnamed = colleague(desk, "unnamed", Role.ADVISER, Role.SUPERVISOR)
    assert names(unnamed, "Zahra", only) == set()
    assert names(unnamed, "Zahra", only, widely=True) == set()


def test_what_stands_in_a_record_is_not_asked_by_who_does_not_keep_it(desk: Desk) -> None:
    clerk = colleague(desk, "clerk", Role.CLERK)
    recorded(desk, "Mina", "Rahimi", contact_language="fa")
    assert names(clerk, "Mina", Only()) == {"Mina Rahimi"}
    with pytest.raises(Refused) as refused:
        names(clerk, "Mina", Only(language="fa"))
    assert refused.value.code == "no_right"
