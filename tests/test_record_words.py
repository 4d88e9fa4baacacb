"""What a record is called and says, part by part."""

from uuid import UUID

import pytest

from app.domain.client import NameKind, Origin, Record
from app.domain.client_change import PARTS
from app.domain.identity import Need
from app.domain.isolates import bare
from app.localization import LANGUAGES, use
from app.services.chips import bundled_reference
from app.words.record import (
    Known,
    name_kind_word,
    need_word,
    origin_word,
    part_word,
    value_words,
)
from tests.clients import person
from tests.domain.test_client_check import WHOLE

KNOWN = Known(bundled_reference(), {UUID(int=1): "Henna"}, {})
BLANK = {"names": "Yusuf", "interpreting": "Not asked"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_kind_and_source_has_a_word_of_its_own(language: str) -> None:
    use(language)
    for words in (
        [part_word(part) for part in PARTS],
        [name_kind_word(kind) for kind in NameKind],
        [origin_word(origin) for origin in Origin],
        [need_word(need) for need in Need],
    ):
        assert len(set(words)) == len(words)
        assert all(words)


def told(record: Record) -> dict[str, str]:
    return {part: bare(value_words(record, part, KNOWN)) for part in PARTS}


def test_what_is_not_known_is_a_dash() -> None:
    assert told(person("Yusuf")) == dict.fromkeys(PARTS, "–") | BLANK


def test_a_whole_record_is_told_in_words_and_never_in_codes() -> None:
    said = told(WHOLE)
    assert said["names"] == "Yusuf Haidari · Own name: یوسف حیدری"
    assert said["birth"] == "1.1.1990"
    assert said["contact_language"] == "Persian (Farsi)"
    assert said["integration_language"] == "Swedish"
    assert said["municipality"] == "Larsmo (Luoto)"
    assert said["groups"] == "Quota refugee"
    assert said["sensitive"] == "Victim of trafficking"
    assert said["arrived_on"] == "24.11.2026"
    assert said["relatives"] == "Spouse Roya"
    assert told(person("Yusuf", birth_year=1990))["birth"] == "1990"
    assert told(person("Yusuf", in_charge=UUID(int=1)))["in_charge"] == "Henna"
