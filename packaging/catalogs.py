"""The catalogs in `i18n`: `make catalogs` brings them up to date with the words in `app`.

English is written in the program itself and needs no catalog. A new sentence arrives in the
others without a translation, one that is no longer spoken leaves them.
"""

import io
import string
from pathlib import Path

from babel.messages import pofile
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("fi", "sv")
DOMAIN = "kotoportti"
KEYWORDS = {"_": None, "N_": None, "_n": (1, 2), "_p": ((1, "c"), 2)}
HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: kotoportti\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def catalog_file(language: str) -> Path:
    return ROOT / "i18n" / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def extract(folder: Path = ROOT / "app") -> Catalog:
    """Every sentence that the Python files in `folder` speak."""
    catalog = Catalog()
    found = extract_from_dir(folder, [("**.py", "python")], keywords=KEYWORDS)
    for name, line, message, comments, context in found:
        location = [(f"{folder.name}/{Path(name).as_posix()}", line)]
        catalog.add(message, None, location, auto_comments=comments, context=context)
    return catalog


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return pofile.read_po(file, domain=DOMAIN)


def updated(language: str, old: Catalog, words: Catalog) -> str:
    """The text of a catalog with exactly the sentences of `words`, translated as far as `old` is.

    Nothing is guessed: a sentence that changed waits for its translation.
    """
    old.update(words, no_fuzzy_matching=True)
    text = io.BytesIO()
    pofile.write_po(
        text,
        old,
        width=100,
        omit_header=True,
        ignore_obsolete=True,
        include_lineno=False,
        sort_by_file=True,
    )
    return HEADER.format(language=language) + text.getvalue().decode()


def faults(catalog: Catalog, words: Catalog) -> list[str]:
    """What keeps a catalog from speaking `words`, a line each."""
    known = {key(message): message for message in catalog if message.id}
    spoken = {key(message) for message in words if message.id}
    lines = [f"missing: {one}" for one in sorted(spoken - known.keys())]
    lines += [f"no longer spoken: {one}" for one in sorted(known.keys() - spoken)]
    for one, message in sorted(known.items()):
        if message.fuzzy:
            lines.append(f"uncertain: {one}")
        if not all(forms(message.string)):
            lines.append(f"not translated: {one}")
        elif any(places(form) != places(forms(message.id)[-1]) for form in forms(message.string)):
            lines.append(f"other places: {one}")
    return lines


def key(message: Message) -> str:
    """The sentence as a reader finds it, the context before it where there is one."""
    sentence = forms(message.id)[0]
    return f"{message.context}: {sentence}" if message.context else sentence


def forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """The singular and the plural, or the only form; what is not there is empty."""
    return (text or "",) if isinstance(text, str | None) else tuple(text) or ("",)


def places(sentence: str) -> set[str]:
    """The names that the sentence fills in."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def main() -> None:
    words = extract()
    for language in LANGUAGES:
        path = catalog_file(language)
        text = updated(language, read(path) if path.exists() else Catalog(language), words)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        waiting = faults(read(path), words)
        print(f"{path.relative_to(ROOT)}: {len(words)} sentences", *waiting, sep="\n  ")


if __name__ == "__main__":
    main()
