"""The foot of a slip."""

from __future__ import annotations

from reportlab.platypus.flowables import Flowable

from app.documents.slip import times
from app.documents.slip.section import Pair, Section
from app.documents.slip.writer import OTHER, SMALL, Writer
from app.documents.text.flow import Text
from app.domain.isolates import fixed


def foot(writer: Writer) -> Section:
    """Who refers, when this was printed, that it decides nothing, where data is told of."""
    slip, office = writer.slip, writer.slip.office
    printed = {"date": fixed(times.full_day(slip.printed))}
    contact = " · ".join(fixed(one) for one in (office.street, office.phone) if one)
    url = {"url": fixed(office.email or office.phone)}
    small = [
        writer.told(writer.phrase("come_again"), size=SMALL),
        writer.fact(office.name, OTHER),
        writer.fact(contact, SMALL, bold=False),
        writer.told(writer.phrase("not_a_decision"), size=SMALL),
        writer.told(writer.phrase("data_notice", **url), size=SMALL),
    ]
    other = [
        writer.beside(writer.aside("printed_on", **printed), size=SMALL),
        writer.beside(writer.aside("not_a_decision"), size=SMALL),
        writer.beside(writer.aside("data_notice", **url), size=SMALL),
    ]
    if writer.single:
        small.append(writer.told(writer.phrase("printed_on", **printed), size=SMALL))
    main, side = _stacked(small), _stacked([one for one in other if one is not None])
    return Section(
        writer.grid, "", [Pair(main, side if other[0] is not None else None)], thick=True
    )


def _stacked(texts: list[Text]) -> Stack:
    return Stack([text for text in texts if text.paragraph.text])


class Stack(Flowable):
    """Texts one under the other in one column."""

    def __init__(self, texts: list[Text]) -> None:
        super().__init__()
        self.texts = texts

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.width = available_width
        self.height = sum(text.wrap(available_width, 0)[1] for text in self.texts)
        return self.width, self.height

    def draw(self) -> None:
        top = self.height
        for text in self.texts:
            top -= text.height
            text.drawOn(self.canv, 0, top)
