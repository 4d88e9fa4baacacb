"""How old somebody is, from what is known of the birth."""

from datetime import date
from typing import NamedTuple


class Age(NamedTuple):
    """Whole years, from `least` to `most`: one apart where only the year of birth is known."""

    least: int
    most: int

    @property
    def is_certain(self) -> bool:
        return self.least == self.most


def age(born: date | None, birth_year: int | None, today: date) -> Age | None:
    """The age on a day; None where nothing is known of the birth.

    Who was born on 29 February is a year older on 1 March of other years.
    """
    if born is not None:
        before = (today.month, today.day) < (born.month, born.day)
        years = today.year - born.year - before
        return Age(years, years)
    if birth_year is None:
        return None
    years = today.year - birth_year
    return Age(max(years - 1, 0), years)


def is_under(years: int, born: date | None, birth_year: int | None, today: date) -> bool:
    """Whether somebody is younger for certain; who may be so old is not."""
    known = age(born, birth_year, today)
    return known is not None and known.most < years
