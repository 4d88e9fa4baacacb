from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app import __version__, paths, report

SECRET = "Amina Haddad 010190"


def failed(message: str) -> Exception:
    """An error with a cause, both of which carry `message`."""
    try:
        try:
            raise KeyError(message)
        except KeyError as cause:
            raise ValueError(message) from cause
    except ValueError as error:
        return error


def test_it_names_kind_and_place_of_an_error_and_its_cause() -> None:
    text = report.text_of(failed(SECRET))
    assert __version__ in text
    assert text.index("ValueError") < text.index("KeyError")
    assert "tests/test_report.py" in text
    assert " failed" in text


@given(st.text("abcdefghijklmnopqrstuvwxyzåäö0123456789", min_size=12))
def test_no_message_is_written_down(message: str) -> None:
    assert message not in report.text_of(failed(message))


def test_it_is_kept_as_a_file_of_its_own() -> None:
    first, second = report.write(failed(SECRET)), report.write(failed(SECRET))
    assert first != second
    for path in (first, second):
        assert path.parent == paths.report_folder()
        assert "ValueError" in path.read_text("utf-8")


def test_neither_name_nor_contents_hold_what_was_being_worked_on() -> None:
    path: Path = report.write(failed(SECRET))
    assert not any(word in path.name + path.read_text("utf-8") for word in SECRET.split())


def test_an_error_met_while_handling_another_names_both() -> None:
    try:
        try:
            raise KeyError(SECRET)
        except KeyError:
            raise OSError(SECRET)  # noqa: B904 - a context without a cause is the point
    except OSError as error:
        text = report.text_of(error)
    assert "OSError" in text
    assert "KeyError" in text
