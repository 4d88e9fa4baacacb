"""Chips renamed, switched off and put on keys, and what cannot be done to them."""

import pytest

from app.domain.errors import Refused
from app.domain.reference import SHORT_LABEL_MAX, Kind
from app.domain.roles import Role
from app.services import chips, visits
from app.services.unit import Changes, Desk
from tests.desks import SetClock, colleague, visit

LABELS = {"fi": "Kela", "sv": "FPA", "en": "Kela"}
TOPIC = Kind.TOPIC


def test_a_chip_before_its_change_undoes_it(desk: Desk) -> None:
    delivered = chips.bundled_reference()[TOPIC]["benefits"]
    with desk.write() as unit:
        before = chips.save_chip(unit, TOPIC, "benefits", LABELS, active=False)
        assert unit.changes == Changes.CHIPS
    assert before == delivered
    with desk.read() as unit:
        changed = chips.reference(unit)[TOPIC]["benefits"]
    assert (changed.short, changed.active, changed.name) == (LABELS, False, delivered.name)
    with desk.write() as unit:
        assert chips.save_chip(unit, TOPIC, "benefits", before.short, active=True) == changed
    with desk.read() as unit:
        assert chips.reference(unit)[TOPIC]["benefits"] == delivered


def test_labels_fill_their_length_and_no_more(desk: Desk) -> None:
    full, longer = "x" * SHORT_LABEL_MAX, "x" * (SHORT_LABEL_MAX + 1)
    with desk.write() as unit:
        chips.save_chip(unit, TOPIC, "work", LABELS | {"sv": full}, active=True)
    for label, code in ((longer, "label_too_long"), (" ", "label_missing")):
        with pytest.raises(Refused, match=code), desk.write() as unit:
            chips.save_chip(unit, TOPIC, "work", LABELS | {"sv": label}, active=True)


def test_one_topic_stays_on(desk: Desk) -> None:
    *most, last = chips.bundled_reference()[TOPIC].values()
    with desk.write() as unit:
        for item in most:
            chips.save_chip(unit, TOPIC, item.code, item.short, active=False)
    with pytest.raises(Refused, match="topics_all_off"), desk.write() as unit:
        chips.save_chip(unit, TOPIC, last.code, last.short, active=False)
    with desk.read() as unit:
        assert [item.code for item in chips.reference(unit).active(TOPIC)] == [last.code]


def test_every_outcome_may_be_off(desk: Desk) -> None:
    with desk.write() as unit:
        for item in chips.bundled_reference()[Kind.OUTCOME].values():
            chips.save_chip(unit, Kind.OUTCOME, item.code, item.short, active=False)
        assert not any(chips.reference(unit).active(Kind.OUTCOME))


def test_an_order_before_its_change_undoes_it(desk: Desk) -> None:
    delivered = chips.bundled_reference().default_order[Kind.LANGUAGE]
    wanted = tuple(reversed(delivered))
    with desk.write() as unit:
        before = chips.save_order(unit, "kruunupyy", Kind.LANGUAGE, wanted)
        assert before == delivered
        assert chips.order(unit, "kruunupyy", Kind.LANGUAGE) == wanted
        assert chips.order(unit, "pietarsaari", Kind.LANGUAGE) == delivered
    with desk.write() as unit:
        assert chips.save_order(unit, "kruunupyy", Kind.LANGUAGE, before) == wanted
        assert chips.order(unit, "kruunupyy", Kind.LANGUAGE) == delivered


@pytest.mark.parametrize(
    ("codes", "code"),
    [
        (("ar", "ar"), "chosen_twice"),
        (("ar", "klingon"), "code_unknown"),
        (("ar", "fi", "uk", "sv", "en", "vi", "ru", "so", "fa", "tr"), "too_many_on_keys"),
    ],
)
def test_an_order_that_no_keys_can_have(desk: Desk, codes: tuple[str, ...], code: str) -> None:
    with pytest.raises(Refused, match=code), desk.write() as unit:
        chips.save_order(unit, "kruunupyy", Kind.LANGUAGE, codes)


def test_common_are_those_of_the_last_ninety_days(desk: Desk, clock: SetClock) -> None:
    with desk.write() as unit:
        for language in ("so", "ar", "ar", None):
            visits.record(unit, visit("work", language=language))
        void = visits.record(unit, visit("work", language="fa"))
        visits.void(unit, void.id, "twice")
        visits.record(unit, visit("work", location="kruunupyy", language="uk"))
    with desk.read() as unit:
        assert chips.common(unit, "pietarsaari", Kind.LANGUAGE) == ("ar", "so")
    clock.forward(days=91)
    with desk.read() as unit:
        assert chips.common(unit, "pietarsaari", Kind.LANGUAGE) == ()


def test_chips_are_for_who_keeps_the_settings(desk: Desk) -> None:
    clerk = colleague(desk, "clerk", Role.CLERK)
    with pytest.raises(Refused, match="no_right"), clerk.write() as unit:
        chips.save_chip(unit, TOPIC, "work", LABELS, active=True)
    with pytest.raises(Refused, match="no_right"), clerk.write() as unit:
        chips.save_order(unit, "kruunupyy", Kind.LANGUAGE, ("ar",))
