"""What became of the lines of a table of clients."""

from dataclasses import dataclass
from enum import StrEnum, auto
from uuid import UUID

from app.domain.errors import Refused


class Came(StrEnum):
    """What a line did: a new client, nothing since the client is known, or nothing at all."""

    NEW = auto()
    KNOWN = auto()
    NOT_TAKEN = auto()


@dataclass(frozen=True, slots=True)
class LineTold:
    """What became of the line with this number in the file: it never says what stands there.

    `client` is the number of a client, where one is new or known; `id` that of a new one.
    """

    line: int
    came: Came
    client: int | None = None
    id: UUID | None = None
    refused: Refused | None = None
