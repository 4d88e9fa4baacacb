import ast
from pathlib import Path

import catalogs
import pytest
from babel.messages.catalog import Catalog

SOURCE = """
_("Hello {name}", name=name)
_n("{n} visit", "{n} visits", n)
_p("month", "May")
_(f"Not {found}")
"""
TRANSLATED = """\
msgid "Hello {name}"
msgstr "Hej {name}"

msgid "{n} visit"
msgid_plural "{n} visits"
msgstr[0] "{n} besök"
msgstr[1] "{n} besök"

msgctxt "month"
msgid "May"
msgstr "maj"
"""


@pytest.fixture
def words(tmp_path: Path) -> Catalog:
    """What a small program speaks."""
    folder = tmp_path / "app"
    folder.mkdir()
    (folder / "tab.py").write_text(SOURCE)
    return catalogs.extract(folder)


def catalog(tmp_path: Path, text: str) -> Catalog:
    path = tmp_path / "kotoportti.po"
    path.write_text(catalogs.HEADER.format(language="sv") + text, encoding="utf-8")
    return catalogs.read(path)


def test_sentences_plurals_and_contexts_are_found(words: Catalog) -> None:
    found = {(message.context, message.id) for message in words if message.id}
    assert found == {
        (None, "Hello {name}"),
        (None, ("{n} visit", "{n} visits")),
        ("month", "May"),
    }


def test_a_whole_catalog_has_no_faults(tmp_path: Path, words: Catalog) -> None:
    assert catalogs.faults(catalog(tmp_path, TRANSLATED), words) == []


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [
        ('msgstr "Hej {name}"', 'msgstr ""', "not translated: Hello {name}"),
        ('msgstr[0] "{n} besök"', 'msgstr[0] ""', "not translated: {n} visit"),
        ("Hej {name}", "Hej {namn}", "other places: Hello {name}"),
        ("Hej {name}", "Hej", "other places: Hello {name}"),
        ('msgstr[1] "{n} besök"', 'msgstr[1] "{m} besök"', "other places: {n} visit"),
        ('msgid "Hello', '#, fuzzy\nmsgid "Hello', "uncertain: Hello {name}"),
        ('msgctxt "month"\n', "", "missing: month: May"),
        ('msgctxt "month"\n', "", "no longer spoken: May"),
    ],
)
def test_a_fault_is_named(
    tmp_path: Path, words: Catalog, right: str, wrong: str, fault: str
) -> None:
    assert right in TRANSLATED
    assert fault in catalogs.faults(catalog(tmp_path, TRANSLATED.replace(right, wrong)), words)


def test_an_update_keeps_translations_and_drops_what_is_not_spoken(
    tmp_path: Path, words: Catalog
) -> None:
    old = TRANSLATED.replace("month", "year") + '\nmsgid "Gone"\nmsgstr "Borta"\n'
    text = catalogs.updated("sv", catalog(tmp_path, old), words)
    assert 'msgstr "Hej {name}"' in text
    assert "Gone" not in text
    assert "year" not in text
    assert catalogs.faults(catalog(tmp_path, text.split("\n\n", 1)[1]), words) == [
        "not translated: month: May"
    ]


def test_an_updated_catalog_names_files_but_no_lines_or_days(
    tmp_path: Path, words: Catalog
) -> None:
    text = catalogs.updated("sv", catalog(tmp_path, TRANSLATED), words)
    assert text.count("#: app/tab.py\n") == 3
    assert "Date" not in text
    assert text == catalogs.updated("sv", catalog(tmp_path, text.split("\n\n", 1)[1]), words)


def test_every_sentence_that_the_program_speaks_is_found() -> None:
    """The extraction does not look into f-strings."""
    spoken = {
        call.args[0].value
        for path in (catalogs.ROOT / "app").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in ("_", "N_")
        and isinstance(call.args[0], ast.Constant)
    }
    assert spoken - {message.id for message in catalogs.extract()} == set()
