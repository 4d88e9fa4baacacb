"""The printed phrases: whole where they must be, with the same places in every language."""

import json
import string
from typing import Any

import pytest

from app import paths
from app.domain.reference import Kind
from app.domain.slip import BRING
from app.services.chips import bundled_reference
from app.services.directory import bundled_services

DATA: dict[str, Any] = json.loads(paths.resource("phrases.json").read_text("utf-8"))
PHRASES: dict[str, dict[str, str]] = DATA["phrases"]


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)


@pytest.mark.parametrize("key", PHRASES)
def test_every_phrase_is_there_in_the_confirmed_languages_with_the_same_places(key: str) -> None:
    phrase = PHRASES[key]
    assert {"fi", "sv", "en"} <= phrase.keys() <= DATA["languages"].keys()
    assert len({tuple(placeholders(text)) for text in phrase.values()}) == 1
    assert all(text == text.strip() and text for text in phrase.values())


def test_only_finnish_swedish_and_english_are_confirmed() -> None:
    confirmed = {code for code, one in DATA["languages"].items() if one["status"] == "confirmed"}
    assert confirmed == {"fi", "sv", "en"}
    assert {one["status"] for one in DATA["languages"].values()} == {"confirmed", "draft"}


def test_every_topic_kind_and_thing_has_its_words() -> None:
    topics = {f"matter.{code}" for code in bundled_reference()[Kind.TOPIC]}
    kinds = {f"category.{one.category}" for one in bundled_services().values()}
    assert topics | kinds | set(BRING) <= PHRASES.keys()


def test_text_brings_no_direction_of_its_own() -> None:
    signs = set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert not [key for key, one in PHRASES.items() if signs & set("".join(one.values()))]


def test_only_public_contacts_of_the_unit_stand_in_the_directory() -> None:
    services = bundled_services().values()
    assert len(services) == 68
    assert {one.phone for one in services} == {"", "044 785 1686"}
    assert {one.email for one in services} == {"", "integration@jakobstad.fi"}
