"""The only place that builds concrete things and joins them.

It is loaded before the window's first paint, so everything heavy is imported where it is used.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Self

from app import paths, settings

if TYPE_CHECKING:
    from app.services.demo import Wish
    from app.services.unit import Desk


@dataclass(frozen=True, slots=True)
class Place:
    """Where a store lies: at the address of a server if there is one, else in a folder here."""

    folder: Path
    address: str | None = field(default=None, repr=False)

    @classmethod
    def named(cls, folder: Path | None, address: str | None) -> Self:
        """The place that was named, else the data folder of this person."""
        return cls((folder or paths.data_folder()).absolute(), address)


def open_desk(place: Place, login: str, password: str) -> "Desk":
    """Sign in to the store at `place`; errors as the sign-in of either engine has them."""
    workstation = settings.read().workstation_id
    if place.address is not None:
        from app.services import server

        return server.connect(place.address, login, password, workstation)
    from app.services import sign_in

    return sign_in.sign_in(place.folder, login, password, workstation)


def create_demo(place: Place, wish: "Wish", progress: Callable[[int], None]) -> "Desk":
    """Make a demonstration where no database is yet; `progress` hears how many visits are in."""
    from app.services import demo

    workstation = settings.read().workstation_id
    if place.address is not None:
        return demo.create_on_server(place.address, wish, workstation, progress)
    return demo.create(place.folder, wish, workstation, progress)
