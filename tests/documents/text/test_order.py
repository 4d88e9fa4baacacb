"""Unicode's own conformance test, and what it does not cover: lines."""

import lzma
from collections.abc import Iterator
from pathlib import Path

from app.documents.text.order import Order, Run

CASES = Path(__file__).parent / "BidiCharacterTest.txt.xz"


def cases() -> Iterator[tuple[str, bool, list[int], frozenset[int]]]:
    """Text, direction, the order from the left, the characters that rule X9 leaves out."""
    with lzma.open(CASES, "rt", encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                points, given, base, levels, order = line.split(";")
                text = "".join(chr(int(point, 16)) for point in points.split())
                rtl = (base if given == "2" else given) == "1"
                out = {at for at, level in enumerate(levels.split()) if level == "x"}
                yield text, rtl, [int(one) for one in order.split()], frozenset(out)


def visual(runs: list[Run]) -> list[int]:
    found: list[int] = []
    for run in runs:
        indices = range(run.start, run.end)
        found += reversed(indices) if run.rtl else indices
    return found


def test_every_case_of_unicode() -> None:
    number = 0
    for text, rtl, order, out in cases():
        seen = visual(Order(text, rtl).line(0, len(text)))
        assert sorted(seen) == list(range(len(text)))
        assert [index for index in seen if index not in out] == order, (ascii(text), rtl)
        number += 1
    assert number == 91707


def test_a_line_keeps_the_direction_that_its_paragraph_gave_it() -> None:
    text = "ا \u2066abc def ghi\u2069 ب"
    order = Order(text, True)
    second = order.line(text.index("def"), text.index("ghi"))
    assert [(run.start, run.rtl) for run in second] == [(text.index(" ghi"), True), (7, False)]


def test_the_same_line_may_be_asked_for_again() -> None:
    order = Order("ا abc ", True)
    assert order.line(0, 6) == order.line(0, 6)
    assert order.line(0, 4) != order.line(0, 6)


def test_nothing_has_no_runs() -> None:
    assert Order("", True).line(0, 0) == []
