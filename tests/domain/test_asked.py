"""What is typed into the lookup is understood in every usual form."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.names.asked import asked, birth_key, phone_key, reference_key

TODAY = date(2026, 11, 24)
BORN = "*19900101"
DATES = [
    *("1.1.1990", "01.01.1990", "1. 1. 1990", "1/1/1990", "1990-01-01", "010190", "01011990"),
    *("1.1.90", "٠١٠١٩٠", "۱۹۹۰-۰۱-۰۱", "010190-123A"),
]
PHONES = [
    *("050 000 1234", "0500001234", "+358 50 000 1234", "+358500001234", "00358500001234"),
    *("+358 (0)50 000 1234", "050-000 1234", "(050) 0001234"),
]


def marks(text: str) -> list[str]:
    return [mark for means in asked(text, TODAY).marks for mark in means]


@pytest.mark.parametrize("text", DATES)
def test_a_birth_date(text: str) -> None:
    assert BORN in marks(text)


@pytest.mark.parametrize("text", ["30.2.1990", "1990-13-01", "31.12.2026", "0.0.1990"])
def test_a_day_that_was_not_finds_nobody(text: str) -> None:
    assert marks(text) == ["*never"]
    assert marks(f"Yusuf {text}") == ["*never"]


def test_a_year_is_the_beginning_of_its_days() -> None:
    assert "*1990" in marks("1990")
    assert birth_key(date(1990, 1, 1)).startswith("*1990")
    assert "*2027" not in marks("2027")


def test_a_telephone_that_is_kept_in_other_digits_is_the_same() -> None:
    for text in ("٠٥٠ ٠٠٠ ١٢٣٤", "۰۵۰ ۰۰۰ ۱۲۳۴", "０５０ ０００ １２３４"):
        assert phone_key(text) == phone_key("050 000 1234")


@pytest.mark.parametrize("text", PHONES)
def test_a_telephone_in_any_form(text: str) -> None:
    assert phone_key("050 000 1234") in marks(text) or phone_key(text) == "+358500001234"
    assert any("+358500001234".startswith(mark) and len(mark) > 8 for mark in marks(text)), marks(
        text
    )


def test_a_client_number_and_a_reference() -> None:
    assert "#1234567" in marks("1234567")
    assert marks("KA-2026/12") == [reference_key("ka 2026 12".replace(" ", ""))]


@pytest.mark.parametrize("text", ["KA 2026 12", "ka 2026/12", "KA-2026/12", "ka202612"])
def test_a_reference_with_spaces(text: str) -> None:
    question = asked(f"Yusuf {text}", TODAY)
    assert [part.text for part in question.parts] == ["yusuf"]
    assert reference_key("KA-2026/12") in {mark for means in question.marks for mark in means}


@pytest.mark.parametrize(
    "text",
    ["Vo 1990", "Vo 1.1.1990", "Vo 1990-01-01", "Vo 010190", "Vo 050 000 1234", "Vo 1990 1234567"],
)
def test_a_short_name_beside_a_number_is_a_name(text: str) -> None:
    question = asked(text, TODAY)
    assert [part.text for part in question.parts] == ["vo"]
    assert not any(mark.startswith("@vo") for means in question.marks for mark in means)


def test_names_and_numbers_stand_together() -> None:
    question = asked("Yusuf 1.1.1990 Haidari", TODAY)
    assert [part.text for part in question.parts] == ["yusuf", "haidari"]
    assert question.marks == ((BORN,),)


@pytest.mark.parametrize("text", ["", " ", '"', "*", "%", "_", "-", "\0", "\u200f", "🙂", "'; --"])
def test_nothing_is_asked_by_signs_alone(text: str) -> None:
    assert asked(text, TODAY).is_empty


@given(st.text(max_size=300))
def test_any_text_is_a_question(text: str) -> None:
    question = asked(text, TODAY)
    for begun in (mark for means in question.marks for mark in means):
        assert begun.isascii()
        assert begun[0] in "*#+@"
