from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import paths
from app.domain.errors import Refused
from app.settings import Settings
from app.ui.sign_in import locations
from app.ui.sign_in.doors import plain_address, with_owner
from app.ui.sign_in.place import Place, place_of


def test_the_command_line_comes_before_the_settings(tmp_path: Path) -> None:
    known = Settings(data="/srv/kept", server="postgresql://kept/db")
    assert place_of(known).server == "postgresql://kept/db"
    assert place_of(known, data=tmp_path) == Place(tmp_path)
    assert place_of(known, server="postgresql://given/db").server == "postgresql://given/db"


def test_without_anything_it_is_the_folder_of_the_platform() -> None:
    assert place_of(Settings()) == Place(paths.data_folder())
    assert place_of(Settings(data="/srv/kept")) == Place(Path("/srv/kept"))


def test_a_folder_is_there_when_it_holds_a_database(tmp_path: Path) -> None:
    assert not Place(tmp_path).is_there()
    (tmp_path / paths.DATABASE_NAME).touch()
    assert Place(tmp_path).is_there()
    assert Place(tmp_path).shown() == str(tmp_path / paths.DATABASE_NAME)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" server.example/db ", "postgresql://server.example/db"),
        ("postgresql://server.example/db", "postgresql://server.example/db"),
        ("postgresql://henna:secret@server.example/db", "postgresql://server.example/db"),
        ("postgresql://h:p/s@server.example/db", "postgresql://server.example/db"),
        ("postgresql:///db?host=%2Frun&password=secret", "postgresql:///db?host=%2Frun"),
    ],
)
def test_an_address_is_kept_without_name_and_password(typed: str, kept: str) -> None:
    assert plain_address(typed) == kept


def test_a_port_is_a_number() -> None:
    with pytest.raises(Refused, match="address_not_understood"):
        plain_address("server.example:port/db")


@given(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8")))
def test_any_owner_and_password_fit_into_an_address(login: str, password: str) -> None:
    parts = urlsplit(with_owner("server.example:5433/db", login, password))
    assert (unquote(parts.username or ""), unquote(parts.password or "")) == (login, password)
    assert (parts.hostname, parts.port, parts.path) == ("server.example", 5433, "/db")


def test_locations_are_known_before_anybody_has_signed_in() -> None:
    assert list(locations.names()) == ["pietarsaari", "uusikaarlepyy", "kruunupyy", "romaniportti"]
    assert locations.USUAL in locations.names()
    assert all(set(name) == {"fi", "sv", "en"} for name in locations.names().values())
