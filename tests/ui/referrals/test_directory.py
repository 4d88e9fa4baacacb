"""What is listed, in which order, and what a row says of its service."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.directory import Service
from app.services import directory
from app.ui.referrals import speech
from app.ui.referrals.directory import Entry, Filter, entries, found, sections
from tests.documents.slip.slips import hours

TODAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 10, tzinfo=UTC)


def services() -> list[Service]:
    suggested = directory.suggested_services().values()
    return [*directory.bundled_services().values(), *suggested]


def listed() -> list[Entry]:
    return list(entries(services(), TODAY))


def ids(typed: str = "", **asked: str) -> list[str]:
    cards = directory.cards(services(), directory.bundled_organisations())
    fitting = found(listed(), cards, replace(Filter(typed), **asked), NOON)  # type: ignore[arg-type]
    return [one.id for one in fitting]


def kvarnen(**changes: object) -> Entry:
    service = replace(directory.bundled_services()["edu-kvarnen"], hours=hours())
    changed = replace(service, **changes)  # type: ignore[arg-type]
    return next(entries([changed], TODAY))


def test_suggestions_that_are_off_are_not_offered() -> None:
    assert {one.id for one in listed()} == set(directory.bundled_services())


@pytest.mark.parametrize("typed", ["kela", "folkpension", "social ins", "FPA"])
def test_a_service_is_found_by_any_of_its_names(typed: str) -> None:
    assert ids(typed)[0] == "org-kela"


def test_what_is_spelt_as_typed_comes_before_what_is_nearly_so() -> None:
    assert ids("integration works")[0] == "prj-integration-works"


def test_what_cannot_be_chosen_is_listed_with_its_reason() -> None:
    refused = {one.id: one.refusal.code for one in listed() if one.refusal is not None}
    assert refused == {
        "prj-integration-works": "service_ended",
        "ip-romaniportti": "service_not_on_slip",
    }


def test_filters_narrow() -> None:
    assert set(ids(category="training_provider")) >= {"edu-kvarnen", "edu-wava"}
    assert "org-kela" not in ids(category="training_provider")
    assert "org-kunta-kruunupyy" not in ids(municipality="luoto")
    assert "org-kunta-luoto" in ids(municipality="luoto")
    in_english = set(ids(language="en"))
    assert in_english
    assert in_english == {one.id for one in listed() if "en" in one.service.languages}


def test_sections_hold_each_service_once() -> None:
    parts = list(sections(listed()))
    told = [one.id for _name, part in parts for one in part]
    assert sorted(told) == sorted(one.id for one in listed())
    assert parts[-1][0] == ""
    assert all(one.refusal for one in parts[-1][1])


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2026, 11, 24, 10, tzinfo=UTC), "Open until 15"),
        (datetime(2026, 11, 24, 6, tzinfo=UTC), "Opens at 9"),
        (datetime(2026, 11, 24, 14, tzinfo=UTC), "Closed, opens Wed at 9"),
        (datetime(2026, 11, 27, 14, tzinfo=UTC), "Closed, opens Mon at 9"),
    ],
)
def test_a_pill_says_whether_somebody_is_there(at: datetime, words: str) -> None:
    assert speech.state(kvarnen(), at).text == words


def test_a_pill_says_why_nobody_is_sent_there() -> None:
    assert speech.state(kvarnen(valid_to=date(2026, 4, 30)), NOON).text == "Ended 30.4.2026"
    assert speech.state(kvarnen(valid_from=date(2027, 1, 1)), NOON).text == "Begins 1.1.2027"
    assert speech.state(kvarnen(sensitive="ethnic_origin"), NOON).text == "Never on a slip"
