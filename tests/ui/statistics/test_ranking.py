"""All the others as one bar."""

from app.domain.hidden import Hidden
from app.ui.charts.ranks import Rank
from app.ui.statistics.ranking import TOP, ranks

SMALL = Hidden(True, 1, 4)


def test_ten_rows_are_all_shown() -> None:
    named = [Rank(str(i), i) for i in range(TOP + 1)]
    assert ranks(named) == named


def test_the_rest_is_one_row() -> None:
    named = [Rank(str(i), 10, 5) for i in range(TOP + 3)]
    assert ranks(named)[TOP:] == [Rank("+ 3 others", 30, 15, rest=True)]


def test_the_rest_follows_from_the_whole_where_the_others_are_told() -> None:
    named = [*(Rank(str(i), 10) for i in range(TOP)), Rank("a", 8), Rank("b", SMALL)]
    assert ranks(named, (TOP * 10 + 11, None))[TOP:] == [Rank("+ 2 others", 11, rest=True)]


def test_the_rest_is_hidden_where_more_is_hidden() -> None:
    named = [*(Rank(str(i), SMALL) for i in range(TOP)), Rank("a", 8), Rank("b", SMALL)]
    rest = ranks(named, (TOP + 11, None))[-1]
    assert rest.value == Hidden(True, 9, 12)


def test_values_that_do_not_add_up_have_no_whole() -> None:
    named = [*(Rank(str(i), 10) for i in range(TOP)), Rank("a", 8), Rank("b", 7)]
    assert ranks(named)[-1].value == 15
