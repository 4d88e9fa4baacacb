"""What is done to the clients of a store, as hypothesis draws it."""

from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

from app.domain.client import (
    INTEGRATION_LANGUAGES,
    SENSITIVE,
    ClientName,
    Interpreting,
    NameKind,
    Origin,
    Record,
    Relation,
    Relative,
    Told,
)
from app.domain.merging.fields import SEVERAL, Field, Side
from app.domain.reference import Kind
from app.domain.responsibility.values import Group, Labour
from tests.shapes import codes

CLIENTS = 3
ACTS = 7
_GIVEN = ("Yusuf", "یوسف", "Mina", "Олена", "Roya Mina", "Anna", "ሰላም")
_FAMILY = ("Haidari", "حیدری", "Rahimi", "Шевченко", "Nyman", "")
_PHONES = ("", "050 000 1111", "+358 50 000 2222")
_PLAIN = frozenset(Group) - SENSITIVE
_KINDS = (NameKind.SPELLING, NameKind.SCRIPT, NameKind.FORMER)


@dataclass(frozen=True)
class Merging:
    """Merge one client into another."""

    kept: int
    other: int
    sides: tuple[Side, ...]

    def choices(self) -> dict[Field, Side]:
        return {
            field: Side.KEPT if side is Side.BOTH and field not in SEVERAL else side
            for field, side in zip(Field, self.sides, strict=True)
        }


@dataclass(frozen=True)
class Apart:
    """Take one of the merges apart that stand by then."""

    which: int


@dataclass(frozen=True)
class Entry:
    """Enter something new at a client: a visit, a telephone, a relative, another name, a group."""

    client: int
    what: str


@dataclass(frozen=True)
class Order:
    """Set a non-disclosure order for a client, or lift it."""

    client: int
    until: date | None


Act = Merging | Apart | Entry | Order


def records() -> st.SearchStrategy[Record]:
    """Any record, with relatives by name."""
    own = st.builds(ClientName, st.sampled_from(_GIVEN), st.sampled_from(_FAMILY))
    others = st.lists(
        st.builds(
            ClientName,
            st.sampled_from(_GIVEN),
            st.sampled_from(_FAMILY),
            st.sampled_from(_KINDS),
        ),
        max_size=2,
        unique_by=lambda name: name.whole,
    )
    return st.builds(
        lambda own, others, born, **fields: Record(
            (own, *(one for one in others if one.whole != own.whole)),
            born=born,
            birth_year=born.year if born else None,
            **fields,
        ),
        own,
        others,
        st.none() | st.dates(date(1950, 1, 1), date(2010, 12, 31)),
        contact_language=st.none() | codes(Kind.LANGUAGE),
        interpreting=st.sampled_from(Interpreting),
        integration_language=st.none() | st.sampled_from(INTEGRATION_LANGUAGES),
        municipality=st.none() | codes(Kind.MUNICIPALITY),
        labour=st.none() | st.sampled_from(Labour),
        groups=_some(_PLAIN),
        sensitive=_some(SENSITIVE),
        phone=st.sampled_from(_PHONES),
        address=st.sampled_from(("", "Storgatan 17")),
        koto_aj=st.sampled_from(("", "KA-1", "KA-2")),
        relatives=st.lists(_relatives(), max_size=2, unique=True).map(tuple),
        origins=st.just({}) | st.just({"phone": Told(Origin.FAMILY)}),
    )


def acts() -> st.SearchStrategy[list[Act]]:
    """Some acts, most of them merges."""
    client = st.integers(0, CLIENTS - 1)
    sides = st.tuples(*(st.sampled_from(Side) for _field in Field))
    merging = st.builds(Merging, client, client, sides)
    apart = st.builds(Apart, st.integers(0, ACTS))
    entry = st.builds(Entry, client, st.sampled_from(("visit", "phone", "relative", "name")))
    order = st.builds(Order, client, st.none() | st.just(date(2027, 5, 1)))
    return st.lists(merging | merging | apart | entry | order, min_size=1, max_size=ACTS)


def _some(groups: frozenset[Group]) -> st.SearchStrategy[frozenset[Group]]:
    return st.frozensets(st.sampled_from(sorted(groups)), max_size=2)


def _relatives() -> st.SearchStrategy[Relative]:
    return st.builds(Relative, st.sampled_from(Relation), st.sampled_from(("Mina", "Roya", "Ali")))
