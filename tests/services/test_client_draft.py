"""What stands in an unfinished record form survives the program, for its own person alone."""

from dataclasses import replace

import pytest

from app.domain.client import Client
from app.domain.roles import Role
from app.services import client_draft, drafts, protection
from app.services.client_draft import ClientDraft
from app.services.unit import Desk
from app.services.visits import new_id
from tests.clients import hidden, person, recorded
from tests.desks import colleague
from tests.services.test_clients import log


def new_form() -> ClientDraft:
    typed = person("Yusuf", "Haidari", phone="050 1")
    return ClientDraft(new_id(), None, person("Yusuf"), typed, {"born": "30.2.1990"})


def form_of(client: Client) -> ClientDraft:
    typed = replace(client.record, phone="050 9")
    return ClientDraft(client.id, client, client.record, typed)


def save(desk: Desk, draft: ClientDraft) -> None:
    with desk.write() as unit:
        client_draft.save(unit, draft)


def loaded(desk: Desk) -> ClientDraft | None:
    with desk.read() as unit:
        return client_draft.load(unit)


@pytest.fixture
def other(desk: Desk) -> Desk:
    return colleague(desk, "otso", Role.ADVISER)


def test_a_form_comes_back_as_it_stood_and_is_forgotten(desk: Desk, other: Desk) -> None:
    draft = new_form()
    save(desk, new_form())
    save(desk, draft)
    assert loaded(desk) == draft
    assert loaded(other) is None
    with desk.write() as unit:
        client_draft.forget(unit)
    assert loaded(desk) is None


def test_the_form_of_a_client_comes_back_with_what_was_seen_and_is_a_look(desk: Desk) -> None:
    client = recorded(desk, "Yusuf", "Haidari")
    save(desk, form_of(client))
    before = log(desk)
    assert loaded(desk) == form_of(client)
    assert log(desk)[len(before) :] == [("client.open", str(client.id), "")]


def test_of_a_protected_client_no_form_is_kept_and_none_is_shown(desk: Desk, other: Desk) -> None:
    client = recorded(desk, "Yusuf")
    save(other, form_of(client))
    save(desk, form_of(client))
    with desk.write() as unit:
        protection.name_person(unit, desk.actor.staff_id)
        protection.protect(unit, client.id, None)
    assert loaded(other) is None
    assert loaded(desk) is None
    secret = hidden(desk, "Roya")
    save(desk, form_of(replace(secret, protected_until=protection.NO_END)))
    with desk.read() as unit:
        assert not drafts.kept(unit)


def test_a_form_that_another_version_left_is_none(desk: Desk) -> None:
    for left in ({}, {"id": "x"}, {"id": 1, "seen": [], "begun": "", "typed": None, "texts": 3}):
        with desk.write() as unit:
            drafts.keep(unit, "client", left)
        assert loaded(desk) is None
