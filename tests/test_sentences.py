"""Every refusal in the program has its sentence, in every language, with its values in place."""

import ast
import re
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from typing import NamedTuple

import pytest

from app import localization
from app.domain.errors import Refused
from app.localization import LANGUAGES
from app.store import trouble
from app.words.sentences import codes, sentence

APP = Path(localization.__file__).parent
BY_TABLE = (trouble._BY_SQLITE, trouble._BY_POSTGRES)


class Raised(NamedTuple):
    """One `Refused(...)` in the program: its code, the names of its values, and where."""

    code: str
    values: frozenset[str]
    where: str


def raised() -> Iterator[Raised]:
    """All refusals that the program makes with a code of its own."""
    for path in sorted(APP.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Refused"):
                names = frozenset(keyword.arg or "**" for keyword in node.keywords)
                where = f"{path.relative_to(APP.parent)}:{node.lineno}"
                for code in codes_of(node.args[0]):
                    yield Raised(code, names, where)
    for table in BY_TABLE:
        yield from (Raised(code, frozenset(), "app/store/trouble.py") for code in table.values())
    for code in trouble._BY_SYSTEM.values():
        yield Raised(code, frozenset({"place"}), "app/store/trouble.py")


def codes_of(argument: ast.expr) -> Iterator[str]:
    """The codes that an argument can be: a word, or one of two words."""
    if isinstance(argument, ast.Constant):
        yield str(argument.value)
    elif isinstance(argument, ast.IfExp):
        yield from codes_of(argument.body)
        yield from codes_of(argument.orelse)
    else:
        assert ast.unparse(argument) in ("code", "refused.code"), ast.unparse(argument)


RAISED = list(raised())
SAMPLES: dict[str, object] = {
    "day": date(2026, 11, 24),
    "time": time(9, 5),
    "opens": time(9, 5),
    "closes": time(9, 5),
    "seconds": 7,
    "length": 7,
    "least": 7,
    "most": 7,
    "days": 7,
    "found": 7,
    "known": 7,
}


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Each language in turn, in use."""
    localization.use(request.param)
    return str(request.param)


def sample(name: str) -> object:
    """A value that is recognised in a sentence: `‹name›` unless its kind matters."""
    return SAMPLES.get(name, f"‹{name}›")


def test_refusals_were_found() -> None:
    assert len({one.code for one in RAISED}) > 50
    assert ("topic_missing", frozenset()) in {(one.code, one.values) for one in RAISED}


def test_every_code_has_a_sentence() -> None:
    assert {one.code: one.where for one in RAISED if one.code not in codes()} == {}


def test_every_sentence_has_its_use() -> None:
    sentences = APP / "words" / "sentences.py"
    others = [path for path in APP.rglob("*.py") if path != sentences]
    text = "\n".join(path.read_text("utf-8") for path in others)
    words = set(re.findall(r'"([a-z_]+)"', text))
    assert codes() - words == set()


def test_every_refusal_fills_the_places_of_its_sentence(language: str) -> None:
    for one in RAISED:
        values = {name: sample(name) for name in one.values if name != "**"}
        spoken = sentence(Refused(one.code, **values))
        assert spoken.strip(), one
        assert "{" not in spoken, one
        assert not spoken.startswith(one.code), one


def test_every_sentence_ends_as_a_sentence(language: str) -> None:
    for one in RAISED:
        spoken = sentence(Refused(one.code, **{name: sample(name) for name in one.values}))
        assert spoken[-1] in ".!?›", spoken
        assert spoken[0].isupper() or not spoken[0].isalpha(), spoken


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_no_sentence_is_left_in_english(language: str) -> None:
    for one in RAISED:
        refused = Refused(one.code, **{name: sample(name) for name in one.values})
        localization.use("en")
        english = sentence(refused)
        localization.use(language)
        assert sentence(refused) != english, one


def test_dates_and_times_are_written_as_the_language_does(language: str) -> None:
    assert "24.11.2026" in sentence(Refused("date_in_future", day=date(2026, 11, 24)))
    assert "9.05" in sentence(Refused("time_in_future", time=time(9, 5)))


def test_what_was_typed_can_be_shown_on_any_screen(language: str) -> None:
    spoken = sentence(Refused("code_unknown", given="a\0\ud800\nb {x} %s"))
    spoken.encode("utf-8")
    assert "a b {x} %s" in spoken


def test_a_code_without_a_sentence_is_still_told(language: str) -> None:
    assert "never_heard" in sentence(Refused("never_heard"))
