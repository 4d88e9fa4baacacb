"""The attack finds what is given away."""

from dataclasses import dataclass

from app.domain.counting import Breakdown
from app.domain.disclosure import Cell, Published, Shown, Span, month, publish
from tests.attack.attacker import findings
from tests.domain.disclosure.years import year_of

WHERE = Breakdown.MAIN_TOPIC, month(1)


@dataclass(frozen=True, slots=True)
class Careless(Published):
    """Tables in which some cells were shown that should have been hidden."""

    shown: dict[str, int]

    def cell(
        self, breakdown: Breakdown | None, portal: str | None, span: Span, value: str = ""
    ) -> Cell:
        if (breakdown, span) == WHERE and value in self.shown:
            return Shown(self.shown[value])
        return Published.cell(self, breakdown, portal, span, value)


def careless(**shown: int) -> Published:
    row = {"a": 2, "b": 30, "c": 8, "d": 40}
    good = publish(year_of({("p", 1): row}, 1, "abcd"), 5)
    return Careless(good.months, 5, good.values, good.apart, good.portals, good.groups, shown)


def test_nothing_is_given_away_where_two_numbers_cover_a_small_one() -> None:
    assert findings(careless(), 5) == []


def test_a_small_number_without_cover_is_found() -> None:
    found = {finding.where: finding for finding in findings(careless(b=30, c=8), 5)}
    assert found["main_topic p 1-1 a"].possible == (2,)


def test_a_cover_that_moves_with_a_small_number_is_found() -> None:
    found = {finding.where: finding for finding in findings(careless(c=8), 5)}
    assert found["main_topic p 1-1 b"].possible == (28, 29, 30, 31)
    assert "main_topic p 1-1 a" not in found
