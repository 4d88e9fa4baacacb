"""Things that are made when they are looked at."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar, overload

Of = TypeVar("Of")
Made = TypeVar("Made")


class Lazily(Sequence[Made], Generic[Of, Made]):
    """What `make` makes of each of `things`, which do not change; one may look from any thread.

    So an answer is there before each of its parts has been worked out.
    """

    def __init__(self, things: Sequence[Of], make: Callable[[Of], Made]) -> None:
        self._things = things
        self._make = make

    def __len__(self) -> int:
        return len(self._things)

    @overload
    def __getitem__(self, place: int) -> Made: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Made]: ...
    def __getitem__(self, place: int | slice) -> Made | Sequence[Made]:
        if isinstance(place, slice):
            return Lazily(self._things[place], self._make)
        return self._make(self._things[place])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]
