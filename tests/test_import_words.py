"""Why lines of a table were refused is told by reason, with their numbers."""

from app.domain.errors import Refused
from app.domain.table_lines import Came, LineTold
from app.words.client_import import reason_words


def refused(line: int, code: str) -> LineTold:
    return LineTold(line, Came.NOT_TAKEN, refused=Refused(code))


def test_each_reason_stands_once_the_most_frequent_first() -> None:
    told = [refused(2, "name_missing"), *(refused(line, "line_too_long") for line in range(3, 13))]
    assert list(reason_words(told)) == [
        "Lines 3, 4, 5, 6, 7, 8, 9, 10, …: A cell of this line stands under no heading.",
        "Line 2: Write a name.",
    ]
