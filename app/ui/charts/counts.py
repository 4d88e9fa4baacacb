"""Numbers that may be hidden, as a chart reads them out."""

from __future__ import annotations

from app.documents.sheet import written
from app.domain.hidden import Count, Hidden, Mark
from app.localization import _, _n


def said(count: Count) -> str:
    """A number, or in words what is told of a hidden one."""
    if isinstance(count, int):
        return written(count)
    if count.most is None or count.mark is Mark.NOTHING:
        return _("hidden")
    if count.mark is Mark.BELOW:
        return _("fewer than {n}", n=count.most + 1)
    return _("from {least} to {most}", least=written(count.least), most=written(count.most))


def visits_of(name: str, count: Count) -> str:
    """ "July 2026: 12 visits", "July 2026: fewer than 5"."""
    if isinstance(count, Hidden):
        return f"{name}: {said(count)}"
    return _n("{name}: {n} visit", "{name}: {n} visits", count, name=name)
