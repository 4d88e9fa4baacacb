"""Loading in pieces what the first slip of the day would have to wait for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Final

from app.domain.slip import BRING, Office, Slip, Stop


def _engine() -> None:
    """The modules."""
    import app.documents.raster
    import app.documents.slip.pages
    import app.services.slips  # noqa: F401


def _phrases() -> None:
    from app.services.phrases import phrasebook

    phrasebook()


def _fonts(bold: bool) -> None:
    from app.documents.text.faces import faces

    faces(bold)


def _page(language: str) -> None:
    """A slip that nobody sees, so that its fonts are cut and its letters joined once."""
    from app.documents.raster import picture
    from app.documents.slip.pages import slip_pdf
    from app.services.phrases import phrasebook

    office = Office("Portti", "Katu 1", "000 000 0000", "")
    stop = Stop("Palvelu", "", "authority", "Katu 1", "", "", False, "", None)
    slip = Slip(language, "fi", "J-0000-A", date(2026, 1, 1), office, (stop,), bring=BRING)
    picture(slip_pdf(slip, phrasebook()), 0, 400)


PIECES: Final[tuple[Callable[[], None], ...]] = (
    _engine,
    _phrases,
    partial(_fonts, False),
    partial(_fonts, True),
    partial(_page, "fi"),
    partial(_page, "ar"),
)
