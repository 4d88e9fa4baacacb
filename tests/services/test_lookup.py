"""Clients are found by what is known of them, whoever asks and however it is written."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from app import report
from app.domain.client import ClientName, NameKind
from app.domain.errors import Refused
from app.domain.lookup import Found, Reason
from app.domain.roles import Role
from app.services import clients, lookup
from app.services.lookup import Answer, look_up
from app.services.unit import Desk
from app.store.models import LogRow
from app.store.queries import lookup as query
from tests.bench.lookup import BEGUN
from tests.bench.recall import Recall, fill, queries
from tests.clients import person, recorded
from tests.desks import SetClock, colleague, file_desk, server_desk

BAD = [
    "x" * 10_000,
    "\u200f\u202b\u2067Yusuf",
    *('"', "*", "NEAR", "-", "%", "_", "\0", "🙂", "", " ", "' or 1=1 --", "Yusuf\0Haidari"),
    *("31.12.2999", "30.2.1990", "\ud800", "999999999999999999999999", "+", "(", "~mhmt", "#1"),
]
WHY = {
    "Yusuf Haidari": [Reason.NAME, Reason.NAME],
    "haidari yus": [Reason.NAME, Reason.BEGINS],
    "Youssef Heydari": [Reason.SPELLING, Reason.SPELLING],
    "Юсуф": [Reason.SCRIPT],
    "یوسف": [Reason.NAME],
    "Haidrari": [Reason.SLIP],
    "Popal": [Reason.NAME, Reason.FORMER],
    "1.1.1990": [Reason.BIRTH],
    "010190": [Reason.BIRTH],
    "Yusuf 1990": [Reason.NAME, Reason.YEAR],
    "050 000 1234": [Reason.PHONE],
    "+358 50 0001234": [Reason.PHONE],
    "KA-2026/12": [Reason.REFERENCE],
    "ka2026": [Reason.REFERENCE],
}


def asked(desk: Desk, text: str, **how: Any) -> Answer:
    with desk.read() as unit:
        return look_up(unit, text, **how)


def reasons(found: Found) -> list[Reason]:
    return [because.reason for because in found.why]


@pytest.fixture
def yusuf(desk: Desk) -> Found:
    """One client among others, as a lookup shows him."""
    recorded(desk, "Mina", "Rahimi", born=date(1990, 5, 5), phone="050 000 9999")
    names = (
        ClientName("Yusuf", "Haidari"),
        ClientName("یوسف", "حیدری", NameKind.SCRIPT),
        ClientName("Yusuf", "Popal", NameKind.FORMER),
    )
    record = person("Yusuf", born=date(1990, 1, 1), phone="050 000 1234", koto_aj="KA-2026/12")
    with desk.write() as unit:
        made = clients.record(unit, replace(record, names=names))
    return Found(made.id, made.number, "Yusuf Haidari", 1990, 0, certain=True, why=())


def test_a_client_is_found_and_told_why(desk: Desk, yusuf: Found) -> None:
    for text, why in WHY.items():
        answer = asked(desk, text)
        assert [one.id for one in answer.found] == [yusuf.id], text
        found = answer.found[0]
        assert (found.name, found.birth_year) == ("Yusuf Haidari", 1990)
        assert reasons(found) == why, text
        assert 0 < found.score <= 1


def test_a_client_is_found_by_number(desk: Desk, yusuf: Found) -> None:
    found = asked(desk, str(yusuf.number)).found
    assert [one.id for one in found] == [yusuf.id]
    assert reasons(found[0]) == [Reason.NUMBER]


def test_who_is_not_there_is_not_found(desk: Desk, yusuf: Found) -> None:
    for text in ("Zarina", "Yusuf 1991", "2.1.1990", "050 000 4321", "KA-9", "30.2.1990"):
        assert asked(desk, text, widely=True).found == (), text


def test_certain_ones_stand_before_likely_ones(desk: Desk) -> None:
    for given in ("Mohamed", "Muhammad", "محمد", "Mohammed"):
        recorded(desk, given, "Haddad")
    answer = asked(desk, "Mohammed")
    assert [one.name for one in answer.certain] == ["Mohammed Haddad"]
    assert {one.name for one in answer.likely} == {
        "Mohamed Haddad",
        "Muhammad Haddad",
        "محمد Haddad",
    }
    assert answer.found == (*answer.certain, *answer.likely)


def test_while_few_are_spelt_so_others_are_looked_for(desk: Desk) -> None:
    for family in ("Haddad", "Najjar", "Saleh", "Jaber", "Khalil"):
        recorded(desk, "Mohammed", family)
    recorded(desk, "Muhammad", "Sabbagh")
    assert len(asked(desk, "Mohammed").found) == 5
    assert len(asked(desk, "Mohammed", widely=True).likely) == 1


def test_one_common_spelling_does_not_crowd_out_the_others(desk: Desk) -> None:
    with desk.write() as unit:
        for number in range(30):
            clients.record(unit, person("Mohamed", f"Nyman{number}"))
        for given in ("Muhammad", "محمد"):
            clients.record(unit, person(given, "Haddad"))
    names = {one.name.split()[0] for one in asked(desk, "Mohammed").likely}
    assert names == {"Mohamed", "Muhammad", "محمد"}


def test_of_very_many_the_first_are_shown_and_more_is_said(desk: Desk) -> None:
    with desk.write() as unit:
        for number in range(lookup.MOST + 1):
            clients.record(unit, person("Anna", f"Nyman{number}"))
    answer = asked(desk, "Anna")
    assert len(answer.found) == lookup.MOST
    assert answer.more
    assert not asked(desk, "Anna Nyman7").more


def test_of_clients_with_many_names_none_is_shown_with_some_of_them(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lookup, "MOST", 6)
    with desk.write() as unit:
        for number in range(8):
            others = (ClientName(f"Annika{one}", "Ek", NameKind.SPELLING) for one in "pt")
            names = (ClientName("Zoe", f"Ny{'man' * number}"), *others)
            clients.record(unit, replace(person("Zoe"), names=names))
    answer = asked(desk, "Annikat")
    assert answer.more
    assert len(answer.found) > 1
    for one in answer.found:
        assert [because.found for because in one.why] == ["Annikat"]


def test_who_bears_the_very_name_comes_first_then_all_by_their_names(desk: Desk) -> None:
    for given, family in (
        ("Anna", "Ek"),
        ("Ann", "Ö"),
        ("Annika", "B"),
        ("Ann", "Al"),
        ("Bo", "Ann"),
    ):
        recorded(desk, given, family)
    for widely in (False, True):
        answer = asked(desk, "ann", widely=widely)
        names = ["Ann Al", "Ann Ö", "Bo Ann", "Anna Ek", "Annika B"]
        assert [one.name for one in answer.certain] == names


def test_both_engines_answer_alike(tmp_path: Path, server_url: str) -> None:
    answers = []
    with server_desk(server_url, SetClock()) as of_server:
        of_file = file_desk(tmp_path / "file", SetClock())
        for desk in (of_file, of_server):
            fill(desk, 400)
            texts = [text for _kind, text, _name in queries()]
            some = [asked(desk, text) for text in (*texts, *BEGUN, "a", "sh k", "1990", "0")]
            answers.append(
                [
                    (one.more, [(hit.number, hit.name, hit.score, hit.why) for hit in one.found])
                    for one in some
                ]
            )
        of_file.store.close()
    assert answers[0] == answers[1]


def test_whatever_is_typed_is_answered(desk: Desk, yusuf: Found) -> None:
    for text in BAD:
        for one in asked(desk, text, widely=True).found:
            assert one.id == yusuf.id


def test_a_settled_search_is_logged_without_its_text(desk: Desk, yusuf: Found) -> None:
    with desk.read() as unit:
        look_up(unit, "Yusuf Haidari")
        lookup.settle(unit)
    with desk.read() as unit:
        entries = list(unit.session.scalars(select(LogRow).order_by(LogRow.number)))
    assert [(one.subject, one.reason) for one in entries if one.action == "client.search"] == [
        ("", "")
    ]
    for entry in entries:
        texts = f"{entry.action} {entry.subject} {entry.reason}".casefold()
        assert not any(word in texts for word in ("yusuf", "haidari", "popal", "1990", "050"))


def test_typing_alone_is_not_logged(desk: Desk, yusuf: Found) -> None:
    def length() -> int:
        with desk.read() as unit:
            return len(list(unit.session.scalars(select(LogRow.number))))

    before = length()
    asked(desk, "Yusuf")
    assert length() == before


def test_a_fault_is_reported_without_what_was_asked(
    desk: Desk, yusuf: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_words: object, **_more: object) -> None:
        raise ValueError("Yusuf Haidari 010190")

    monkeypatch.setattr(query, "spelt", broken)
    with pytest.raises(ValueError, match="Yusuf") as fault:
        asked(desk, "Yusuf Haidari")
    text = report.text_of(fault.value)
    assert "ValueError" in text
    assert not any(word in text for word in ("Yusuf", "Haidari", "010190"))
    assert "Haidari" not in repr(yusuf)


def test_the_desk_looks_clients_up_and_who_keeps_the_program_does_not(
    desk: Desk, yusuf: Found
) -> None:
    for role in (Role.CLERK, Role.ADVISER, Role.SUPERVISOR):
        assert asked(colleague(desk, role, role), "Yusuf").found != ()
    for role in (Role.ADMINISTRATOR, Role.AUDITOR):
        with pytest.raises(Refused, match="no_right"):
            asked(colleague(desk, role, role), "Yusuf")


def test_visitors_of_romaniportti_have_no_names(desk: Desk) -> None:
    with desk.read() as unit:
        lookup.demand_site(unit, "kruunupyy")
        lookup.demand_site(unit, None)
        with pytest.raises(Refused, match="no_clients_here"):
            lookup.demand_site(unit, "romaniportti")


def test_the_right_person_is_found_among_two_thousand(tmp_path: Path) -> None:
    desk = file_desk(tmp_path / "many", SetClock())
    recall = Recall(desk, fill(desk, 2000))
    assert recall.share(recall.among) >= 0.95, recall.missed
    assert recall.share(recall.first) >= 0.8
    desk.store.close()
