"""A file that tells of a full disk at its end, for a library that cannot hear of it between."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


class PatientFile(io.BufferedWriter):
    """After the first OSError, which it keeps, it takes everything and writes nothing; so it does
    when it is closed.

    The module zipfile leaves a file whose disk is full half open, and stumbles over it once more
    when it is forgotten.
    """

    error: OSError | None = None

    def write(self, data: Any, /) -> int:
        return int(self._try(super().write, data, instead=len(data)))

    def flush(self) -> None:
        self._try(super().flush, instead=None)

    def seek(self, place: int, whence: int = io.SEEK_SET, /) -> int:
        return int(self._try(super().seek, place, whence, instead=place))

    def tell(self) -> int:
        return int(self._try(super().tell, instead=0))

    def _try(self, act: Callable[..., Any], *arguments: Any, instead: Any) -> Any:
        if self.error is None and not self.raw.closed:
            try:
                return act(*arguments)
            except OSError as error:
                self.error = error
        return instead


@contextmanager
def patient_file(path: Path) -> Iterator[PatientFile]:
    """A new file at `path`. Errors: the OSError that it kept, when the block ends."""
    file = PatientFile(io.FileIO(path, "w"))
    try:
        yield file
        file.flush()
    finally:
        # Closing the file itself would try once more to write what does not fit.
        file.raw.close()
    if file.error is not None:
        raise file.error
