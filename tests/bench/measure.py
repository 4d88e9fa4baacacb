"""How a ratio is measured: two works in turn, the medians compared."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Final

Work = Callable[[], object]
MILLI: Final = 1000


@dataclass(frozen=True, slots=True)
class Result:
    """What was measured: ours and what it is compared with, in seconds, or `counted`.

    Without a limit it is only told.
    """

    what: str
    ours: float
    peer: float
    limit: float | None = None
    counted: bool = False

    @property
    def ratio(self) -> float:
        return self.ours / self.peer

    @property
    def holds(self) -> bool:
        return self.limit is None or self.ratio <= self.limit


def compared(what: str, ours: Work, peer: Work, limit: float, rounds: int) -> Result:
    """Both works in turn `rounds` times, after one of each that does not count."""
    ours(), peer()
    return Result(what, *in_turn(ours, peer, rounds), limit)


def in_turn(ours: Work, peer: Work, rounds: int) -> tuple[float, float]:
    """The medians of two works, done in turn, each other time the other first."""
    times: tuple[list[float], list[float]] = [], []
    for number in range(rounds):
        for which in (0, 1) if number % 2 else (1, 0):
            times[which].append(timed((ours, peer)[which]))
    return median(times[0]), median(times[1])


def timed(work: Work) -> float:
    """The seconds that a work takes."""
    began = perf_counter()
    work()
    return perf_counter() - began


def table(results: list[Result]) -> str:
    """The results as lines of text, those above their limit marked."""
    width = max(len(result.what) for result in results)
    head = f"{'what':{width}}  {'ours':>9}  {'peer':>9}  ratio  limit"
    return "\n".join([head, *(_line(result, width) for result in results)])


def _line(result: Result, width: int) -> str:
    times = f"{result.ours * MILLI:6.2f} ms  {result.peer * MILLI:6.2f} ms"
    if result.counted:
        times = f"{result.ours:6.0f}     {result.peer:6.0f}   "
    told = f"{result.what:{width}}  {times}  {result.ratio:5.2f}"
    if result.limit is None:
        return told
    return f"{told}  {result.limit:5.2f}  {'ok' if result.holds else 'ABOVE'}"
