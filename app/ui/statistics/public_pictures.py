"""Public numbers as charts, each with its table; what is hidden is hatched."""

from __future__ import annotations

from collections.abc import Iterable

from app.documents.public import account
from app.documents.public.sheets import portals_of, whole_sheet
from app.documents.public.words import late_note, marks_note, place_figures, public_figures
from app.documents.statistics.account import Part
from app.documents.statistics.clock import hours, weekdays
from app.documents.statistics.lists import Lists
from app.documents.statistics.period_names import compared_name, period_name, stretch_names
from app.domain.figures import NOT_ADDITIVE, Dimension
from app.domain.hidden import Count, Hidden
from app.domain.public import PublicRow, PublicView
from app.localization import current
from app.ui.charts.chart_card import Shown
from app.ui.charts.heat import Heat
from app.ui.charts.legend import Key
from app.ui.charts.over_time import Stretch
from app.ui.charts.picture import Picture
from app.ui.charts.ranks import Rank, Ranks
from app.ui.statistics.answer import PublicAnswer
from app.ui.statistics.content import Content
from app.ui.statistics.form import Form, drawn_as, hidden_key, keys_of, past_key
from app.ui.statistics.ranking import ranks


def public_content(answer: PublicAnswer, form: Form) -> Content:
    """All of a public answer."""
    view, lists = answer.view, answer.lists
    portals = portals_of(view, lists)
    return Content(
        figures=(*public_figures(view), *place_figures(view, lists)),
        over_time=over_time(view, lists, form),
        topics=by_value(Dimension.TOPIC, view.topics, view, lists),
        clock=by_clock(view, lists),
        breakdown=by_value(view.dimension, view.rows, view, lists),
        numbers=whole_sheet(view, lists),
        note=" ".join(filter(None, (marks_note(view), late_note(view)))),
        notes=notes(view, lists),
        portals=bool(portals),
        visited=view.visits != 0,
        apart=len(view.locations) > len(portals),
    )


def notes(view: PublicView, lists: Lists) -> tuple[str, ...]:
    """What goes along with numbers that leave the window."""
    names = ", ".join(lists.short(code) for code in view.locations)
    return (current().listing([period_name(view.period), names]), marks_note(view))


def over_time(view: PublicView, lists: Lists, form: Form) -> Shown:
    """Visits by stretches of time at each portal."""
    portals = portals_of(view, lists)
    stretches = [
        Stretch(
            name.short,
            name.full,
            tuple(bar.visits[code] for code in portals),
            bar.before,
            bar.together,
        )
        for name, bar in zip(stretch_names(view.period, view.grain), view.bars, strict=True)
    ]
    picture = drawn_as(form, tuple(lists.short(code) for code in portals), stretches)
    hidden = _any_hidden(count for bar in view.bars for count in bar.visits.values())
    keys = (*keys_of(picture, compared_name(view)), *hidden_key(hidden))
    return _shown(account.over_time(view, lists), picture, keys, view, lists)


def by_value(
    dimension: Dimension, rows: tuple[PublicRow, ...], view: PublicView, lists: Lists
) -> Shown:
    """The commonest values of a breakdown, and all others as one."""
    whole = None if dimension in NOT_ADDITIVE else (view.visits, view.before)
    named = [Rank(lists.short_value(dimension, row.code), row.visits, row.before) for row in rows]
    found = ranks(named, whole)
    hidden = hidden_key(_any_hidden(one.value for one in found))
    keys = (*past_key(compared_name(view)), *hidden)
    return _shown(account.by_value(dimension, rows, view, lists), Ranks(found), keys, view, lists)


def by_clock(view: PublicView, lists: Lists) -> Shown:
    """Visits by weekday and hour."""
    picture = Heat(weekdays(view), hours(view), view.clock, view.open_hours)
    keys = hidden_key(_any_hidden(view.clock.values()))
    return _shown(account.by_clock(view), picture, keys, view, lists)


def _shown(
    part: Part, picture: Picture, keys: tuple[Key, ...], view: PublicView, lists: Lists
) -> Shown:
    return Shown(part.title, picture, part.sheet, keys, part.note, notes(view, lists))


def _any_hidden(counts: Iterable[Count]) -> bool:
    return any(isinstance(count, Hidden) for count in counts)
