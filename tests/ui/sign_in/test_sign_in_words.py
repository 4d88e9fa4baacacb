from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.days import local
from app.domain.recovery_code import RANDOM_BYTES, new_code
from app.services.staff import PASSWORD_MIN
from app.ui.sign_in import rules
from app.ui.sign_in.greeting import backup_line, day_line, greeting


@pytest.mark.parametrize(
    ("hour", "minute", "words"),
    [
        (6, 0, "Good morning!"),
        (9, 59, "Good morning!"),
        (10, 0, "Good day"),
        (16, 59, "Good day"),
        (17, 0, "Good evening"),
    ],
)
def test_greets_by_the_local_hour(hour: int, minute: int, words: str) -> None:
    assert greeting(datetime(2026, 9, 1, hour, minute)) == words


@pytest.mark.parametrize(
    ("day", "line"),
    [
        (31, "backup Mon 31.8. in order"),
        (25, "backup Tue 25.8. in order"),
        (24, "last backup 24.8.2026"),
    ],
)
def test_an_old_backup_is_not_said_to_be_in_order(day: int, line: str) -> None:
    assert backup_line(datetime(2026, 8, day, 18), datetime(2026, 9, 1, 8)) == line


def test_greets_by_the_clock_on_the_wall_not_by_utc() -> None:
    assert greeting(local(datetime(2026, 9, 1, 7, 30, tzinfo=UTC))) == "Good day"


@pytest.mark.parametrize(
    ("day", "line"),
    [
        (date(2026, 9, 1), "Tuesday 1.9.2026 · week 36"),
        (date(2027, 1, 3), "Sunday 3.1.2027 · week 53"),
        (date(2026, 12, 31), "Thursday 31.12.2026 · week 53"),
        (date(2027, 1, 4), "Monday 4.1.2027 · week 1"),
    ],
)
def test_the_week_is_that_of_the_finnish_calendar(day: date, line: str) -> None:
    assert day_line(day) == line


@pytest.mark.parametrize(
    ("name", "login"),
    [
        ("Henna Sandkvist", "henna.sandkvist"),
        ("Åsa Maria Öst-Ek", "asa.ek"),
        ("Kai", "kai"),
        ("محمد", ""),
        ("", ""),
    ],
)
def test_suggests_a_user_name(name: str, login: str) -> None:
    assert rules.suggested_login(name) == login


@given(st.text(max_size=200))
def test_a_suggested_user_name_is_allowed(name: str) -> None:
    login = rules.suggested_login(name)
    assert not login or not rules.login_problem(login)


@given(st.text(max_size=30))
def test_a_password_is_right_exactly_when_it_is_long_enough(password: str) -> None:
    assert rules.password_progress(password)[0] == (len(password) >= PASSWORD_MIN)


def test_says_how_much_of_a_password_is_missing() -> None:
    assert rules.password_progress("invented")[1] == "2 more characters."
    assert rules.password_progress("inventede")[1] == "1 more character."


def test_a_repeated_password_is_wrong_from_the_first_different_sign() -> None:
    assert rules.repeat_progress("invented", "inv") == (False, "Type it once more.", "")
    assert rules.repeat_progress("invented", "inw")[2] == "The two passwords are not the same."
    assert rules.repeat_progress("invented", "invented")[0]
    assert not rules.repeat_progress("", "")[0]


@given(st.binary(min_size=RANDOM_BYTES, max_size=RANDOM_BYTES))
def test_a_code_is_known_however_it_is_written(random: bytes) -> None:
    code = new_code(random)
    assert rules.is_code(code.lower().replace("-", "  "))
    assert not rules.is_code(code[:-1])
    assert rules.code_problem(code[:-2]) == ""


def test_a_mistyped_code_is_named_once_it_is_complete() -> None:
    code = new_code(bytes(RANDOM_BYTES))
    wrong = ("1" if code[0] == "0" else "0") + code[1:]
    assert rules.code_problem(wrong) == "The code has a mistake. Compare it with the paper."
