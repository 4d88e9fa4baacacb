"""The pages of the sign-in window, each made when it is first wanted and joined to the next."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app import paths
from app.settings import Settings
from app.ui.sign_in.doors import Doors
from app.ui.sign_in.page import Page
from app.ui.sign_in.place import Place, demo_folder
from app.ui.worker import Worker

if TYPE_CHECKING:
    from app.services.unit import Desk


class Pages(QObject):
    """Makes pages and says where they lead.

    `wanted` names the next page, `moved` another place to sign in to, `code_made` a desk, its
    recovery code, its place and location before they are `entered`; `entered` brings desk, place
    and location.
    """

    wanted = Signal(str)
    moved = Signal(object)
    code_made = Signal(object, str, object, str)
    entered = Signal(object, object, str)

    def __init__(self, worker: Worker, doors: Doors, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._worker, self._doors, self._settings = worker, doors, settings

    def make(self, name: str, place: Place) -> Page:
        """The page `name`, where `place` is what one signs in to."""
        makers = {
            "sign_in": self._sign_in,
            "choose": self._choose,
            "new_file": self._new_file,
            "server": self._server,
            "open": self._open,
            "recover": self._recover,
            "help": self._help,
        }
        page = makers[name](place)
        page.help.connect(lambda: self.wanted.emit("help"))
        return page

    def code(self, desk: "Desk", code: str, place: Place, location: str) -> Page:
        """The page that shows a recovery code before the desk is entered."""
        from app.ui.sign_in.code_page import CodePage

        page = CodePage(self._worker, self._doors.clock, code)
        page.kept.connect(lambda: self.entered.emit(desk, place, location))
        return page

    def _sign_in(self, place: Place) -> Page:
        from app.ui.sign_in.sign_in_page import SignInPage

        page = SignInPage(self._worker, self._doors, self._settings, place)
        page.forgotten.connect(lambda: self.wanted.emit("recover"))
        page.elsewhere.connect(lambda: self.wanted.emit("choose"))
        page.signed_in.connect(lambda desk, code: self.entered.emit(desk, page.place, code))
        return page

    def _choose(self, place: Place) -> Page:
        from app.ui.sign_in.choose_page import ChoosePage

        workstation, location = self._settings.workstation_id, self._settings.location
        page = ChoosePage(self._worker, self._doors, workstation, not place.is_there())
        page.chosen.connect(self.wanted)
        page.tried.connect(lambda desk: self.entered.emit(desk, Place(demo_folder()), location))
        return page

    def _new_file(self, place: Place) -> Page:
        from app.ui.sign_in.new_file_page import NewFilePage

        folder = paths.data_folder() if place.is_there() else place.folder
        page = NewFilePage(self._worker, self._doors, self._settings, folder)
        page.created.connect(
            lambda desk, code, where, location: self.code_made.emit(
                desk, code, Place(where), location
            )
        )
        return page

    def _server(self, place: Place) -> Page:
        from app.ui.sign_in.server_page import ServerPage

        workstation, location = self._settings.workstation_id, self._settings.location
        page = ServerPage(self._worker, self._doors, place.server, location, workstation)
        page.connected.connect(
            lambda desk, address, code: self.entered.emit(desk, Place(place.folder, address), code)
        )
        return page

    def _open(self, place: Place) -> Page:
        from app.ui.sign_in.open_page import OpenPage

        workstation, location = self._settings.workstation_id, self._settings.location
        page = OpenPage(self._worker, self._doors, paths.data_folder(), workstation)
        page.found.connect(lambda folder: self.moved.emit(Place(folder)))
        page.restored.connect(lambda desk, folder: self.entered.emit(desk, Place(folder), location))
        page.recovered.connect(
            lambda desk, code, folder: self.code_made.emit(desk, code, Place(folder), location)
        )
        return page

    def _recover(self, place: Place) -> Page:
        from app.ui.sign_in.recover_page import RecoverPage

        workstation, location = self._settings.workstation_id, self._settings.location
        page = RecoverPage(self._worker, self._doors, place, workstation)
        page.recovered.connect(lambda desk, code: self.code_made.emit(desk, code, place, location))
        return page

    def _help(self, place: Place) -> Page:
        from app.ui.sign_in.help_page import HelpPage

        return HelpPage(self._worker)


def is_demo(place: Place) -> bool:
    """Whether these are the examples, which a workstation does not remember."""
    return not place.server and place.folder == demo_folder()
