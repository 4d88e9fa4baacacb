"""Two records make one, field by field; taken apart, each says again what it said before."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.domain.client import Client, ClientName, NameKind, Origin, Record, Told
from app.domain.merging.fields import SEVERAL, Field, Side, differing, proposed, value_of
from app.domain.merging.record import merged, taken_apart
from app.domain.responsibility.values import Group
from tests.merges.acts import records

NOON = datetime(2026, 11, 24, 10, tzinfo=UTC)
YUSUF = ClientName("Yusuf", "Haidari")
IN_ARABIC = ClientName("یوسف", "حیدری")
SIDES = st.fixed_dictionaries(
    {
        field: st.sampled_from([*Side] if field in SEVERAL else [Side.KEPT, Side.OTHER])
        for field in Field
    }
)


def client(record: Record, days: int = 0) -> Client:
    """A client whose record was changed so many days after noon."""
    return Client(UUID(int=days), days, record, 0, UUID(int=1), NOON + timedelta(days))


def chosen(kept: Record, other: Record, **sides: Side) -> Record:
    """What is made of two records where nothing else than `sides` is chosen anew."""
    choices: Mapping[Field, Side] = proposed(client(kept), client(other, 1))
    return merged(kept, other, {**choices, **{Field(name): side for name, side in sides.items()}})


def test_the_fuller_datum_is_proposed_and_of_two_the_newer() -> None:
    kept = Record((YUSUF,), birth_year=1990, phone="050 1", contact_language="fa")
    other = Record(
        (ClientName("Yusuf"),), date(1990, 5, 2), 1990, phone="050 2", email="y@h.example"
    )
    one = merged(kept, other, proposed(client(kept), client(other, 1)))
    born = date(1990, 5, 2)
    assert (one.name, one.born, one.phone) == ("Yusuf Haidari", born, "050 2")
    assert (one.contact_language, one.email) == ("fa", "y@h.example")
    older = merged(kept, other, proposed(client(kept, 1), client(other)))
    assert older.phone == "050 1"


def test_what_is_not_chosen_as_the_own_name_stays_beside_it() -> None:
    former = ClientName("Yusuf", "Popal", NameKind.FORMER)
    one = chosen(Record((YUSUF,)), Record((IN_ARABIC, former)), name=Side.OTHER)
    spelt = replace(YUSUF, kind=NameKind.SCRIPT)
    assert one.names == (IN_ARABIC, spelt, former)
    assert chosen(
        Record((YUSUF,)), Record((IN_ARABIC,)), name=Side.OTHER, other_names=Side.OTHER
    ).names == (IN_ARABIC,)


def test_sensitive_groups_of_both_stay() -> None:
    kept = Record((YUSUF,), sensitive=frozenset({Group.TRAFFICKING_VICTIM}))
    other = Record((YUSUF,), sensitive=frozenset({Group.SOCIAL_ASSISTANCE_LONGTERM}))
    one = chosen(kept, other, groups=Side.KEPT)
    both = frozenset({Group.TRAFFICKING_VICTIM, Group.SOCIAL_ASSISTANCE_LONGTERM})
    assert one.sensitive == both


def test_who_told_a_datum_goes_with_it() -> None:
    told = Told(Origin.AUTHORITY, UUID(int=1), NOON.date())
    kept = Record((YUSUF,), date(1990, 1, 2), 1990, phone="050 1", origins={"born": told})
    other = Record((YUSUF,), date(1990, 2, 1), 1990, phone="050 2", origins={"phone": told})
    assert chosen(kept, other, birth=Side.KEPT, phone=Side.OTHER).origins == {
        "born": told,
        "phone": told,
    }
    assert chosen(kept, other, birth=Side.OTHER, phone=Side.KEPT).origins == {}


def test_only_what_differs_is_asked_for() -> None:
    kept, other = Record((YUSUF,), phone="050 1"), Record((YUSUF,), phone="050 2")
    assert differing(kept, other) == (Field.PHONE,)


@given(records(), records(), SIDES)
def test_each_datum_is_that_of_the_side_chosen(
    kept: Record, other: Record, sides: dict[Field, Side]
) -> None:
    one = merged(kept, other, sides)
    for field in set(Field) - SEVERAL:
        theirs = other if sides[field] is Side.OTHER else kept
        assert value_of(one, field) == value_of(theirs, field)
    assert len({name.whole for name in one.names}) == len(one.names)


@given(records(), records(), SIDES)
def test_taken_apart_at_once_a_record_is_as_before(
    kept: Record, other: Record, sides: dict[Field, Side]
) -> None:
    one = merged(kept, other, sides)
    assert taken_apart(kept, one, one) == kept


@given(records(), records(), SIDES)
def test_what_was_entered_since_stays_where_it_was_entered(
    kept: Record, other: Record, sides: dict[Field, Side]
) -> None:
    one = merged(kept, other, sides)
    later = ClientName("Jusuf", "Hajdari", NameKind.SPELLING)
    now = replace(one, phone="050 777", names=(*one.names, later), arrived_on=date(2026, 11, 1))
    apart = taken_apart(kept, one, now)
    assert (apart.phone, apart.arrived_on) == ("050 777", date(2026, 11, 1))
    assert set(apart.names) == {*kept.names, later}
    assert apart.names[0] == kept.names[0]
    assert apart.groups == kept.groups


def test_an_own_name_that_was_changed_since_stays_and_the_former_one_with_it() -> None:
    one = chosen(Record((YUSUF,)), Record((IN_ARABIC,)), name=Side.OTHER)
    changed = ClientName("یوسف", "احمدی")
    apart = taken_apart(Record((YUSUF,)), one, replace(one, names=(changed, *one.names[1:])))
    assert apart.names == (changed, replace(YUSUF, kind=NameKind.SCRIPT))
