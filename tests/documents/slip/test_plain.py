"""The slip as text for a message."""

from dataclasses import replace

import pytest

from app.documents.slip.plain import slip_text
from app.domain.isolates import ISOLATES
from app.domain.slip import Coming
from tests.documents.slip.slips import LANGUAGES, RTL, book, expected, hours, slip, stop


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_facts_are_there_in_both_languages(language: str) -> None:
    halves = slip_text(slip(language), book()).split("\n\n")
    assert len(halves) == (1 if language == "fi" else 2)
    for half, spoken in zip(halves, (language, "fi"), strict=False):
        for key in ("slip_title", "referred_to", "identity_document", "not_a_decision"):
            assert book().phrase(key, spoken).text in half
        for fact in ("J-3147-K", "Kvarnen", "9–15"):
            assert fact in half


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_right_to_left_text_has_unseen_signs(language: str) -> None:
    first = slip_text(slip(language), book()).split("\n\n")[0]
    unseen = ISOLATES & set(first)
    assert bool(unseen) == (language in RTL)
    assert ("\u00a0" in first) == (language in RTL)


def test_a_telephone_keeps_its_order_in_arabic() -> None:
    assert "\u2066044\u00a0785\u00a01686\u2069" in slip_text(slip("ar"), book())


def test_an_appointment_with_an_interpreter() -> None:
    text = slip_text(expected("en"), book())
    assert "Your appointment: Friday 4.9.2026 10.30" in text
    assert "An interpreter has been booked. Language: English" in text
    assert "Tulkki on varattu. Kieli: englanti" in text


def test_how_to_come_and_who_asks_for_an_interpreter() -> None:
    told = replace(slip("en"), coming=Coming.BOOK, ask_interpreter=True)
    text = slip_text(told, book())
    assert "Book an appointment in advance." in text
    assert "If you need an interpreter" in text


def test_what_is_not_known_is_to_be_asked() -> None:
    text = slip_text(slip("en", stop("org-kela")), book())
    assert "Ask for the address." in text
    assert "Check the opening hours." in text
    assert "Questions? 044 785 1686" in text


def test_a_service_against_violence_is_not_named() -> None:
    secret = replace(slip("en", stop("ngo-frida", known=hours())), name="Anna Exempel")
    text = slip_text(secret, book())
    assert not any(word in text for word in ("FRIDA", "våld", "Anna", "Studying", "Passport"))
    assert "044 785 1686" in text
