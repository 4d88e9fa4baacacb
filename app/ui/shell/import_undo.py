"""The way back of an import of clients: all of it, but for those of whom something has come."""

from __future__ import annotations

from functools import partial

from app.domain.errors import Refused
from app.localization import _, _n
from app.services.client_import import Imported
from app.services.import_undo import take_import_back
from app.services.unit import Changes
from app.ui.runner import Runner
from app.ui.shell.undo import Undo
from app.words.sentences import sentence


def offer_undo(runner: Runner, undo: Undo, imported: Imported) -> None:
    """Tell what was taken in, with its way back."""
    amount = _n("{n} client", "{n} clients", len(imported.new))
    undo.push(_("Clients imported"), amount, partial(_take_back, runner, undo, imported))


def _take_back(runner: Runner, undo: Undo, imported: Imported) -> None:
    def done(stayed: int) -> None:
        words = _("Those of whom something has come meanwhile stay.")
        amount = _n("{n} client stays.", "{n} clients stay.", stayed)
        undo.tell(_("Import taken back"), f"{amount} {words}" if stayed else "")
        runner.changed.emit(Changes.CLIENTS, None)

    def failed(refused: Refused) -> None:
        undo.tell(_("The import could not be taken back."), sentence(refused))

    desk = runner.desk
    runner.worker.run(runner, lambda: take_import_back(desk, imported.new), done, failed)
