"""What the dimensions of statistics and their values are called."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.figures import Dimension, Value
from app.domain.place import Location
from app.domain.reference import Kind, Reference
from app.domain.visit import FirstVisit, Interpreter, Source
from app.localization import WEEKDAYS, _, _p, current

_LISTS: Final = {
    Dimension.TOPIC: Kind.TOPIC,
    Dimension.ANY_TOPIC: Kind.TOPIC,
    Dimension.LANGUAGE: Kind.LANGUAGE,
    Dimension.MUNICIPALITY: Kind.MUNICIPALITY,
    Dimension.CHANNEL: Kind.CHANNEL,
    Dimension.OUTCOME: Kind.OUTCOME,
}


@dataclass(frozen=True, slots=True)
class Names:
    """The names of what the unit keeps: its locations and its lists."""

    locations: Mapping[str, Location]
    reference: Reference

    def value(self, dimension: Dimension, value: Value) -> str:
        """What a value of a line is called in the language in use."""
        language = current().language
        if value is None:
            return _("Not recorded")
        if dimension is Dimension.LOCATION:
            return self.locations[str(value)].name[language]
        if dimension in _LISTS:
            return self.reference.name(_LISTS[dimension], str(value), language)
        if dimension is Dimension.WEEKDAY:
            return WEEKDAYS[language][int(value) - 1]
        if dimension is Dimension.HOUR:
            return f"{value}.00"
        return _words(dimension).get(str(value), str(value))


def visits_by(dimension: Dimension) -> str:
    """The heading of the visits by the values of a dimension, on screen and on paper."""
    if dimension is Dimension.TOPIC:
        return _("Visits by main topic")
    return _("Visits by {what}", what=heading(dimension).lower())


def heading(dimension: Dimension) -> str:
    """What a dimension is called in the language in use."""
    return {
        Dimension.LOCATION: _("Location"),
        Dimension.DAY: _p("statistics", "Day"),
        Dimension.WEEK: _p("statistics", "Week"),
        Dimension.MONTH: _p("statistics", "Month"),
        Dimension.QUARTER: _p("statistics", "Quarter"),
        Dimension.YEAR: _p("statistics", "Year"),
        Dimension.WEEKDAY: _p("statistics", "Weekday"),
        Dimension.HOUR: _p("statistics", "Hour"),
        Dimension.TOPIC: _("Main topic"),
        Dimension.ANY_TOPIC: _("Any topic"),
        Dimension.LANGUAGE: _("Language"),
        Dimension.MUNICIPALITY: _("Municipality"),
        Dimension.CHANNEL: _("Channel"),
        Dimension.OUTCOME: _("Outcome"),
        Dimension.INTERPRETER: _("Interpreter"),
        Dimension.FIRST_VISIT: _("First visit"),
        Dimension.SOURCE: _("Recorded as"),
    }[dimension]


def _words(dimension: Dimension) -> Mapping[str, str]:
    if dimension is Dimension.INTERPRETER:
        return {
            Interpreter.NOT_NEEDED: _("Not needed"),
            Interpreter.USED: _("Used"),
            Interpreter.NOT_GOT: _("Needed, not got"),
        }
    if dimension is Dimension.FIRST_VISIT:
        return {
            FirstVisit.NOT_ASKED: _("Not asked"),
            FirstVisit.YES: _("Yes"),
            FirstVisit.NO: _("No"),
        }
    if dimension is Dimension.SOURCE:
        return {
            Source.DESK: _("At the desk"),
            Source.TALLY: _("From a paper list"),
            Source.IMPORT: _("Imported"),
        }
    return {}
