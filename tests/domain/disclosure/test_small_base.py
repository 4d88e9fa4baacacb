"""Percentages and means on small bases."""

from app.domain.disclosure import Complementary, Primary, Shown
from app.domain.disclosure.small_base import mean, share


def test_a_share_of_ten_is_told_and_of_nine_is_not() -> None:
    assert share(Shown(5), Shown(10)) == 0.5
    assert share(Shown(5), Shown(9)) is None


def test_a_share_needs_both_numbers() -> None:
    assert share(Primary(), Shown(100)) is None
    assert share(Shown(50), Complementary()) is None


def test_a_mean_is_told_on_ten_only() -> None:
    assert mean(120.0, Shown(10)) == 12
    assert mean(120.0, Shown(9)) is None
    assert mean(120.0, Primary(20)) is None
