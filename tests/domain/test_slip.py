"""Days on a slip, what a stop says, numbers, languages."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.isolates import bare, fixed, named
from app.domain.place import ExceptionalDay, Hours, Span, Week
from app.domain.slip import open_days
from app.domain.slip_number import LETTERS, read_number, slip_number
from tests.documents.slip.slips import TODAY, book, hours, service, stop

SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"


def test_the_next_days_leave_weekends_out_and_tell_what_is_closed() -> None:
    days = open_days(hours(), TODAY)
    assert days is not None
    assert [(one.day.day, bool(one.spans)) for one in days] == [
        (1, True),
        (2, True),
        (3, False),
        (4, True),
        (7, True),
    ]


def test_today_stands_there_even_when_it_is_closed() -> None:
    days = open_days(hours(), date(2026, 9, 5))
    assert days is not None
    assert [one.day.day for one in days] == [5, 7, 8, 9, 10]
    assert days[0].spans == ()


def test_hours_that_are_not_known() -> None:
    assert open_days(Hours(), TODAY) is None


def test_a_place_that_never_opens_has_today_alone() -> None:
    never = Hours((Week(date(2025, 1, 1), {}),))
    assert [one.day for one in open_days(never, TODAY) or ()] == [TODAY]


def test_an_extra_open_saturday_is_told_in_order() -> None:
    spans = (Span(time(13), time(15)), Span(time(9), time(12)))
    extra = replace(hours(), exceptions=(ExceptionalDay(date(2026, 9, 5), spans),))
    days = {one.day.day: one for one in open_days(extra, TODAY) or ()}
    assert [span.opens.hour for span in days[5].spans] == [9, 13]


def test_a_stop_without_a_telephone_gives_that_of_the_office() -> None:
    kvarnen = stop()
    assert (kvarnen.name, kvarnen.detail) == ("Kvarnen", "kansanopisto")
    assert (kvarnen.phone, kvarnen.own_phone) == ("044 785 1686", False)
    assert (kvarnen.street, kvarnen.whereabouts) == ("Torgarentie 4", "Kvarnen, Kruunupyy")
    assert kvarnen.map_address == "Torgarentie 4, Kruunupyy"


def test_the_entrance_stands_before_the_town() -> None:
    found = stop("ip-kotoutumisportti-pietarsaari")
    assert found.whereabouts == "sisäänkäynti Alholminkadulta, Pietarsaari"


@pytest.mark.parametrize(
    ("service_id", "detail"),
    [
        ("ip-kotoutumisportti-pietarsaari", ""),
        ("ip-kotoutumisportti-kruunupyy", ""),
        ("org-kela", "Kansaneläkelaitos"),
        ("par-ebba", "asumisneuvonta"),
        ("edu-kredu", "Kredu"),
    ],
)
def test_what_the_address_says_is_not_said_twice(service_id: str, detail: str) -> None:
    assert stop(service_id).detail == detail


def test_a_discreet_stop_keeps_telephone_and_hours_only() -> None:
    found = stop("ngo-frida", known=hours())
    assert found.discreet
    assert (found.name, found.detail, found.category, found.street, found.web) == ("",) * 5
    assert found.days
    assert found.phone


@pytest.mark.parametrize(
    ("service_id", "day", "code"),
    [
        ("ip-romaniportti", TODAY, "service_not_on_slip"),
        ("prj-integration-works", date(2026, 5, 1), "service_ended"),
        ("prj-integration-works", date(2023, 12, 31), "service_not_yet"),
    ],
)
def test_what_never_stands_on_a_slip(service_id: str, day: date, code: str) -> None:
    with pytest.raises(Refused) as refused:
        service(service_id).check_for_slip(day)
    assert refused.value.code == code


def test_the_last_day_of_a_service_still_counts() -> None:
    service("prj-integration-works").check_for_slip(date(2026, 4, 30))


@given(st.sampled_from(sorted(LETTERS.values())), st.integers(1, 9999), st.data())
def test_one_wrong_sign_in_a_number_is_seen(letter: str, number: int, data: st.DataObject) -> None:
    right = slip_number(letter, number)
    assert read_number(right) == right
    assert read_number(f" {right.lower()} ") == right
    assert read_number(right.replace("-", "")) == right
    assert read_number(right.replace("-", " ").lower()) == right
    place = data.draw(st.sampled_from([0, 2, 3, 4, 5, 7]))
    wrong = data.draw(st.sampled_from([sign for sign in SIGNS if sign != right[place]]))
    assert read_number(right[:place] + wrong + right[place + 1 :]) is None


@given(st.sampled_from(sorted(LETTERS.values())), st.integers(1, 9999), st.integers(2, 4))
def test_two_digits_changed_round_are_seen(letter: str, number: int, place: int) -> None:
    right = slip_number(letter, number)
    turned = right[:place] + right[place + 1] + right[place] + right[place + 2 :]
    assert (read_number(turned) is not None) == (turned == right)


@pytest.mark.parametrize("text", ["", "J", "J-12-A", "J-١٢٣٤-A", "Ж-1234-A", "J-1234-A-B", "--"])
def test_what_is_no_number(text: str) -> None:
    assert read_number(text) is None


def test_drafts_wait_until_they_are_switched_on() -> None:
    phrases = book()
    with pytest.raises(Refused) as refused:
        phrases.printed("ar", frozenset())
    assert refused.value.code == "language_off"
    assert phrases.printed("ar", {"ar"}) == "ar"
    assert [phrases.printed(one, frozenset()) for one in ("fi", "sv", "en")] == ["fi", "sv", "en"]


def test_dari_falls_back_to_persian_once_that_is_read() -> None:
    phrases = book()
    assert phrases.printed("prs", {"fa"}) == "fa"
    assert phrases.printed("prs", frozenset()) == "en"
    assert phrases.printed("pl", phrases.drafts()) == "en"


def test_a_phrase_that_is_missing_is_english_and_says_so() -> None:
    found = book().phrase("show_slip", "ti")
    assert (found.text, found.language) == ("Show this slip when you arrive.", "en")
    assert book().phrase("closed", "ti").language == "ti"


def test_isolates() -> None:
    assert fixed("044 785") == "\u2066044\u00a0785\u2069"
    assert named("a b") == "\u2068a b\u2069"
    assert fixed("") == named("") == ""
    assert bare(fixed("112")) == "112"
