"""Services are found as people write their names."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.directory import Service
from app.domain.service_search import ANYTHING, Wanted, folded, search
from app.services import directory

SERVICES = [*directory.bundled_services().values(), *directory.suggested_services().values()]
CARDS = directory.cards(SERVICES, directory.bundled_organisations())
TODAY = date(2026, 11, 24)


def found(typed: str, wanted: Wanted = ANYTHING) -> list[str]:
    return [one.id for one in search(SERVICES, CARDS, typed, wanted)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("kvarn", "edu-kvarnen"),
        ("FPA", "org-kela"),
        ("kansaneläkelaitos", "org-kela"),
        ("kansanelakelaitos", "org-kela"),
        ("folkhälsan", "ngo-folkhalsan-pietarsaari"),
        ("folkhaelsan", "ngo-folkhalsan-pietarsaari"),
        ("vava", "edu-wava"),
        ("kotoutumis-portti", "ip-kotoutumisportti-pietarsaari"),
        ("integration portal", "ip-kotoutumisportti-pietarsaari"),
        ("pedersöre kultur", "cul-pedersore"),
        ("kultur pedersore", "cul-pedersore"),
        ("kotoutumisyksiköö", "org-kotoutumisyksikko"),
        ("concrodia", "biz-concordia"),
        ("conordia", "biz-concordia"),
        ("conncordia", "biz-concordia"),
        ("torgarevägen", "ip-kotoutumisportti-kruunupyy"),
        ("edu-kvarnen", "edu-kvarnen"),
        ("skattekort", "sug-vero"),
    ],
)
def test_what_is_found_first(typed: str, first: str) -> None:
    assert found(typed)[0] == first


def test_a_name_comes_before_other_words_and_words_before_parts_of_them() -> None:
    assert found("kvarnen")[:2] == ["edu-kvarnen", "ip-kotoutumisportti-kruunupyy"]
    assert found("mieli")[0] == "ngo-mieli"
    assert found("portti")[-1] != "ip-kotoutumisportti-pietarsaari"


@pytest.mark.parametrize("typed", ["", "   ", " - "])
def test_nothing_typed_is_all_in_order(typed: str) -> None:
    assert found(typed) == [one.id for one in SERVICES]


@pytest.mark.parametrize("typed", ["qqq", "kvarnen qqq", "kela pedersöre x"])
def test_what_is_not_there_is_not_found(typed: str) -> None:
    assert found(typed) == []


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Wanted(category="business_advice"), ["biz-concordia"]),
        (
            Wanted(category="adult_education", municipality="luoto"),
            ["adu-luoto"],
        ),
        (Wanted(category="info_point", language="en"), found("")[:3]),
        (Wanted(category="project", on=TODAY), []),
        (Wanted(category="project", on=date(2026, 4, 30)), ["prj-integration-works"]),
        (Wanted(category="emergency", on=TODAY), []),
        (Wanted(checked_since=TODAY), []),
        (Wanted(open_at=datetime(2026, 11, 24, 10, tzinfo=UTC)), ["ip-romaniportti"]),
        (Wanted(open_at=datetime(2026, 11, 24, 20, tzinfo=UTC)), []),
    ],
)
def test_what_is_wanted(wanted: Wanted, ids: list[str]) -> None:
    assert found("", wanted) == ids


@given(st.text())
def test_any_text_may_be_typed(text: str) -> None:
    found(text)
    assert folded(text) == folded(f" {text}\t")


@given(st.sampled_from(SERVICES), st.sampled_from(("fi", "sv", "en")), st.integers(1, 40))
def test_every_service_is_found_by_the_beginning_of_its_name(
    service: Service, language: str, length: int
) -> None:
    typed = service.name.get(language, service.name["fi"])[:length]
    assert {service.id} <= set(found(typed)) & set(found(typed.upper()))
