"""Clients are recorded, opened and amended; each look is on record, nothing is overwritten."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from app.domain.client import Client, ClientName, NameKind, Origin, Relation, Relative, Told, Why
from app.domain.errors import Refused
from app.domain.identity import Need
from app.domain.responsibility.values import Group, Labour
from app.domain.roles import Role
from app.services import clients, identity, protection, relatives
from app.services.lookup import look_up
from app.services.unit import Changes, Desk
from app.services.visits import new_id
from app.store.models import LogRow
from tests.clients import FAR, hidden, person, recorded
from tests.desks import SetClock, colleague

CODE = "131052-308T"
BORN = date(1952, 10, 13)
TRAFFICKED = frozenset({Group.TRAFFICKING_VICTIM})


def opened(desk: Desk, client: Client, why: Why | None = Why.VISIT) -> Client:
    with desk.read() as unit:
        return clients.open_record(unit, client.id, why)


def log(desk: Desk) -> list[tuple[str, str, str]]:
    with desk.read() as unit:
        rows = unit.session.scalars(select(LogRow).order_by(LogRow.number))
        return [(row.action, row.subject, row.reason) for row in rows]


@pytest.fixture
def adviser(desk: Desk) -> Desk:
    """A desk of somebody who was not named."""
    return colleague(desk, "otso", Role.ADVISER)


def test_what_is_recorded_is_what_is_opened(desk: Desk) -> None:
    spouse = recorded(desk, "Roya", "Haidari")
    record = person(
        "Yusuf",
        "Haidari",
        born=date(1990, 1, 1),
        contact_language="fa",
        municipality="luoto",
        labour=Labour.NOT_JOBSEEKER,
        groups=frozenset({Group.QUOTA_REFUGEE}),
        sensitive=TRAFFICKED,
        arrived_on=date(2026, 1, 2),
        phone="050 000 1234",
        koto_aj="KA-1",
        in_charge=desk.actor.staff_id,
        relatives=(Relative(Relation.SPOUSE, client=spouse.id), Relative(Relation.CHILD, "Mina")),
        origins={"arrived_on": Told(Origin.AUTHORITY)},
    )
    names = (*record.names, ClientName("یوسف", "حیدری", NameKind.SCRIPT))
    with desk.write() as unit:
        made = clients.record(unit, replace(record, names=names))
        assert unit.changes == Changes.CLIENTS
    shown = opened(desk, made)
    assert shown == made
    assert shown.record.names == names
    assert shown.record.birth_year == 1990
    assert shown.record.sensitive is None
    told = Told(Origin.AUTHORITY, desk.actor.staff_id, desk.clock().date())
    assert shown.record.origins == {"arrived_on": told}
    assert replace(shown.record, origins=record.origins, sensitive=TRAFFICKED) == replace(
        record, names=names, birth_year=1990
    )


def test_the_same_form_sent_twice_makes_one_client(desk: Desk) -> None:
    own = new_id()
    for _twice in range(2):
        with desk.write() as unit:
            made = clients.record(unit, person("Yusuf"), own)
    with desk.read() as unit:
        assert [one.number for one in look_up(unit, "Yusuf").found] == [made.number]
    assert log(desk)[-2:] == [("client.record", str(own), ""), ("client.open", str(own), "")]


def test_a_number_that_somebody_has_is_drawn_anew(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = recorded(desk, "Roya").number
    drawn = iter([taken, taken, 1234567])
    monkeypatch.setattr(clients, "draw_number", lambda random: next(drawn))
    assert recorded(desk, "Yusuf").number == 1234567


def test_a_look_is_logged_with_its_reason_and_without_a_name(desk: Desk) -> None:
    client = recorded(desk, "Yusuf", "Haidari")
    opened(desk, client, Why.REVIEW)
    with desk.read() as unit:
        assert clients.sensitive_groups(unit, client.id, Why.PLAN) == frozenset()
    mine = str(client.id)
    assert log(desk)[-3:] == [
        ("client.record", mine, ""),
        ("client.open", mine, "review"),
        ("client.sensitive", mine, "plan"),
    ]


def test_an_amendment_replaces_and_is_undone_by_what_was_before(desk: Desk) -> None:
    client = recorded(desk, "Yusuf", "Haidari", phone="050 000 1111", sensitive=TRAFFICKED)
    new = person("Yousef", "Heydari", phone="050 000 2222")
    with desk.write() as unit:
        amended = clients.amend(unit, client.id, new, client.revision)
    assert opened(desk, client) == amended
    with desk.read() as unit:
        assert clients.sensitive_groups(unit, client.id, Why.PLAN) == TRAFFICKED
        assert [one.id for one in look_up(unit, "050 000 2222").found] == [client.id]
        assert look_up(unit, "050 000 1111").found == ()
    with desk.write() as unit:
        clients.amend(unit, client.id, client.record, amended.revision)
    assert opened(desk, client).record == client.record


def test_an_amendment_is_undone_with_who_told_what(desk: Desk, adviser: Desk) -> None:
    told = {"phone": Told(Origin.FAMILY)}
    client = recorded(adviser, "Yusuf", phone="050 000 1111", origins=told)
    with desk.write() as unit:
        amended = clients.amend(unit, client.id, person("Yusuf"), client.revision)
        after = clients.put_back(unit, client, amended.revision)
    assert after.record == client.record
    assert after.record.origins["phone"].by == adviser.actor.staff_id
    with pytest.raises(Refused, match="client_changed"), desk.write() as unit:
        clients.put_back(unit, client, amended.revision)


# Taking back what was recorded by mistake


def test_a_client_recorded_by_mistake_is_taken_back_whole(desk: Desk) -> None:
    wife = recorded(desk, "Roya")
    facts = {"sensitive": TRAFFICKED, "groups": frozenset({Group.QUOTA_REFUGEE}), "koto_aj": "KA-9"}
    kin = (Relative(Relation.SPOUSE, client=wife.id),)
    client = recorded(desk, "Yusuf", "Haidari", relatives=kin, **facts)
    with desk.write() as unit:
        clients.take_back(unit, client.id)
        assert unit.changes == Changes.CLIENTS
    with pytest.raises(Refused, match="client_unknown"):
        opened(desk, client)
    with desk.read() as unit:
        assert not look_up(unit, "Haidari").found
        assert not look_up(unit, "KA-9").found
    assert ("client.take_back", str(client.id), "") in log(desk)
    with desk.write() as unit:
        clients.take_back(unit, wife.id)


def test_a_client_who_is_in_use_stays(desk: Desk, adviser: Desk, clock: SetClock) -> None:
    def stays(client: Client, at: Desk = desk) -> None:
        with pytest.raises(Refused, match="client_stays"), at.write() as unit:
            clients.take_back(unit, client.id)
        assert opened(desk, client).record.name == "Yusuf"

    related, coded, amended, theirs, old = (recorded(desk, "Yusuf", born=BORN) for _ in range(5))
    recorded(desk, "Roya", relatives=(Relative(Relation.SPOUSE, client=related.id),))
    with desk.write() as unit:
        identity.keep(unit, coded.id, CODE, Need.PLAN)
        clients.amend(unit, amended.id, person("Yusuf"), 0)
    for client in (related, coded, amended):
        stays(client)
    stays(theirs, adviser)
    clock.forward(days=1)
    stays(old)


def test_relatives_are_known_by_name_and_year_to_who_may_know(desk: Desk, adviser: Desk) -> None:
    wife, hid = recorded(desk, "Roya", "Haidari", birth_year=1991), hidden(desk, "Mina")
    for at, seen in ((desk, {wife.id, hid.id}), (adviser, {wife.id})):
        with at.read() as unit:
            found = relatives.known(unit, [wife.id, hid.id, new_id()])
        assert found.keys() == seen
        kin = found[wife.id]
        assert (kin.name, kin.birth_year, kin.number) == ("Roya Haidari", 1991, wife.number)


def test_the_second_of_two_desks_is_told_and_loses_nothing(desk: Desk, adviser: Desk) -> None:
    client = recorded(desk, "Yusuf", "Haidari")
    with adviser.write() as unit:
        first = clients.amend(unit, client.id, person("Yousef", "Haidari"), client.revision)
    with pytest.raises(Refused, match="client_changed"), desk.write() as unit:
        clients.amend(unit, client.id, person("Yusuf", "Heydari"), client.revision)
    assert opened(desk, client) == first


def test_who_told_a_datum_stays_until_somebody_else_does(
    desk: Desk, adviser: Desk, clock: SetClock
) -> None:
    told = {"arrived_on": Told(Origin.FAMILY), "permit_on": Told(Origin.DOCUMENT)}
    client = recorded(desk, "Mina", origins=told)
    clock.forward(days=2)
    new = replace(client.record, origins=told | {"permit_on": Told(Origin.AUTHORITY)})
    with adviser.write() as unit:
        amended = clients.amend(unit, client.id, new, client.revision).record.origins
    assert amended["arrived_on"] == client.record.origins["arrived_on"]
    assert amended["permit_on"].by == adviser.actor.staff_id


def test_nobody_is_opened_and_a_number_of_nobody_neither(desk: Desk) -> None:
    with pytest.raises(Refused, match="client_unknown"), desk.write() as unit:
        clients.amend(unit, new_id(), person("Yusuf"), 0)
    with pytest.raises(Refused, match="client_unknown"), desk.read() as unit:
        clients.open_record(unit, new_id())
    for number in (1000009, 1234567, 0, -1, 10**30):
        with pytest.raises(Refused, match="client_unknown"), desk.read() as unit:
            clients.open_number(unit, number)
    with pytest.raises(Refused, match="person_unknown"):
        recorded(desk, "Yusuf", in_charge=new_id())


# The identity code


def test_an_identity_code_is_kept_apart_and_each_look_logged(desk: Desk) -> None:
    client = recorded(desk, "Yusuf", born=BORN)
    with desk.write() as unit:
        identity.keep(unit, client.id, f" {CODE.lower()} ", Need.PLAN)
    with desk.read() as unit:
        assert identity.show(unit, client.id, Why.PLAN) == CODE
        assert [one.id for one in look_up(unit, CODE).found] == [client.id]
        assert look_up(unit, "308T").found == ()
    assert not any(CODE in " ".join(entry) for entry in log(desk))
    assert ("identity.show", str(client.id), "plan") in log(desk)
    with desk.write() as unit:
        assert identity.kept(unit, client.id) is Need.PLAN
        before = identity.forget(unit, client.id)
        assert identity.show(unit, client.id, Why.PLAN) is None
        assert identity.kept(unit, client.id) is None
    assert before is not None
    assert (before.code, before.need) == (CODE, Need.PLAN)
    assert CODE not in repr(before)


@pytest.mark.parametrize(
    ("code", "refused"),
    [
        (code, "identity_wrong")
        for code in ("131052-308U", "", "310252-308T", "١٣١٠٥٢-٣٠٨T", "1" * 10_000, "131052\0308T")
    ],
)
def test_a_wrong_identity_code_is_refused(desk: Desk, code: str, refused: str) -> None:
    client = recorded(desk, "Yusuf")
    with pytest.raises(Refused, match=refused), desk.write() as unit:
        identity.keep(unit, client.id, code, Need.PLAN)


def test_an_identity_code_of_another_birth_date_is_refused(desk: Desk) -> None:
    for born in ({"born": date(1990, 1, 1)}, {"birth_year": 1953}):
        client = recorded(desk, "Yusuf", **born)
        with pytest.raises(Refused, match="identity_other_birth"), desk.write() as unit:
            identity.keep(unit, client.id, CODE, Need.ASSESSMENT)
    client = recorded(desk, "Yusuf", birth_year=BORN.year)
    with desk.write() as unit:
        identity.keep(unit, client.id, CODE, Need.ASSESSMENT)


# Non-disclosure


def test_a_protected_client_is_not_there_for_others(desk: Desk, adviser: Desk) -> None:
    client = hidden(desk, "Yusuf", "Haidari", municipality="luoto", phone="050 000 1234")
    for text in ("Yusuf Haidari", "Youssef", "یوسف", "050 000 1234", str(client.number)):
        with adviser.read() as unit:
            assert look_up(unit, text, widely=True).found == ()
        with desk.read() as unit:
            assert [one.id for one in look_up(unit, text, widely=True).found] == [client.id]
    with pytest.raises(Refused, match="client_unknown"):
        opened(adviser, client)
    with pytest.raises(Refused, match="client_unknown"), adviser.read() as unit:
        clients.open_number(unit, client.number)


def test_a_protected_client_is_opened_for_a_reason_without_the_town(desk: Desk) -> None:
    client = hidden(desk, "Yusuf", municipality="luoto", address="Storgatan 1")
    with pytest.raises(Refused, match="reason_missing"):
        opened(desk, client, None)
    shown = opened(desk, client)
    assert (shown.record.municipality, shown.record.address) == (None, "")
    with desk.write() as unit:
        clients.amend(unit, client.id, replace(shown.record, phone="050 0"), shown.revision)
        protection.lift(unit, client.id)
    after = opened(desk, client, None).record
    assert (after.municipality, after.address, after.phone) == ("luoto", "Storgatan 1", "050 0")


def test_an_order_ends_by_itself_after_its_last_day(
    desk: Desk, adviser: Desk, clock: SetClock
) -> None:
    client = hidden(desk, "Yusuf")
    with desk.write() as unit:
        protection.protect(unit, client.id, FAR)
        assert protection.ending(unit, FAR) == [client.id]
    clock.now = clock.now.replace(year=2027, month=5, day=1)
    with pytest.raises(Refused, match="client_unknown"):
        opened(adviser, client)
    clock.forward(days=1)
    assert opened(adviser, client).protected_until is None


def test_a_relative_who_is_protected_does_not_stand_on_the_card(desk: Desk, adviser: Desk) -> None:
    sister = hidden(desk, "Roya", "Haidari")
    brother = Relative(Relation.SIBLING, client=sister.id)
    client = recorded(desk, "Yusuf", "Haidari", relatives=(brother,))
    assert opened(desk, client).record.relatives == (brother,)
    assert opened(adviser, client).record.relatives == ()
    with pytest.raises(Refused, match="client_unknown"):
        recorded(adviser, "Mina", relatives=(brother,))


def test_what_others_do_not_see_of_relatives_they_do_not_take_away(
    desk: Desk, adviser: Desk
) -> None:
    sister = hidden(desk, "Roya", "Haidari")
    brother = Relative(Relation.SIBLING, client=sister.id)
    client = recorded(desk, "Yusuf", "Haidari", relatives=(brother,))
    seen = opened(adviser, client)
    child = Relative(Relation.CHILD, "Mina")
    with adviser.write() as unit:
        clients.amend(unit, client.id, replace(seen.record, relatives=(child,)), seen.revision)
    assert set(opened(desk, client).record.relatives) == {brother, child}


def test_the_same_reference_as_a_protected_one_betrays_nothing(desk: Desk, adviser: Desk) -> None:
    hidden(desk, "Yusuf", koto_aj="KA-77")
    other = recorded(adviser, "Youssef", koto_aj="KA-77")
    with adviser.read() as unit:
        assert [one.id for one in look_up(unit, "KA-77").found] == [other.id]


def test_only_named_people_keep_orders(desk: Desk, adviser: Desk) -> None:
    client = recorded(desk, "Yusuf")
    with pytest.raises(Refused, match="not_named"), adviser.write() as unit:
        protection.protect(unit, client.id, None)
    with desk.write() as unit:
        protection.name_person(unit, adviser.actor.staff_id)
        assert [one.id for one in protection.named(unit)] == [adviser.actor.staff_id]
    with adviser.write() as unit:
        protection.protect(unit, client.id, None)
    with pytest.raises(Refused, match="order_past"), adviser.write() as unit:
        protection.protect(unit, client.id, date(2026, 11, 23))
    with desk.write() as unit:
        protection.unname_person(unit, adviser.actor.staff_id)
    with pytest.raises(Refused, match="client_unknown"):
        opened(adviser, client)
    actions = [action for action, _subject, _reason in log(desk)]
    assert [one for one in actions if one.startswith(("protected", "client.pro"))] == [
        "protected.name",
        "client.protect",
        "protected.unname",
    ]
