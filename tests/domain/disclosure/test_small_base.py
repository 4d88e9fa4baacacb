"""Means on small bases."""

from app.domain.disclosure.small_base import mean
from app.domain.hidden import Hidden


def test_a_mean_is_told_on_ten_only() -> None:
    assert mean(120, 10) == 12
    assert mean(120, 9) is None


def test_a_mean_of_a_hidden_number_is_not_told() -> None:
    assert mean(Hidden(small=False, least=116, most=119), 100) is None
