"""A line of a table becomes a record, or is refused by the column that is wrong."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.client import ClientName, Interpreting, NameKind, Origin, Relation, Relative, Told
from app.domain.client_cells import day_of
from app.domain.client_columns import Column, cells_of, columns_of
from app.domain.client_form import Entry, entry_from
from app.domain.errors import Refused
from app.domain.responsibility.values import Group, Labour
from app.services.chips import bundled_reference


def entry(**cells: str) -> Entry:
    """The entry of a line with these cells."""
    named = {Column(name): text for name, text in {"given_names": "Yusuf", **cells}.items()}
    return entry_from(named, bundled_reference())


def why_not(**cells: str) -> tuple[str, object]:
    with pytest.raises(Refused) as refused:
        entry(**cells)
    return refused.value.code, refused.value.values.get("column")


def test_every_column_has_its_place_in_the_record() -> None:
    read = entry(
        family_name="Haidari",
        spellings="Youssef|Heydari; Yousef",
        scripts="یوسف|حیدری",
        former_names="Yusuf|Popal",
        birth_date="1.2.1990",
        contact_language="FA",
        interpreting="needed",
        integration_language="sv",
        municipality="luoto",
        labour="not_jobseeker",
        groups="quota_refugee; trafficking_victim",
        arrived_on="2026-01-02",
        permit_on="3.2.2026",
        phone="'+358 50 000 1234",
        email="yusuf@haidari.example",
        address="Storgatan 17",
        koto_aj="KA-1",
        in_charge="henna",
        relatives="child|Mina; guardian|Roya Haidari|050 000 1111",
        origin="authority",
        protected_until="no_end",
    )
    record = read.record
    assert record.names == (
        ClientName("Yusuf", "Haidari"),
        ClientName("Youssef", "Heydari", NameKind.SPELLING),
        ClientName("Yousef", "", NameKind.SPELLING),
        ClientName("یوسف", "حیدری", NameKind.SCRIPT),
        ClientName("Yusuf", "Popal", NameKind.FORMER),
    )
    assert (record.born, record.birth_year) == (date(1990, 2, 1), 1990)
    assert (record.contact_language, record.integration_language) == ("fa", "sv")
    assert (record.interpreting, record.labour) == (Interpreting.NEEDED, Labour.NOT_JOBSEEKER)
    assert record.groups == {Group.QUOTA_REFUGEE}
    assert record.sensitive == frozenset({Group.TRAFFICKING_VICTIM})
    assert (record.arrived_on, record.permit_on) == (date(2026, 1, 2), date(2026, 2, 3))
    assert record.phone == "+358 50 000 1234"
    assert (record.email, record.address) == ("yusuf@haidari.example", "Storgatan 17")
    assert record.relatives == (
        Relative(Relation.CHILD, "Mina"),
        Relative(Relation.GUARDIAN, "Roya Haidari", "050 000 1111"),
    )
    assert record.origins["koto_aj"] == Told(Origin.AUTHORITY)
    assert "in_charge" not in record.origins
    assert (read.in_charge, read.protected_until) == ("henna", date.max)


def test_an_empty_cell_says_nothing() -> None:
    record = entry().record
    assert (record.born, record.birth_year, record.municipality) == (None, None, None)
    assert record.interpreting is Interpreting.NOT_ASKED
    assert (record.groups, record.sensitive) == (frozenset(), frozenset())
    assert record.origins == {}


@pytest.mark.parametrize(
    ("cells", "year"),
    [
        ({"birth_date": "1990"}, 1990),
        ({"birth_year": "1990"}, 1990),
        ({"birth_date": "1990-02-01", "birth_year": "1990"}, 1990),
    ],
)
def test_a_birth_year_alone_or_beside_the_date(cells: dict[str, str], year: int) -> None:
    assert entry(**cells).record.birth_year == year


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [
        ("birth_date", "30.2.1990", "cell_not_a_day"),
        ("birth_date", "1/2/1990", "cell_not_a_day"),
        ("birth_date", "1.2.90", "cell_not_a_day"),
        ("arrived_on", "yesterday", "cell_not_a_day"),
        ("protected_until", "1990-13-01", "cell_not_a_day"),
        ("birth_year", "90", "cell_not_a_year"),
        ("municipality", "atlantis", "cell_not_on_list"),
        ("contact_language", "klingon", "cell_not_on_list"),
        ("groups", "quota_refugee, trafficking_victim", "cell_not_on_list"),
        ("labour", "=A1", "cell_not_on_list"),
        ("relatives", "cousin|Mina", "cell_relative"),
        ("relatives", "child", "cell_relative"),
        ("relatives", "child|Mina|050|more", "cell_relative"),
        ("given_names", "#N/A", "cell_fault"),
        ("phone", "0" * 10_000, "cell_too_long"),
        ("given_names", "x" * 10_000, "cell_too_long"),
    ],
)
def test_what_cannot_be_is_told_by_its_column(column: str, text: str, code: str) -> None:
    assert why_not(**{column: text}) == (code, column)


def test_a_year_that_contradicts_the_date() -> None:
    refused = why_not(birth_date="1990-02-01", birth_year="1991")
    assert refused == ("cell_not_a_year", Column.BIRTH_YEAR)


@given(st.dates())
def test_a_day_is_read_as_either_form_writes_it(day: date) -> None:
    assert day_of(day.isoformat()) == day
    assert day_of(f"{day.day}.{day.month}.{day.year:04}") == day


@given(st.text())
def test_a_day_or_nothing(text: str) -> None:
    found = day_of(text)
    assert found is None or str(found.year) in text.lstrip("0") or found.year < 1000


@given(st.dictionaries(st.sampled_from(list(Column)), st.text(min_size=1)))
def test_any_cells_are_an_entry_or_refused(cells: dict[Column, str]) -> None:
    told = {Column.GIVEN_NAMES}
    try:
        entry_from(cells, bundled_reference())
    except Refused as refused:
        told = {Column(str(refused.values["column"]))}
    assert told <= {*cells, Column.GIVEN_NAMES}


def test_headings_in_any_order_and_writing() -> None:
    columns = columns_of(["Family name", " GIVEN_NAMES ", ""])
    assert columns == (Column.FAMILY_NAME, Column.GIVEN_NAMES, None)
    assert cells_of(columns, ["Haidari", " Yusuf ", " ", ""]) == {
        Column.FAMILY_NAME: "Haidari",
        Column.GIVEN_NAMES: "Yusuf",
    }
    assert cells_of(columns, ["Haidari"]) == {Column.FAMILY_NAME: "Haidari"}


@pytest.mark.parametrize(
    ("headings", "code"),
    [
        (["given_names", "shoe_size"], "column_unknown"),
        (["given_names", "Given names"], "column_twice"),
        (["family_name"], "column_missing"),
        ([], "column_missing"),
    ],
)
def test_headings_that_are_no_headings(headings: list[str], code: str) -> None:
    with pytest.raises(Refused, match=code):
        columns_of(headings)


@pytest.mark.parametrize("line", [["Haidari", "Yusuf", "more"], ["Haidari", "Yusuf", "", "more"]])
def test_a_cell_under_no_heading(line: list[str]) -> None:
    columns = columns_of(["family_name", "given_names", ""])
    with pytest.raises(Refused, match="line_too_long"):
        cells_of(columns, line)
