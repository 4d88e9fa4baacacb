"""What the invented visits were about."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from random import Random
from typing import Final

from app.domain.invented.calendar import FIRST_DAYS
from app.domain.invented.chance import Chance, Weights, bent
from app.domain.invented.pattern import Pattern, Site
from app.domain.visit import WALK_IN, Facts, FirstVisit, Interpreter

_NO_INTERPRETER: Final = frozenset({"fi", "sv", "en", ""})
_ALONE: Final = frozenset({"left", "not_resolved"})
_NOTES: Final = 0.04
_NONE: Final[Weights] = {}


class Inventor:
    """Draws the facts of visits; topics follow location, language and season."""

    def __init__(self, pattern: Pattern) -> None:
        self._pattern = pattern
        self._topics = cache(self._bent_topics)
        self._outcomes = cache(self._bent_outcomes)

    def facts(self, location: str, day: date, random: Random) -> Facts:
        """A visit with all that the desk asks at the location."""
        site, chances = self._pattern.sites[location], self._pattern.chances
        language = site.languages.draw(random)
        main = self._main_topic(location, language, day, random)
        channel = chances["channels"].draw(random)
        return Facts(
            topics=self._with_companions(main, random),
            outcomes=self._drawn_outcomes(main, random),
            language=language or None,
            municipality=site.municipalities.draw(random) or None,
            channel=channel,
            interpreter=self._interpreter(language, random),
            first_visit=self._first_visit(main, random),
            persons=self._persons(channel, random),
            note=self._note(site, random),
        )

    def tallied(self, location: str, day: date, random: Random) -> Facts:
        """A visit as a paper list has it: topic and language only."""
        language = self._pattern.sites[location].languages.draw(random)
        main = self._main_topic(location, language, day, random)
        return Facts((main,), language=language or None, channel=WALK_IN)

    def _main_topic(self, location: str, language: str, day: date, random: Random) -> str:
        return self._topics(location, language, day.month, day.day <= FIRST_DAYS).draw(random)

    def _bent_topics(self, location: str, language: str, month: int, first_days: bool) -> Chance:
        pattern = self._pattern
        return Chance(
            bent(
                pattern.sites[location].topics,
                pattern.topics_by_month.get(str(month), _NONE),
                pattern.topics_by_language.get(language, _NONE),
                pattern.topics_on_first_days if first_days else _NONE,
            )
        )

    def _with_companions(self, main: str, random: Random) -> tuple[str, ...]:
        number = int(self._pattern.chances["topic_count"].draw(random)) - 1
        together: Mapping[str, Chance] = self._pattern.topics_together
        if not number or main not in together:
            return (main,)
        return main, *together[main].draw_several(random, number)

    def _bent_outcomes(self, main: str) -> Chance:
        factors = self._pattern.outcomes_by_topic.get(main, _NONE)
        return Chance(bent(self._pattern.outcomes, factors))

    def _drawn_outcomes(self, main: str, random: Random) -> tuple[str, ...]:
        number = int(self._pattern.chances["outcome_count"].draw(random))
        drawn = self._outcomes(main).draw_several(random, number)
        alone = next((code for code in drawn if code in _ALONE), None)
        return (alone,) if alone else tuple(drawn)

    def _interpreter(self, language: str, random: Random) -> Interpreter:
        if language in _NO_INTERPRETER:
            return Interpreter.NOT_NEEDED
        return Interpreter(self._pattern.chances["interpreter"].draw(random))

    def _first_visit(self, main: str, random: Random) -> FirstVisit:
        name = "first_visit_arriving" if main == "arrival" else "first_visit"
        return FirstVisit(self._pattern.chances[name].draw(random))

    def _persons(self, channel: str, random: Random) -> int:
        if channel == "outreach":
            return random.randint(4, 20)
        return int(self._pattern.chances["persons"].draw(random))

    def _note(self, site: Site, random: Random) -> str:
        if not site.notes or random.random() >= _NOTES:
            return ""
        return self._pattern.chances["notes"].draw(random)
