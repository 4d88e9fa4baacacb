"""A client recorded and amended by keys; nothing that was typed is lost."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.domain.client import (
    Client,
    ClientName,
    Interpreting,
    NameKind,
    Origin,
    Record,
    Relation,
    Why,
)
from app.domain.client_change import Side
from app.domain.responsibility.values import Group, Labour
from app.domain.roles import Role
from app.services import client_draft, clients, protection
from app.services.lookup import look_up
from app.services.unit import Desk
from app.ui.clients.record.form import RecordForm
from app.ui.language import switch
from app.ui.widgets.toast import Toast
from tests.clients import recorded
from tests.desks import colleague
from tests.ui.clients.conftest import CONTROL, Hands, Opens

KEY = Qt.Key
SENSITIVE = frozenset({Group.TRAFFICKING_VICTIM})


class Filler:
    """Hands on the record form."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands

    @property
    def form(self) -> RecordForm:
        return self.hands.tab.recording.form

    def new(self, searched: str = "Yusuf Haidari") -> None:
        self.hands.search(searched)
        self.hands.press(KEY.Key_N, CONTROL)

    def amend(self, name: str) -> None:
        self.hands.open(name)
        self.hands.press(KEY.Key_E, CONTROL)

    def save(self) -> None:
        self.hands.press(KEY.Key_Return, CONTROL)

    def type_at(self, widget: object, words: str) -> None:
        """Go to a field and type in place of what stands there."""
        widget.setFocus()  # type: ignore[attr-defined]
        self.hands.press(KEY.Key_A, CONTROL)
        self.hands.press(KEY.Key_Backspace)
        self.hands.type(words)

    def here(self) -> bool:
        return self.form.isVisible()

    def stored(self, name: str) -> Client:
        """The first client whom the name finds, as the store has it."""
        with self.hands.desk.read() as unit:
            found = look_up(unit, name).found[0]
            return clients.open_record(unit, found.id, Why.VISIT)

    def is_there(self, name: str) -> bool:
        with self.hands.desk.read() as unit:
            return any(one.certain for one in look_up(unit, name).found)

    def undo(self) -> None:
        self.hands.tab.workplace.undo.take_back_last()


@pytest.fixture
def filler(hands: Hands) -> Filler:
    return Filler(hands)


@pytest.fixture
def other(desk: Desk) -> Desk:
    """Another desk, of somebody who was not named."""
    return colleague(desk, "otso", Role.ADVISER)


def amended_by(other: Desk, client: Client, **fields: object) -> None:
    with other.write() as unit:
        new = replace(client.record, **fields)  # type: ignore[arg-type]
        clients.amend(unit, client.id, new, client.revision)


# A new client


def test_what_was_searched_for_is_the_name_of_the_new_client(filler: Filler) -> None:
    filler.new("Ali Reza Karimi")
    own = filler.form.pieces.names.own
    assert (own.given.text(), own.family.text()) == ("Ali Reza", "Karimi")
    assert filler.hands.focus() is own.family.edit


def test_a_client_is_recorded_by_keys_alone(filler: Filler) -> None:
    filler.new()
    press = filler.hands.press
    for _stop in range(4):
        press(KEY.Key_Tab)
    assert filler.hands.focus() is filler.form.pieces.birth.field.edit
    filler.hands.type("1.2.90")
    press(KEY.Key_Tab)
    press(KEY.Key_1)
    press(KEY.Key_Tab)
    press(KEY.Key_1)
    press(KEY.Key_Tab)
    press(KEY.Key_Right)
    press(KEY.Key_Space)
    press(KEY.Key_Tab)
    press(KEY.Key_3)
    filler.save()
    record = filler.stored("Haidari").record
    assert record == Record(
        (ClientName("Yusuf", "Haidari"),),
        born=date(1990, 2, 1),
        birth_year=1990,
        contact_language="ar",
        interpreting=Interpreting.NEEDED,
        integration_language="sv",
        municipality="luoto",
    )
    assert not filler.here()
    assert filler.hands.tab.client is not None
    assert filler.hands.tab.client.record == record


def test_a_mistaken_client_is_taken_back_by_undo(filler: Filler) -> None:
    filler.new()
    filler.save()
    assert filler.is_there("Haidari")
    filler.undo()
    assert not filler.is_there("Haidari")


def test_it_cannot_be_recorded_before_it_has_a_name_and_says_so(filler: Filler) -> None:
    filler.new("1.1.1990")
    foot = filler.form.foot
    assert (foot.line.text(), foot.save.isEnabled()) == ("Write a name.", False)
    filler.save()
    assert filler.here()
    filler.hands.type("Yusuf")
    assert (foot.line.text(), foot.save.isEnabled()) == ("", True)


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("birth", "30.2.1990", "Write the birth date as 1.1.1990, or only the year."),
        ("birth", "2030", "The birth date is in the future. Check it."),
        ("email", "at home", "An e-mail address looks like name@example.fi."),
        ("phone", "by post", "A telephone number has digits, spaces, + and hyphens."),
        ("koto_aj", "?", "A Koto-AJ reference has letters, digits and hyphens, at most 40."),
        ("arrived_on", "soon", "Write the day as 24.11.2026."),
        ("permit_on", "1.1.2030", "1.1.2030 is in the future. Choose today or an earlier day."),
    ],
)
def test_what_is_wrong_stands_below_its_field_while_one_types(
    filler: Filler, name: str, text: str, sentence: str
) -> None:
    filler.new()
    pieces = filler.form.pieces
    fields = {"birth": pieces.birth.field, "koto_aj": pieces.koto_aj.field}
    fields |= pieces.contact.lines
    fields |= {day: reading.field for day, reading in pieces.days.readings.items()}
    filler.type_at(fields[name].edit, text)
    assert fields[name].error() == sentence
    assert [one for one in fields.values() if one.error()] == [fields[name]]
    assert filler.form.foot.line.text() == sentence
    assert not filler.form.foot.save.isEnabled()


def test_a_birth_date_is_read_back_with_the_age(filler: Filler) -> None:
    filler.new()
    field = filler.form.pieces.birth.field
    filler.type_at(field.edit, "251190")
    assert field.message.text() == "25.11.1990 · 35 years old"


def test_a_language_without_a_chip_is_found_by_typing(filler: Filler) -> None:
    filler.new()
    chips = filler.form.pieces.language.group.chips
    chips["more"].setFocus()
    filler.hands.press(KEY.Key_Space)
    filler.hands.type("tigr")
    filler.hands.press(KEY.Key_Return)
    filler.save()
    assert filler.stored("Haidari").record.contact_language == "ti"


def test_family_is_a_client_who_is_there_or_a_name(filler: Filler) -> None:
    wife = recorded(filler.hands.desk, "Roya", "Haidari", birth_year=1991)
    filler.new()
    family = filler.form.pieces.family
    filler.hands.click(family.add)
    spouse = family.lines[0]
    filler.hands.press(KEY.Key_S)
    filler.hands.press(KEY.Key_Tab)
    filler.hands.type("Roya")
    filler.hands.qtbot.waitUntil(lambda: bool(spouse.offers))
    spouse.offers[0].setFocus()
    filler.hands.press(KEY.Key_Space)
    assert spouse.name.text() == "Roya Haidari"
    filler.hands.click(family.add)
    child = family.lines[1]
    filler.hands.press(KEY.Key_C)
    filler.type_at(child.name.edit, "Mina")
    filler.type_at(child.phone.edit, "050 1")
    filler.save()
    relatives = filler.stored("Yusuf Haidari").record.relatives
    assert [(one.relation, one.name, one.phone, one.client) for one in relatives] == [
        (Relation.SPOUSE, "", "", wife.id),
        (Relation.CHILD, "Mina", "050 1", None),
    ]


def test_a_telephone_of_nobody_is_told(filler: Filler) -> None:
    filler.new()
    family = filler.form.pieces.family
    filler.hands.click(family.add)
    filler.type_at(family.lines[0].phone.edit, "050 1")
    assert family.lines[0].name.error() == "Write a name."
    filler.hands.click(family.lines[0].drop)
    assert filler.form.foot.save.isEnabled()


def test_who_told_a_datum_is_noted_and_taken_away(filler: Filler) -> None:
    filler.new()
    filler.type_at(filler.form.pieces.birth.field.edit, "1990")
    told = filler.form.pieces.told
    filler.hands.click(told.begin)
    assert list(told.parts.chips) == ["names", "birth"]
    assert not told.keep.isEnabled()
    filler.hands.press(KEY.Key_2)
    next(iter(told.origins.chips.values())).setFocus()
    filler.hands.press(KEY.Key_2)
    filler.hands.click(told.keep)
    filler.save()
    origins = filler.stored("Haidari").record.origins
    assert {name: one.origin for name, one in origins.items()} == dict.fromkeys(
        ("born", "birth_year"), Origin.DOCUMENT
    )
    filler.amend("Yusuf Haidari")
    filler.hands.click(filler.form.pieces.told.drops["birth"])
    filler.save()
    assert not filler.stored("Haidari").record.origins


# Nothing is lost


def test_esc_leaves_and_undo_brings_back_all_that_was_typed(filler: Filler) -> None:
    filler.new()
    pieces = filler.form.pieces
    filler.type_at(pieces.birth.field.edit, "30.2.1990")
    filler.type_at(pieces.contact.lines["phone"].edit, "050 1")
    filler.hands.press(KEY.Key_Escape)
    assert not filler.here()
    assert filler.hands.focus() is filler.hands.tab.lookup.field.edit
    (toast,) = filler.hands.window.findChildren(Toast)
    assert toast.title.text() == "Form left"
    window = filler.hands.window
    assert window.childAt(toast.title.mapTo(window, toast.title.rect().center())) is toast.title
    filler.undo()
    assert filler.here()
    own = pieces.names.own
    assert (own.given.text(), own.family.text()) == ("Yusuf", "Haidari")
    assert pieces.birth.field.text() == "30.2.1990"
    assert pieces.contact.lines["phone"].text() == "050 1"


def test_a_form_in_which_nothing_was_typed_leaves_nothing_to_undo(filler: Filler) -> None:
    filler.amend("Warsame")
    filler.hands.press(KEY.Key_Escape)
    assert not filler.hands.tab.workplace.undo.any_left
    assert filler.hands.tab.card.isVisible()


def test_other_tabs_and_other_clients_leave_it_as_it_is(filler: Filler) -> None:
    filler.amend("Warsame")
    phone = filler.form.pieces.contact.lines["phone"]
    filler.type_at(phone.edit, "050 9")
    filler.hands.window.frame.pages.go(1)
    filler.hands.window.frame.pages.go(2)
    assert filler.here()
    filler.hands.open("Rahimi")
    assert not filler.here()
    filler.amend("Warsame")
    assert phone.text() == "050 9"


def test_an_unfinished_form_is_there_again_when_the_program_is(
    filler: Filler, opened: Opens
) -> None:
    filler.amend("Warsame")
    filler.type_at(filler.form.pieces.contact.lines["phone"].edit, "050 9")
    filler.type_at(filler.form.pieces.birth.field.edit, "30.2.1990")
    filler.hands.window.close()
    again = Filler(opened())
    assert again.here()
    assert again.form.pieces.contact.lines["phone"].text() == "050 9"
    assert again.form.pieces.birth.field.text() == "30.2.1990"
    again.type_at(again.form.pieces.birth.field.edit, "1991")
    again.save()
    record = again.stored("Warsame").record
    assert (record.phone, record.birth_year) == ("050 9", 1991)
    again.hands.window.close()
    assert not opened().tab.recording.form.filling.is_typed()


def test_a_crash_loses_no_more_than_a_moment(filler: Filler, opened: Opens) -> None:
    filler.new()
    filler.type_at(filler.form.pieces.contact.lines["phone"].edit, "050 9")
    with filler.hands.desk.read() as unit:
        assert client_draft.load(unit) is None

    def kept() -> bool:
        with filler.hands.desk.read() as unit:
            return client_draft.load(unit) is not None

    filler.hands.qtbot.waitUntil(kept)
    filler.hands.press(KEY.Key_Escape)
    assert not kept()


def test_a_form_that_another_one_replaces_comes_back_by_undo(filler: Filler) -> None:
    filler.new()
    filler.type_at(filler.form.pieces.contact.lines["phone"].edit, "050 9")
    filler.amend("Rahimi")
    assert filler.form.heading.text().endswith("Muhammad Rahimi\u2069")
    filler.undo()
    assert filler.form.heading.text() == "New client"
    assert filler.form.pieces.contact.lines["phone"].text() == "050 9"


def test_what_the_store_refuses_stays_in_the_form(filler: Filler, other: Desk) -> None:
    filler.amend("Warsame")
    client = filler.hands.tab.client
    assert client is not None
    with filler.hands.desk.write() as unit:
        protection.protect(unit, client.id, None)
        protection.unname_person(unit, unit.actor.staff_id)
    filler.type_at(filler.form.pieces.contact.lines["phone"].edit, "050 9")
    filler.save()
    assert filler.form.notice.banner.fact.text() == "There is no such client."
    assert filler.form.pieces.contact.lines["phone"].text() == "050 9"


# Amending


def test_names_and_numbers_are_amended_and_put_back_by_undo(filler: Filler) -> None:
    before = filler.stored("Warsame")
    filler.amend("Warsame")
    names = filler.form.pieces.names
    filler.hands.click(names.adds[NameKind.FORMER])
    filler.hands.type("Ali")
    filler.hands.click(names.lines[1].drop)
    filler.type_at(filler.form.pieces.contact.lines["phone"].edit, "050 2")
    filler.save()
    after = filler.stored("Warsame").record
    assert after.names == (before.record.names[0], ClientName("Ali", "", NameKind.FORMER))
    assert after.phone == "050 2"
    assert filler.hands.tab.client is not None
    assert filler.hands.tab.client.record == after
    filler.undo()
    assert filler.stored("Warsame").record == before.record


def test_nothing_changed_is_nothing_written(filler: Filler) -> None:
    before = filler.stored("Warsame")
    filler.amend("Warsame")
    filler.save()
    assert not filler.here()
    assert filler.stored("Warsame") == before


def test_a_chip_that_is_chosen_is_taken_back_by_its_own_key(filler: Filler) -> None:
    filler.amend("Warsame")
    labour = filler.form.pieces.labour
    labour.group.chips[Labour.NOT_JOBSEEKER].setFocus()
    filler.hands.press(KEY.Key_3)
    filler.save()
    assert filler.stored("Warsame").record.labour is None


def test_the_town_of_a_protected_client_is_neither_seen_nor_lost(filler: Filler) -> None:
    filler.hands.open("Zahra")
    filler.hands.press(KEY.Key_1)
    filler.hands.press(KEY.Key_E, CONTROL)
    pieces = filler.form.pieces
    assert not pieces.municipality.isVisible()
    assert not pieces.contact.lines["address"].isVisible()
    filler.type_at(pieces.contact.lines["phone"].edit, "050 3")
    filler.save()
    client = filler.stored("Zahra")
    with filler.hands.desk.write() as unit:
        protection.lift(unit, client.id)
    record = filler.stored("Zahra").record
    assert (record.municipality, record.address) == ("luoto", "Hemliga gatan 1")
    assert record.phone == "050 3"


def test_sensitive_groups_are_shown_for_a_reason_and_stay_where_they_are_not(
    filler: Filler,
) -> None:
    client = recorded(filler.hands.desk, "Yusuf", "Haidari", sensitive=SENSITIVE)

    def sensitive() -> frozenset[Group]:
        with filler.hands.desk.read() as unit:
            return clients.sensitive_groups(unit, client.id, Why.PLAN)

    filler.amend("Haidari")
    filler.type_at(filler.form.pieces.contact.lines["phone"].edit, "050 3")
    filler.save()
    assert sensitive() == SENSITIVE
    filler.amend("Haidari")
    piece = filler.form.pieces.sensitive
    assert not piece.group.isVisible()
    before = len(filler.hands.logged())
    filler.hands.click(piece.show_them)
    filler.hands.press(KEY.Key_3)
    assert filler.hands.logged()[before:] == [("client.sensitive", "plan")]
    assert piece.group.chosen() == (Group.TRAFFICKING_VICTIM,)
    assert not filler.form.filling.is_typed()
    filler.hands.press(KEY.Key_1)
    filler.save()
    assert sensitive() == frozenset()
    filler.undo()
    assert sensitive() == SENSITIVE


# Two desks


def test_the_second_sees_both_and_chooses_line_by_line(filler: Filler, other: Desk) -> None:
    filler.amend("Warsame")
    client = filler.hands.tab.client
    assert client is not None
    amended_by(other, client, phone="050 7", municipality="luoto")
    filler.type_at(filler.form.pieces.contact.lines["phone"].edit, "050 8")
    filler.type_at(filler.form.pieces.contact.lines["email"].edit, "")
    filler.save()
    clash = filler.form.clash
    assert clash.isVisible()
    shown = {
        part: {side: option.text() for side, option in line.items()}
        for part, line in clash.options.items()
    }
    assert shown == {
        "phone": {Side.OWN: "050 8", Side.THEIRS: "050 7"},
        "municipality": {Side.OWN: "Jakobstad (Pietarsaari)", Side.THEIRS: "Larsmo (Luoto)"},
        "email": {Side.OWN: "–", Side.THEIRS: "mohamed@warsame.example"},
    }
    assert clash.chosen() == {"municipality": Side.THEIRS, "email": Side.OWN}
    assert filler.form.foot.line.text() == "Choose in every line what stands."
    filler.save()
    assert clash.isVisible()
    clash.options["phone"][Side.OWN].setFocus()
    filler.hands.press(KEY.Key_Right)
    filler.hands.press(KEY.Key_Space)
    filler.hands.press(KEY.Key_Left)
    filler.hands.press(KEY.Key_Space)
    filler.save()
    record = filler.stored("Warsame").record
    assert (record.phone, record.municipality, record.email) == ("050 8", "luoto", "")
    assert not filler.here()
    filler.undo()
    record = filler.stored("Warsame").record
    assert (record.phone, record.municipality) == ("050 7", "luoto")


def test_the_way_back_from_the_choice_is_the_form_as_it_was(filler: Filler, other: Desk) -> None:
    filler.amend("Warsame")
    client = filler.hands.tab.client
    assert client is not None
    amended_by(other, client, phone="050 7")
    phone = filler.form.pieces.contact.lines["phone"]
    filler.type_at(phone.edit, "050 8")
    filler.save()
    filler.hands.press(KEY.Key_Escape)
    assert phone.isVisible()
    assert phone.text() == "050 8"
    filler.save()
    assert filler.form.clash.isVisible()


def test_an_order_that_was_only_set_meanwhile_asks_nothing(filler: Filler) -> None:
    filler.amend("Warsame")
    client = filler.hands.tab.client
    assert client is not None
    with filler.hands.desk.write() as unit:
        protection.protect(unit, client.id, None)
        protection.lift(unit, client.id)
    filler.type_at(filler.form.pieces.contact.lines["phone"].edit, "050 8")
    filler.save()
    assert not filler.here()
    assert filler.stored("Warsame").record.phone == "050 8"


# Words


def test_all_texts_follow_the_language(filler: Filler) -> None:
    filler.amend("Warsame")
    form = filler.form

    def texts() -> list[str]:
        rows = [label.title.text() for label in form.labels]
        fields = [field.label.text() for field in form.pieces.contact.lines.values()]
        return [*rows, *fields, form.lead.text(), form.foot.save.text()]

    english = texts()
    typed = form.pieces.typed()
    switch("sv")
    assert not set(english) & set(texts())
    assert form.pieces.typed() == typed
