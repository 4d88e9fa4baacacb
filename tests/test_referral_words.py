"""States, reasons and dimensions of referrals have a word of their own in each language."""

import pytest

from app import localization
from app.domain.referral import State, Why
from app.domain.referral_figures import By
from app.words.referrals import by_word, state_word, value_word, why_word


@pytest.mark.parametrize("language", localization.LANGUAGES)
def test_no_two_are_called_alike(language: str) -> None:
    localization.use(language)
    for words in (
        [*map(state_word, State)],
        [*map(why_word, Why)],
        [*map(by_word, By)],
    ):
        assert all(words)
        assert len(set(words)) == len(words)


def test_a_value_is_called_as_the_unit_calls_it() -> None:
    names = {By.TARGET: {"org-kela": {"fi": "Kela", "sv": "FPA"}}}
    assert value_word(By.TARGET, "org-kela", names) == "Kela"
    assert value_word(By.TARGET, None, names) == "Not named"
    assert value_word(By.WHY, None, names) == "–"
    assert value_word(By.WHY, "closed", names) == "Closed"
    assert value_word(By.STATE, "expired", names) == "Expired"
    assert value_word(By.MONTH, "2026-11", names) == "2026-11"
