"""Looking for words in files as they lie on the disk, byte by byte."""

from collections.abc import Iterable, Iterator
from pathlib import Path


def traces(folder: Path, words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each word that stands in a file of the folder, or in its name, with that file's name."""
    forms = {form: word for word in words for form in written(word)}
    for path in sorted(folder.rglob("*")):
        content = path.name.encode() + (path.read_bytes() if path.is_file() else b"")
        lowered = content.lower()
        yield from ((word, path.name) for form, word in forms.items() if form in lowered)


def written(word: str) -> set[bytes]:
    """The bytes that a word can be on a disk: plain, in capitals or not, escaped as in JSON."""
    lowered = word.lower()
    escaped = lowered.encode("ascii", "backslashreplace")
    return {lowered.encode(coding) for coding in ("utf-8", "utf-16-le", "utf-16-be")} | {escaped}
