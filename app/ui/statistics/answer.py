"""What the tab shows, read in one go so that all numbers are of one state of the store."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.documents.statistics.lists import Lists
from app.documents.statistics.referral_sheet import BY
from app.domain.figures import Dimension, Question
from app.domain.overview import Cross, Overview, Row, Wish
from app.domain.public import PublicView
from app.domain.referral_figures import ReferralFigures, ReferralQuestion
from app.services.lists import read_lists
from app.services.overview import breakdown, cross, overview, rows_since
from app.services.public_view import public_view
from app.services.referral_figures import figures, names
from app.services.statistics import at_once
from app.services.unit import Unit
from app.ui.run import Run
from app.words.referrals import Names


@dataclass(frozen=True, slots=True)
class Answer:
    """The names, the overview, the breakdown by `dimension`, the referrals; exact."""

    lists: Lists
    overview: Overview
    dimension: Dimension
    rows: tuple[Row, ...]
    referrals: ReferralFigures
    names: Names

    @property
    def numbers(self) -> Overview:
        """What tells the period, the locations and the grain."""
        return self.overview

    @property
    def referred(self) -> bool:
        """Whether anybody was referred."""
        return bool(self.referrals.portals or self.referrals.romaniportti)


@dataclass(frozen=True, slots=True)
class PublicAnswer:
    """The names, and what may be told of the same."""

    lists: Lists
    view: PublicView

    @property
    def numbers(self) -> PublicView:
        """What tells the period, the locations and the grain."""
        return self.view

    @property
    def dimension(self) -> Dimension:
        return self.view.dimension


@dataclass(frozen=True, slots=True)
class Crossed:
    """Two breakdowns against each other; `since` is None where the counters held them."""

    cross: Cross
    since: date | None


def read_answer(unit: Unit, wish: Wish, dimension: Dimension) -> Answer:
    """All of it; where no location is named, of the portals."""
    lists = read_lists(unit)
    wish = _somewhere(wish, lists)
    rows = breakdown(unit, wish, dimension)
    asked = ReferralQuestion(wish.period, BY, wish.locations)
    return Answer(lists, overview(unit, wish), dimension, rows, figures(unit, asked), names(unit))


def read_public(unit: Unit, wish: Wish, dimension: Dimension) -> PublicAnswer:
    """The same past the disclosure step."""
    lists = read_lists(unit)
    return PublicAnswer(lists, public_view(unit, _somewhere(wish, lists), dimension))


def read_crossed(unit: Unit, wish: Wish, down: Dimension, across: Dimension, run: Run) -> Crossed:
    """The cross of two; `run` hears how far it has come, and can end it."""
    since = None if at_once(Question(wish.period, (down, across))) else rows_since(unit)
    found = cross(unit, wish.period, wish.locations, down, across, run.tell, run.stopped)
    return Crossed(found, since)


def _somewhere(wish: Wish, lists: Lists) -> Wish:
    known = tuple(code for code in wish.locations if code in {o.code for o in lists.locations})
    return replace(wish, locations=known or lists.portals)
