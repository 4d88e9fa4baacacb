"""Loading in pieces what the first slip of the day would have to wait for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from functools import partial
from typing import Final

from app.domain.place import Span
from app.domain.slip import BRING, Office, OpenDay, Slip, Stop
from app.services import directory, phrases, places
from app.services.slips import SlipWish, office_of, preview
from app.services.unit import Unit

_BESIDE: Final = "fi"
_REST: Final = 2


def pieces(location: str) -> Iterator[Callable[[Unit], None]]:
    """Short jobs, one after the other; a slip in any language is then as quick as the next."""
    yield _engine
    yield _directions
    for language in phrases.phrasebook().tongues:
        yield partial(_page, language, location)
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


def _page(language: str, location: str, unit: Unit) -> None:
    """A slip that nobody sees, so that names of days are read and letters joined once."""
    from app.documents.raster import measures, picture
    from app.documents.slip.pages import slip_pdf

    office = office_of(unit, places.location(unit, location), _BESIDE)
    pdf = slip_pdf(_slip(language, unit.today, office), phrases.phrasebook())
    measures(pdf)
    picture(pdf, 0, 400)


def _slip(language: str, today: date, office: Office) -> Slip:
    """So much that every size of letters is tried: a week with its day of rest, a map, phones."""
    always = (Span(time(9), time(15)),)
    days = tuple(
        OpenDay(today + timedelta(ahead), always if ahead != _REST else ()) for ahead in range(7)
    )
    stops = tuple(
        Stop("Palvelu", "", "authority", "Katu 1", "", office.phone, own_phone, "", days)
        for own_phone in (False, True)
    )
    return Slip(
        language, _BESIDE, "J-0000-A", today, office, stops, draft=True, matter="other", bring=BRING
    )


def _store(location: str, unit: Unit) -> None:
    """What a slip asks of the store."""
    preview(unit, SlipWish((directory.UNIT,), _BESIDE, _BESIDE, location))
