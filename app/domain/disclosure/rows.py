"""Which values of a month are hidden, where the values add up to a number that is shown."""

from collections.abc import Mapping, Set

from app.domain.disclosure.board import Mark


def hidden_in_row(
    row: Mapping[str, int], threshold: int, favoured: Set[str]
) -> dict[str, Mark] | None:
    """The marks of a row: small numbers, and as many of the least others as protect them.

    `favoured` values are hidden before others. None where not even all numbers of the row
    together would protect it, so that its zeros have to be hidden as well.
    """
    small = [count for count in row.values() if 1 <= count < threshold]
    marks = {value: Mark.SMALL for value, count in row.items() if 1 <= count < threshold}
    if not small:
        return marks
    others = sorted(
        (value not in favoured, count, value) for value, count in row.items() if count >= threshold
    )
    covers: list[tuple[bool, int, str]] = []
    while not protects(small, [count for _, count, _ in covers], threshold):
        if not others:
            return None
        covers.append(others.pop(0))
    for cover in list(covers):
        fewer = [count for _, count, value in covers if value != cover[2]]
        if protects(small, fewer, threshold):
            covers.remove(cover)
    return marks | {value: Mark.COVER for _, _, value in covers}


def protects(small: list[int], covers: list[int], threshold: int) -> bool:
    """Whether the sum of these numbers leaves each as open as it has to be.

    A small one may be everything from 1 to threshold - 1 while the others stay small or at least
    the threshold; a cover may be `threshold` different numbers.
    """
    whole, top = sum(small) + sum(covers), threshold - 1
    least = len(small) + threshold * len(covers)
    if whole - (least - 1) < top:
        return False
    if not covers:
        return (len(small) - 1) * top >= whole - 1
    highest = whole - (least - threshold)
    lowest = threshold if len(covers) > 1 else max(threshold, whole - len(small) * top)
    return highest - lowest + 1 >= threshold
