"""What a workstation remembers comes back; a file that makes no sense is as at first."""

import json
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.localization import LANGUAGES
from app.settings import (
    APPEARANCES,
    FILE_NAME,
    PAPERS,
    TEXT_SIZES,
    Settings,
    first_language,
    read,
    settle,
    use,
    write,
)

SAME_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
AT_FIRST = Settings(workstation=str(UUID(int=7)))
texts = st.text(max_size=40)
kept = st.builds(
    Settings,
    workstation=st.uuids().map(str),
    data=texts,
    server=texts,
    login=texts,
    location=texts,
    language=st.sampled_from(("", *LANGUAGES)),
    appearance=st.sampled_from(APPEARANCES),
    text_size=st.sampled_from(TEXT_SIZES),
    idle_minutes=st.integers(0, 240),
    window=texts,
    dialog=texts,
    printer=texts,
    paper=st.sampled_from(PAPERS),
    backup=st.just("") | st.datetimes(timezones=st.just(UTC)).map(datetime.isoformat),
)
values = st.none() | st.booleans() | st.integers() | st.floats() | texts | st.lists(st.none())
names = st.sampled_from(Settings._fields) | texts


@SAME_FOLDER
@given(kept)
def test_settings_come_back(tmp_path: Path, chosen: Settings) -> None:
    write(chosen, tmp_path)
    assert read(tmp_path) == chosen
    assert [path.name for path in tmp_path.glob("settings*")] == [FILE_NAME]


def test_without_a_file_all_is_as_at_first(tmp_path: Path) -> None:
    found = read(tmp_path / "nowhere")
    assert found._replace(workstation="") == Settings()
    assert str(found.workstation_id) == found.workstation
    assert read(tmp_path / "nowhere").workstation != found.workstation


@SAME_FOLDER
@given(st.binary() | st.dictionaries(names, values).map(lambda some: json.dumps(some).encode()))
@example(b"[" * 100_000)
@example(b"\xff\xfe")
@example(b"[]")
def test_any_file_gives_settings_that_make_sense(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    found = read(tmp_path)
    assert found.text_size in TEXT_SIZES
    assert found.appearance in APPEARANCES
    assert found.language in ("", *LANGUAGES)
    assert 0 <= found.idle_minutes <= 240
    assert str(found.workstation_id) == found.workstation
    assert all(type(a) is type(b) for a, b in zip(found, AT_FIRST, strict=True))


@pytest.mark.parametrize("kept", ["", "yesterday", "2026-11-24", "2026-11-24T10:00:00"])
def test_what_is_no_moment_is_no_backup(tmp_path: Path, kept: str) -> None:
    write(AT_FIRST._replace(backup=kept), tmp_path)
    assert read(tmp_path).backed_up is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("text_size", 110),
        ("text_size", "100"),
        ("text_size", True),
        ("idle_minutes", -1),
        ("idle_minutes", 100_000),
        ("appearance", "pink"),
        ("language", "de"),
        ("login", None),
        ("window", 7),
        ("nothing", "known"),
    ],
)
def test_one_bad_value_costs_no_other(tmp_path: Path, name: str, value: object) -> None:
    chosen = AT_FIRST._replace(location="pietarsaari")
    (tmp_path / FILE_NAME).write_text(json.dumps({**chosen._asdict(), name: value}))
    assert read(tmp_path) == chosen


def test_a_new_workstation_stays_the_same(tmp_path: Path) -> None:
    assert settle(tmp_path) == settle(tmp_path) == read(tmp_path)


def test_nothing_is_written_where_the_file_says_the_same(tmp_path: Path) -> None:
    write(AT_FIRST, tmp_path)
    before = (tmp_path / FILE_NAME).stat()
    assert settle(tmp_path) == AT_FIRST
    assert (tmp_path / FILE_NAME).stat() == before


def test_a_folder_that_cannot_be_made_keeps_nobody_out(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    assert settle(tmp_path / "taken").login == ""


def test_a_write_that_fails_leaves_the_old_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(AT_FIRST, tmp_path)

    def broken(path: Path, target: Path) -> None:
        raise OSError

    monkeypatch.setattr(Path, "replace", broken)
    with pytest.raises(OSError):  # noqa: PT011 - whatever the system says
        write(AT_FIRST._replace(login="somebody"), tmp_path)
    assert read(tmp_path) == AT_FIRST


@pytest.mark.parametrize(
    ("system", "language"),
    [("fi_FI", "fi"), ("sv_SE", "sv"), ("en_GB", "en"), ("de_DE", "fi"), (None, "fi")],
)
def test_the_first_language_is_the_systems_if_we_speak_it(
    system: str | None, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: (system, "UTF-8"))
    assert first_language() == language


def test_a_run_may_keep_settings_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.settings._own", None)
    write(AT_FIRST._replace(login="henna.sandkvist"))
    use(tmp_path / "own")
    assert read().login == ""
    write(AT_FIRST._replace(login="demo"))
    assert read(tmp_path / "own").login == "demo"
    monkeypatch.setattr("app.settings._own", None)
    assert read().login == "henna.sandkvist"
