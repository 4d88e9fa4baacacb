"""Compiles the catalogs that it is given, each beside its source; runs inside the environment."""

import sys
from collections.abc import Iterable
from pathlib import Path

from app.localization import compile_catalog


def main(sources: Iterable[Path]) -> None:
    """A catalog is the old one or the new one, never half."""
    for source in sources:
        unfinished = source.with_suffix(".mo.new")
        unfinished.write_bytes(compile_catalog(source))
        unfinished.replace(source.with_suffix(".mo"))


if __name__ == "__main__":
    main(map(Path, sys.argv[1:]))
