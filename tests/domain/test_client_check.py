"""What a record may hold, and what is refused with one clear reason."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.client import ClientName, Origin, Record, Relation, Relative, Told
from app.domain.client_check import check_record, cleaned, problems
from app.domain.client_number import draw_number, is_number
from app.domain.errors import Refused
from app.domain.responsibility.values import Group
from app.services.chips import bundled_reference
from tests.clients import person

TODAY = date(2026, 11, 24)
WHOLE = Record(
    names=(ClientName("Yusuf", "Haidari"), ClientName("یوسف", "حیدری")),
    born=date(1990, 1, 1),
    contact_language="fa",
    integration_language="sv",
    municipality="luoto",
    groups=frozenset({Group.QUOTA_REFUGEE}),
    sensitive=frozenset({Group.TRAFFICKING_VICTIM}),
    arrived_on=TODAY,
    phone="050 000 1234",
    email="yusuf@example.fi",
    koto_aj="KA-2026/12",
    relatives=(Relative(Relation.SPOUSE, "Roya"),),
    origins={"arrived_on": Told(Origin.AUTHORITY)},
)


def refusal(record: Record) -> str:
    with pytest.raises(Refused) as refused:
        check_record(cleaned(record), bundled_reference(), TODAY)
    return refused.value.code


def test_a_whole_record_and_one_of_a_single_name_are_taken() -> None:
    for record in (WHOLE, person("Suharto")):
        check_record(cleaned(record), bundled_reference(), TODAY)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"names": ()}, "name_missing"),
        ({"names": (ClientName(" \0", "Haidari"),)}, "name_missing"),
        ({"names": (ClientName("\u200c", "Haidari"),)}, "name_missing"),
        ({"names": (ClientName("🙂"),)}, "name_missing"),
        ({"email": "a@" + "." * 10_000 + "@"}, "text_too_long"),
        ({"names": (ClientName("n" * 101),)}, "name_too_long"),
        ({"names": (ClientName("N"),) * 13}, "names_too_many"),
        ({"born": date(2026, 11, 25)}, "birth_in_future"),
        ({"born": None, "birth_year": 2027}, "birth_in_future"),
        ({"born": date(1899, 12, 31)}, "birth_too_old"),
        ({"arrived_on": date(2026, 11, 25)}, "date_in_future"),
        ({"permit_on": date(2030, 1, 1)}, "date_in_future"),
        ({"contact_language": "xx"}, "code_unknown"),
        ({"municipality": "helsinki"}, "code_unknown"),
        ({"integration_language": "en"}, "code_unknown"),
        ({"origins": {"horoscope": Told(Origin.OTHER)}}, "code_unknown"),
        ({"groups": frozenset({Group.TRAFFICKING_VICTIM})}, "group_misplaced"),
        ({"sensitive": frozenset({Group.QUOTA_REFUGEE})}, "group_misplaced"),
        ({"phone": "often"}, "phone_not_understood"),
        ({"phone": "1" * 201}, "text_too_long"),
        ({"email": "yusuf"}, "email_not_understood"),
        ({"address": "a" * 201}, "text_too_long"),
        ({"koto_aj": "--"}, "reference_not_understood"),
        ({"koto_aj": "ä1"}, "reference_not_understood"),
        ({"relatives": (Relative(Relation.CHILD, "Mina"),) * 21}, "relatives_too_many"),
    ],
)
def test_one_reason_is_given(fields: dict[str, Any], code: str) -> None:
    assert refusal(replace(WHOLE, **fields)) == code


def test_texts_become_one_line_and_the_year_follows_the_day() -> None:
    record = cleaned(replace(WHOLE, address=" Storgatan 1 \n Jakobstad ", birth_year=1950))
    assert record.address == "Storgatan 1 Jakobstad"
    assert record.birth_year == 1990


def test_a_record_never_says_what_it_holds() -> None:
    client_texts = [repr(WHOLE), repr(WHOLE.names[0]), repr(WHOLE.relatives[0]), str(WHOLE)]
    assert not any("Yusuf" in text or "Roya" in text for text in client_texts)


@given(st.randoms(use_true_random=False), st.integers(0, 6), st.integers(1, 9))
def test_a_number_with_a_slip_is_none(random: Any, place: int, by: int) -> None:
    number = str(draw_number(random))
    assert is_number(number)
    slipped = number[:place] + str((int(number[place]) + by) % 10) + number[place + 1 :]
    assert not is_number(slipped)


def test_each_part_has_its_own_problem() -> None:
    wrong = replace(WHOLE, names=(ClientName(""),), birth_year=2027, born=None, email="at home")
    found = problems(cleaned(wrong), bundled_reference(), TODAY)
    assert {part: refused.code for part, refused in found.items()} == {
        "names": "name_missing",
        "born": "birth_in_future",
        "email": "email_not_understood",
    }
    assert not problems(cleaned(WHOLE), bundled_reference(), TODAY)


@given(
    st.text("aA1+-@. é", max_size=8),
    st.text("aA1+-@. é", max_size=8),
    st.integers(1890, 2030),
    st.sampled_from([None, "fa", "luoto"]),
)
def test_a_record_without_problems_is_one_that_is_taken(
    name: str, phone: str, year: int, language: str | None
) -> None:
    record = cleaned(person(name, phone=phone, birth_year=year, contact_language=language))
    taken = True
    try:
        check_record(record, bundled_reference(), TODAY)
    except Refused:
        taken = False
    assert taken == (not problems(record, bundled_reference(), TODAY))
