from dataclasses import replace

import pytest

from app.domain.reference import SHORT_LABEL_MAX, Kind, Reference
from app.localization import LANGUAGES
from app.services.chips import bundled_reference

REFERENCE = bundled_reference()


@pytest.mark.parametrize("kind", Kind)
def test_every_entry_has_its_names_in_all_languages(kind: Kind) -> None:
    assert REFERENCE[kind]
    for item in REFERENCE[kind].values():
        for language in LANGUAGES:
            assert item.name[language].strip()
            assert 0 < len(item.short[language].strip()) <= SHORT_LABEL_MAX


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_chips_look_alike(kind: Kind, language: str) -> None:
    labels = [item.short[language].casefold() for item in REFERENCE[kind].values()]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("kind", Kind)
def test_what_stands_on_the_keys_at_first_is_known(kind: Kind) -> None:
    order = REFERENCE.default_order[kind]
    assert set(order) <= set(REFERENCE[kind])
    assert len(set(order)) == len(order)


def test_an_unknown_code_speaks_for_itself() -> None:
    assert REFERENCE.short(Kind.TOPIC, "of_later", "fi") == "of_later"
    assert REFERENCE.name(Kind.TOPIC, "of_later", "fi") == "of_later"


def test_what_is_switched_off_keeps_its_name_but_is_not_offered() -> None:
    items = {kind: dict(REFERENCE[kind]) for kind in Kind}
    items[Kind.TOPIC]["benefits"] = replace(items[Kind.TOPIC]["benefits"], active=False)
    changed = Reference(items, REFERENCE.default_order)
    assert "benefits" not in {item.code for item in changed.active(Kind.TOPIC)}
    assert changed.name(Kind.TOPIC, "benefits", "en") == REFERENCE.name(
        Kind.TOPIC, "benefits", "en"
    )
