"""The directory goes out as HSDS and comes in again, from us or from others."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.documents.hsds.writing import service_object
from app.domain.directory import Service
from app.domain.errors import Refused
from app.domain.place import ExceptionalDay, Hours, Span, Week
from app.domain.roles import Role
from app.services import directory
from app.services import directory_keeping as keeping
from app.services.directory_exchange import Taken, export_hsds, import_hsds
from app.services.directory_taking import Came
from app.services.unit import Desk
from app.store.models import ServiceChangeRow
from tests.desks import SetClock, colleague, file_desk
from tests.documents.hsds.official import faults
from tests.services.kept_services import change_service

TODAY = date(2026, 11, 24)
HOURS = Hours(
    (
        Week(date(2026, 1, 1), {1: (Span(time(9), time(12)), Span(time(13), time(15)))}),
        Week(date(2026, 6, 1), {}, date(2026, 8, 31), yearly=True),
    ),
    (ExceptionalDay(date(2026, 12, 24), (), "Jul"),),
)
SERVICE = "11111111-1111-4111-8111-111111111111"
WHO = "22222222-2222-4222-8222-222222222222"
PLACE = "33333333-3333-4333-8333-333333333333"


def own_id(number: int) -> str:
    return f"44444444-4444-4444-8444-{number:012}"


def theirs() -> dict[str, Any]:
    """A service as another program writes it, with more than ours knows."""
    return {
        "id": SERVICE,
        "organization_id": WHO,
        "name": "Bread and Coffee",
        "alternate_name": "The Friday Table",
        "description": "Breakfast for everybody.",
        "url": "https://example.org/table",
        "email": "table@example.org",
        "status": "active",
        "fees_description": "Free",
        "minimum_age": 7,
        "assured_date": "2026-10-01",
        "last_modified": "2026-10-01T10:00:00.000Z",
        "phones": [
            {"id": own_id(1), "service_id": SERVICE, "number": "+358 6 123", "type": "voice"},
            {"id": own_id(2), "service_id": SERVICE, "number": "+358 6 124"},
        ],
        "languages": [
            {"id": own_id(3), "service_id": SERVICE, "code": "sv", "note": "and signs"},
            {"id": own_id(4), "service_id": SERVICE, "name": "Any"},
        ],
        "service_areas": [
            {"id": own_id(5), "service_id": SERVICE, "name": "Larsmo"},
            {"id": own_id(6), "service_id": SERVICE, "name": "The archipelago"},
        ],
        "schedules": [
            {
                "id": own_id(7),
                "service_id": SERVICE,
                "freq": "WEEKLY",
                "byday": "FR",
                "opens_at": "08:00",
                "closes_at": "10:00",
            },
            {"id": own_id(8), "service_id": SERVICE, "freq": "MONTHLY", "byday": "1MO"},
        ],
        "organization": {
            "id": WHO,
            "name": "Table ry",
            "description": "We eat together.",
            "website": "https://example.org",
            "year_incorporated": 1999,
        },
        "service_at_locations": [
            {
                "id": own_id(9),
                "service_id": SERVICE,
                "location_id": PLACE,
                "description": "Downstairs",
                "location": {
                    "id": PLACE,
                    "location_type": "physical",
                    "name": "The old school",
                    "latitude": 63.7,
                    "addresses": [
                        {
                            "id": own_id(10),
                            "location_id": PLACE,
                            "address_1": "Skolvägen 1",
                            "city": "Larsmo",
                            "state_province": "Österbotten",
                            "postal_code": "68570",
                            "country": "FI",
                            "address_type": "physical",
                        }
                    ],
                },
            }
        ],
        "attributes": [
            {
                "id": own_id(11),
                "link_id": SERVICE,
                "taxonomy_term_id": own_id(12),
                "taxonomy_term": {
                    "id": own_id(12),
                    "code": "food",
                    "name": "Food",
                    "description": "Meals",
                    "taxonomy": "theirs",
                },
            }
        ],
    }


def written(tmp_path: Path, *services: Any) -> Path:
    path = tmp_path / "theirs.json"
    path.write_text(json.dumps(list(services)), "utf-8")
    return path


def exported(desk: Desk, to: Path) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads(export_hsds(desk, to).read_text("utf-8"))
    return read


def one(desk: Desk, service_id: str = SERVICE) -> Service:
    with desk.read() as unit:
        return directory.service(unit, service_id)


def codes(taken: Taken) -> list[str]:
    return [fault.refused.code for fault in taken.faults]


@pytest.fixture
def in_file(tmp_path: Path) -> Iterator[Desk]:
    """A file for what is the same on both engines."""
    desk = file_desk(tmp_path / "data", SetClock())
    yield desk
    desk.store.close()


def fill(desk: Desk) -> None:
    """One service with all that can be said, one that has ended, one that is off and ended."""
    with desk.write() as unit:
        kvarnen = directory.service(unit, "edu-kvarnen")
        keeping.save_service(
            unit,
            replace(
                kvarnen,
                hours=HOURS,
                phone="06 1",
                web="https://example.fi",
                email="a@example.fi",
                checked_on=date(2026, 11, 1),
                valid_from=date(2026, 1, 1),
                valid_to=date(2027, 1, 1),
                sensitive="religion",
                languages=("sv", "fi"),
                municipalities=("kruunupyy", "luoto"),
            ),
        )
        change_service(unit, "org-kela", valid_to=date(2026, 1, 1))
        change_service(unit, "sug-dvv", valid_to=date(2026, 1, 1))


def test_an_export_is_hsds_without_unknown_keys(desk: Desk, tmp_path: Path) -> None:
    fill(desk)
    services = exported(desk, tmp_path / "out")
    assert len(services) == 82
    assert faults(services) == []
    assert len({one["id"] for one in services}) == 82


def test_two_exports_are_the_same_file(desk: Desk, tmp_path: Path) -> None:
    paths = [export_hsds(desk, tmp_path / name) for name in ("a", "b.json")]
    assert paths == [tmp_path / "a" / "services.json", tmp_path / "b.json"]
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_an_export_that_comes_in_again_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    fill(desk)
    export_hsds(desk, tmp_path / "out")
    with desk.read() as unit:
        before = directory.services(unit), directory.organisations(unit)
        history = unit.session.query(ServiceChangeRow).count()
    taken = import_hsds(desk, tmp_path / "out")
    assert (dict(taken.came), taken.faults, dict(taken.left_out)) == (
        {Came.UNCHANGED: 82},
        [],
        {},
    )
    with desk.read() as unit:
        assert (directory.services(unit), directory.organisations(unit)) == before
        assert unit.session.query(ServiceChangeRow).count() == history


def test_another_store_gets_what_was_changed_here(desk: Desk, tmp_path: Path) -> None:
    fill(desk)
    export_hsds(desk, tmp_path / "out")
    other = file_desk(tmp_path / "other", SetClock())
    taken = import_hsds(other, tmp_path / "out")
    assert dict(taken.came) == {Came.CHANGED: 3, Came.UNCHANGED: 79}
    for service_id in ("edu-kvarnen", "org-kela", "sug-dvv"):
        assert one(other, service_id) == replace(
            one(desk, service_id), name=one(other, service_id).name
        )
    assert dict(import_hsds(other, tmp_path / "out").came) == {Came.UNCHANGED: 82}
    with other.read() as unit:
        assert len(keeping.history(unit, "edu-kvarnen")) == 1
    other.store.close()


def test_a_service_of_others_comes_in(desk: Desk, tmp_path: Path) -> None:
    taken = import_hsds(desk, written(tmp_path, theirs()))
    assert (dict(taken.came), taken.faults) == ({Came.NEW: 1}, [])
    found = one(desk)
    assert found.name == {"fi": "Bread and Coffee", "sv": "", "en": ""}
    assert (found.phone, found.email) == ("+358 6 123", "table@example.org")
    assert (found.municipalities, found.languages) == (("luoto",), ("sv",))
    assert found.checked_on == date(2026, 10, 1)
    assert found.hours.on(date(2026, 11, 27)) == (Span(time(8), time(10)),)
    assert found.address is not None
    assert (found.address.street["fi"], found.address.municipality) == ("Skolvägen 1", "luoto")
    with desk.read() as unit:
        assert directory.organisations(unit)[WHO].name["fi"] == "Table ry"
        assert found in directory.find(unit, ["friday", "bread", "coffee", "table"][1])


def test_what_the_program_has_no_field_for_goes_out_as_it_came(desk: Desk, tmp_path: Path) -> None:
    import_hsds(desk, written(tmp_path, theirs()))
    out = next(one for one in exported(desk, tmp_path / "out") if one["id"] == SERVICE)
    assert faults([out]) == []
    given = theirs()
    for name in given.keys() - {"schedules", "attributes", "service_areas", "organization"}:
        if name == "service_at_locations":
            place, was = out[name][0]["location"], given[name][0]["location"]
            was["addresses"][0]["city"] = "Luoto"
            assert {key: place[key] for key in was} == was
        else:
            assert out[name] == given[name]
    assert given["schedules"][1] in out["schedules"]
    assert given["attributes"][0] in out["attributes"]
    assert given["service_areas"][1] in out["service_areas"]
    assert {key: out["organization"][key] for key in given["organization"]} == (
        given["organization"]
    )


def test_a_second_time_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    path = written(tmp_path, theirs())
    import_hsds(desk, path)
    assert dict(import_hsds(desk, path).came) == {Came.UNCHANGED: 1}
    export_hsds(desk, tmp_path / "out")
    assert import_hsds(desk, tmp_path / "out").came[Came.UNCHANGED] == 83


def test_a_change_of_others_keeps_what_they_do_not_know(desk: Desk, tmp_path: Path) -> None:
    fill(desk)
    known = one(desk, "edu-kvarnen")
    ours = next(
        service
        for service in exported(desk, tmp_path / "out")
        if service["name"] == known.name["fi"]
    )
    changed = {name: given for name, given in ours.items() if name != "attributes"}
    taken = import_hsds(desk, written(tmp_path, changed | {"email": "new@example.fi"}))
    assert dict(taken.came) == {Came.CHANGED: 1}
    assert one(desk, "edu-kvarnen") == replace(known, email="new@example.fi")


def test_hours_and_telephone_of_the_place_alone_are_those_of_the_service(
    desk: Desk, tmp_path: Path
) -> None:
    given = theirs()
    for name in ("schedules", "phones"):
        given["service_at_locations"][0][name] = given.pop(name)
    import_hsds(desk, written(tmp_path, given))
    assert one(desk).phone == "+358 6 123"
    assert one(desk).hours.weeks
    assert faults(exported(desk, tmp_path / "out")) == []


def test_ids_that_are_no_uuids_are_made_such_and_told(desk: Desk, tmp_path: Path) -> None:
    text = json.dumps(theirs())
    for theirs_id, short in ((SERVICE, "s1"), (WHO, "1"), (PLACE, "1"), (own_id(1), "1")):
        text = text.replace(theirs_id, short)
    path = written(tmp_path, json.loads(text))
    taken = import_hsds(desk, path)
    assert (dict(taken.came), taken.faults) == ({Came.NEW: 1}, [])
    assert taken.left_out["id"] == taken.left_out["phones.id"] == 1
    assert dict(import_hsds(desk, path).came) == {Came.UNCHANGED: 1}
    out = exported(desk, tmp_path / "out")
    assert len(out) == 83
    assert faults(out) == []
    assert import_hsds(desk, tmp_path / "out").came[Came.UNCHANGED] == 83


def test_a_short_id_of_ours_is_ours(desk: Desk, tmp_path: Path) -> None:
    lean = {"id": "edu-kvarnen", "name": "Kvarnen", "status": "active"}
    path = written(tmp_path, lean | {"organization_id": "edu-kvarnen"})
    assert dict(import_hsds(desk, path).came) == {Came.CHANGED: 1}
    assert one(desk, "edu-kvarnen").name["fi"] == "Kvarnen"
    assert one(desk, "edu-kvarnen").name["sv"] == "Folkhögskolan Kvarnen i Kronoby"
    nobody = written(tmp_path, lean | {"organization_id": "nobody"})
    assert codes(import_hsds(desk, nobody)) == ["hsds_reference"]


def test_what_stands_beside_the_services_is_named(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "tables.json"
    given = theirs()
    who = given.pop("organization")
    path.write_text(json.dumps({"service": [given], "organization": [who], "phone": [], "size": 1}))
    taken = import_hsds(desk, path)
    assert (dict(taken.came), dict(taken.left_out)) == ({Came.NEW: 1}, {"phone": 1})


def test_unknown_fields_are_named(desk: Desk, tmp_path: Path) -> None:
    given = theirs() | {"favourite_colour": "red", "wait_time": None}
    given["phones"][0]["ringtone"] = given["phones"][1]["ringtone"] = "bell"
    taken = import_hsds(desk, written(tmp_path, given))
    assert dict(taken.came) == {Came.NEW: 1}
    assert dict(taken.left_out) == {"favourite_colour": 1, "phones.ringtone": 2}


def lose_organization(service: dict[str, Any]) -> None:
    del service["organization"]


def lose_location(service: dict[str, Any]) -> None:
    del service["service_at_locations"][0]["location"]


def point_elsewhere(service: dict[str, Any]) -> None:
    service["phones"][0]["service_id"] = own_id(99)
    service["languages"][0]["service_id"] = own_id(98)


def lose_term(service: dict[str, Any]) -> None:
    del service["attributes"][0]["taxonomy_term"]


@pytest.mark.parametrize(
    ("spoil", "fields"),
    [
        (lose_organization, ["organization_id"]),
        (lose_location, ["service_at_locations[0].location_id"]),
        (point_elsewhere, ["languages[0].service_id", "phones[0].service_id"]),
        (lose_term, ["attributes[0].taxonomy_term_id"]),
    ],
)
def test_references_to_nothing_are_told_one_by_one_and_nothing_is_taken_half(
    desk: Desk, tmp_path: Path, spoil: Callable[[dict[str, Any]], None], fields: list[str]
) -> None:
    given = theirs()
    who = {"id": own_id(60), "name": "Fine ry", "description": ""}
    fine = {"id": own_id(50), "name": "Fine", "status": "active", "organization": who}
    spoil(given)
    taken = import_hsds(desk, written(tmp_path, given, fine))
    assert sorted(str(one.refused.values["field"]) for one in taken.faults) == fields
    assert set(codes(taken)) == {"hsds_reference"}
    assert {fault.name for fault in taken.faults} == {"Bread and Coffee"}
    assert dict(taken.came) == {Came.NEW: 1}
    assert one(desk, own_id(50)).name["fi"] == "Fine"
    with pytest.raises(Refused, match="service_unknown"):
        one(desk)


def test_a_service_may_point_to_what_another_one_has(desk: Desk, tmp_path: Path) -> None:
    lean = {"id": own_id(50), "name": "Lean", "status": "active", "organization_id": WHO}
    lean["service_at_locations"] = [{"id": own_id(51), "location_id": PLACE}]  # type: ignore[assignment]
    assert dict(import_hsds(desk, written(tmp_path, lean, theirs())).came) == {Came.NEW: 2}
    assert one(desk, own_id(50)).address == one(desk).address


def test_organizations_and_locations_may_stand_beside_the_services(
    desk: Desk, tmp_path: Path
) -> None:
    given = theirs()
    organization = given.pop("organization")
    location = given["service_at_locations"][0].pop("location")
    path = tmp_path / "beside.json"
    lists = {"services": [given], "organizations": [organization], "locations": [location]}
    path.write_text(json.dumps(lists), "utf-8")
    assert dict(import_hsds(desk, path).came) == {Came.NEW: 1}
    assert one(desk).address is not None


def test_the_page_of_an_api_and_a_single_service(desk: Desk, tmp_path: Path) -> None:
    page, single = tmp_path / "page.json", tmp_path / "single.json"
    page.write_text(json.dumps({"total_items": 1, "contents": [theirs()]}), "utf-8")
    single.write_bytes(b"\xef\xbb\xbf" + json.dumps(theirs()).encode())
    assert dict(import_hsds(desk, page).came) == {Came.NEW: 1}
    assert dict(import_hsds(desk, single).came) == {Came.UNCHANGED: 1}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"phones": [{"id": own_id(1), "number": "call us"}]}, "phone_not_understood"),
        ({"email": "nobody"}, "email_not_understood"),
        ({"name": "x" * 300}, "text_too_long"),
        ({"name": ""}, "name_missing"),
        ({"status": "busy"}, "hsds_field_wrong"),
        ({"id": ""}, "hsds_field_wrong"),
        ({"id": "x" * 300}, "hsds_field_wrong"),
        ({"minimum_age": "7"}, "hsds_field_wrong"),
        ({"description": "\ud800"}, "hsds_field_wrong"),
        ({"phones": {"number": "1"}}, "hsds_field_wrong"),
        ({"phones": [{"number": "1"}]}, "hsds_field_missing"),
        ({"assured_date": "soon"}, "hsds_date_wrong"),
        ({"organization": None, "organization_id": None}, "hsds_field_missing"),
    ],
)
def test_a_service_with_a_fault_is_left_out_and_told(
    in_file: Desk, tmp_path: Path, changes: dict[str, Any], code: str
) -> None:
    taken = import_hsds(in_file, written(tmp_path, theirs() | changes))
    assert code in codes(taken)
    assert not taken.came
    with in_file.read() as unit:
        assert len(directory.services(unit)) == 82
        assert WHO not in directory.organisations(unit)


def test_hours_that_overlap_are_told(desk: Desk, tmp_path: Path) -> None:
    given = theirs()
    given["schedules"].append(given["schedules"][0] | {"opens_at": "09:00", "closes_at": "11:00"})
    assert codes(import_hsds(desk, written(tmp_path, given))) == ["spans_overlap"]


def test_an_id_twice_and_in_capitals(desk: Desk, tmp_path: Path) -> None:
    given = json.loads(json.dumps(theirs()).replace(SERVICE, SERVICE.upper()))
    taken = import_hsds(desk, written(tmp_path, given, theirs()))
    assert (dict(taken.came), codes(taken)) == ({Came.NEW: 1}, ["hsds_twice"])


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "hsds_not_understood"),
        (b"\xff\xfe", "hsds_not_understood"),
        (b"{", "hsds_not_understood"),
        (b"[NaN]", "hsds_not_understood"),
        (b"[" * 100_000, "hsds_not_understood"),
        (b'{"a":' * 900 + b"1" + b"}" * 900, "hsds_not_hsds"),
        (b"17", "hsds_not_hsds"),
        (b'"text"', "hsds_not_hsds"),
        (b"[1, 2]", "hsds_not_hsds"),
        (b'{"type": "FeatureCollection"}', "hsds_not_hsds"),
        (b'[{"id": 1}]', "hsds_not_hsds"),
        (b"9" * 5000, "hsds_not_understood"),
    ],
)
def test_what_is_no_hsds_is_told_in_one_sentence(
    in_file: Desk, tmp_path: Path, content: bytes, code: str
) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(content)
    with pytest.raises(Refused, match=code):
        import_hsds(in_file, path)


def test_a_deep_nest_inside_a_service_is_left_out(desk: Desk, tmp_path: Path) -> None:
    nest = '{"a":' * 900 + "1" + "}" * 900
    text = json.dumps([theirs() | {"deep": 0, "funding": 0}])
    path = tmp_path / "deep.json"
    path.write_text(text.replace('"deep": 0', f'"deep": {nest}'), "utf-8")
    assert codes(import_hsds(desk, path)) == ["hsds_field_wrong"]
    path.write_text(
        json.dumps([theirs() | {"deep": 0}]).replace('"deep": 0', f'"deep": {nest}'), "utf-8"
    )
    assert dict(import_hsds(desk, path).left_out) == {"deep": 1}


def test_a_file_of_100_mb_is_refused_before_it_is_read(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(100 << 20)
    with pytest.raises(Refused, match="hsds_too_large"):
        import_hsds(desk, path)


def test_what_is_not_there_or_cannot_be_written(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="path_missing"):
        import_hsds(desk, tmp_path / "nothing.json")
    with pytest.raises(Refused, match="path_missing"):
        import_hsds(desk, tmp_path)
    with pytest.raises(Refused, match="path_missing"):
        export_hsds(desk, tmp_path / "no" / "folder")
    (tmp_path / "file").touch()
    with pytest.raises(Refused):
        export_hsds(desk, tmp_path / "file")


def test_no_services_is_an_answer(desk: Desk, tmp_path: Path) -> None:
    taken = import_hsds(desk, written(tmp_path))
    assert (dict(taken.came), taken.faults) == ({}, [])


def test_exchange_is_for_who_keeps_the_directory(desk: Desk, tmp_path: Path) -> None:
    clerk = colleague(desk, "clerk", Role.CLERK)
    with pytest.raises(Refused, match="no_right"):
        export_hsds(clerk, tmp_path / "out")
    with pytest.raises(Refused, match="no_right"):
        import_hsds(clerk, written(tmp_path, theirs()))
    assert not (tmp_path / "out").exists()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.just(SERVICE) | st.just(WHO),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(("id", "name", "code", "x")), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None
)
@given(st.dictionaries(st.sampled_from(sorted(theirs())), JSON, max_size=3))
def test_any_spoilt_service_is_taken_whole_or_told(
    in_file: Desk, tmp_path: Path, changes: dict[str, Any]
) -> None:
    taken = import_hsds(in_file, written(tmp_path, theirs() | changes, theirs()))
    assert taken.faults or taken.came
    with in_file.read() as unit:
        who, towns = directory.organisations(unit), directory.municipality_names()
        found = directory.services(unit)[82:]
        assert (
            faults([service_object(one, who[one.organisation], towns, TODAY) for one in found])
            == []
        )
