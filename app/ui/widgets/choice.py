"""What is chosen of a few, in order; no Qt."""

from collections.abc import Iterable


class Choice:
    """Up to `limit` codes in the order of choosing, or the usual answer that nobody chose.

    With a limit of one the new choice takes the place of the old one; with more, one too many
    is refused. The same code again takes it back; a preset one is confirmed instead.
    """

    def __init__(self, limit: int = 1) -> None:
        self.limit = limit
        self.codes: tuple[str, ...] = ()
        self.preset = False

    def put(self, codes: Iterable[str], preset: bool = False) -> None:
        """Replace all that was chosen."""
        self.codes = tuple(dict.fromkeys(codes))[: self.limit]
        self.preset = preset and bool(self.codes)

    def toggle(self, code: str) -> bool:
        """Choose `code` or take it back; False where it would be one too many."""
        if self.preset:
            self.put((code,))
        elif code in self.codes:
            self.put(other for other in self.codes if other != code)
        elif self.limit == 1:
            self.put((code,))
        elif len(self.codes) < self.limit:
            self.put((*self.codes, code))
        else:
            return False
        return True
