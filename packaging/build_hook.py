"""Puts what comes with the program (`resources/`, and `i18n/` compiled) into `app/_data`."""

import tempfile
from pathlib import Path
from typing import Any

from babel.messages import mofile, pofile
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuildHook(BuildHookInterface[Any]):
    """A checkout reads its own folders, so that an editable build needs nothing."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        self._compiled = tempfile.TemporaryDirectory()
        included = build_data["force_include"]
        for path in sorted((root / "resources").rglob("*")):
            if path.is_file():
                included[str(path)] = f"app/_data/{path.relative_to(root).as_posix()}"
        for path in sorted((root / "i18n").rglob("*")):
            if path.is_file() and path.suffix != ".mo":
                source = self._compile(path) if path.suffix == ".po" else path
                target = path.relative_to(root).with_name(source.name)
                included[str(source)] = f"app/_data/{target.as_posix()}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self._compiled.cleanup()

    def _compile(self, source: Path) -> Path:
        """The machine form of one catalog, as a file that the build can take."""
        folder = Path(self._compiled.name) / source.parent.relative_to(self.root)
        folder.mkdir(parents=True)
        compiled = folder / f"{source.stem}.mo"
        with source.open("rb") as words, compiled.open("wb") as file:
            mofile.write_mo(file, pofile.read_po(words))
        return compiled
