"""Loading in pieces what the first slip of the day would have to wait for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from app.domain.slip import BRING, Office, Slip, Stop
from app.services import directory, phrases
from app.services.slips import SlipWish, preview
from app.services.unit import Unit


def pieces(location: str) -> Iterator[Callable[[Unit], None]]:
    """Short jobs, one after the other; a slip in any language is then as quick as the next."""
    yield _engine
    yield _directions
    for language in phrases.phrasebook().tongues:
        yield partial(_page, language)
    yield partial(_store, location)


def _engine(_unit: Unit) -> None:
    """The modules and the fonts."""
    from app.documents.slip import pages
    from app.documents.text.faces import faces

    for bold in (False, True):
        faces(bold)
    assert pages is not None


def _directions(_unit: Unit) -> None:
    """The bidirectional algorithm, which comes with a large library."""
    from app.documents.text.order import Order

    Order("א", rtl=True).line(0, 1)


def _page(language: str, _unit: Unit) -> None:
    """A slip that nobody sees, so that names of days are read and letters joined once."""
    from app.documents.raster import measures, picture
    from app.documents.slip.pages import slip_pdf

    office = Office("Portti", "Katu 1", "000 000 0000", "")
    stop = Stop("Palvelu", "", "authority", "Katu 1", "", "", False, "", None)
    slip = Slip(language, "fi", "J-0000-A", date(2026, 1, 1), office, (stop,), bring=BRING)
    pdf = slip_pdf(slip, phrases.phrasebook())
    measures(pdf)
    picture(pdf, 0, 400)


def _store(location: str, unit: Unit) -> None:
    """What a slip asks of the store."""
    preview(unit, SlipWish((directory.UNIT,), "fi", "fi", location))
