"""Where the data are: a folder of this computer or a server; no Qt."""

from pathlib import Path
from typing import NamedTuple

from app import paths
from app.settings import Settings


class Place(NamedTuple):
    """The folder of the encrypted file, or the address of the server where there is one."""

    folder: Path
    server: str = ""

    def is_there(self) -> bool:
        """Whether there is something to sign in to; a server is taken at its word."""
        return bool(self.server) or (self.folder / paths.DATABASE_NAME).is_file()

    def shown(self) -> str:
        """The path of the file or the address, as it is shown to people."""
        return self.server or str(self.folder / paths.DATABASE_NAME)


def place_of(settings: Settings, data: Path | None = None, server: str | None = None) -> Place:
    """Where the command line points to (`data`, `server`), else where the settings do."""
    if server or (data is None and settings.server):
        return Place(paths.data_folder(), server or settings.server)
    remembered = Path(settings.data) if settings.data else None
    return Place(data or remembered or paths.data_folder())


def demo_folder() -> Path:
    """Where the examples lie, apart from anything real."""
    return paths.data_folder() / "demo"
