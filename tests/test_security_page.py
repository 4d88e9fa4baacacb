"""SECURITY.md says what the program does, in the program's own numbers."""

from pathlib import Path

import pytest

from app import report, settings
from app.domain.recovery_code import LENGTH
from app.services.demo_data import MARK
from app.services.sign_in import database_of
from app.services.staff import PASSWORD_MIN
from app.store import attempts
from app.store.key_slots import KEY_BYTES, STANDARD, key_file_of

PAGE = Path(__file__).parents[1] / "SECURITY.md"
DATABASE = database_of(Path())
SENTENCES = {
    "cost of a guess": f"{STANDARD.memory_kib // 1024} MiB, {STANDARD.passes} passes, "
    f"{STANDARD.lanes} lanes",
    "key": f"A random key of {KEY_BYTES} bytes",
    "password": f"at least {PASSWORD_MIN} characters",
    "code": f"{(LENGTH - 1) * 5} random bits and a check symbol",
    "database": f"`{DATABASE.name}`",
    "keys": f"`{key_file_of(DATABASE).name}`",
    "tries": f"`{attempts.tries_file(DATABASE).name}`",
    "settings": f"`{settings.FILE_NAME}`",
    "demonstration": f"its password is `{MARK}`",
}


@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=SENTENCES.keys())
def test_the_page_has_the_numbers_and_names_of_the_program(sentence: str) -> None:
    assert sentence in " ".join(PAGE.read_text("utf-8").split())


def test_the_waits_are_those_of_the_program() -> None:
    waits = [attempts.wait_seconds(number) for number in range(1, 6)]
    assert waits == [0, 0, 2, 4, 8]
    assert attempts.LONGEST_WAIT == 5 * 60
    words = " ".join(PAGE.read_text("utf-8").split())
    assert "two are free, then one waits 2, 4, 8 seconds and so on up to 5 minutes" in words


def test_a_report_is_named_as_the_page_says() -> None:
    path = report.write(ValueError("never mind"))
    assert path.name.startswith("fault-")
    assert "never mind" not in path.read_text("utf-8")


def test_the_readme_leads_there() -> None:
    assert "SECURITY.md" in PAGE.with_name("README.md").read_text("utf-8")
