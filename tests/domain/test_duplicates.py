"""Two records are likely of one person, or not, and it is said why."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from app.domain.client import ClientName, NameKind, Record, Relation, Relative
from app.domain.duplicates import Facts, Likely, Sign, chosen, facts_of, likely, swapped
from tests.merges.acts import records

BORN = date(1990, 5, 2)
YUSUF = Facts((ClientName("Yusuf", "Haidari"),), BORN, 1990, "050 000 1111", "KA-2026/12")


def other(given: str = "Yusuf", family: str = "Haidari", **facts: object) -> Facts:
    """A record with this name and nothing else but `facts`."""
    return replace(Facts((ClientName(given, family),)), **facts)  # type: ignore[arg-type]


def signs(one: Facts) -> tuple[Sign, ...]:
    found = likely(YUSUF, one)
    return found.signs if found else ()


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (other(born=BORN, year=1990), (Sign.BIRTH, Sign.NAME)),
        (other("Youssef", "Heydari", born=BORN, year=1990), (Sign.BIRTH, Sign.SPELLING)),
        (other("یوسف", "حیدری", born=BORN, year=1990), (Sign.BIRTH, Sign.SPELLING)),
        (other(born=date(1990, 2, 5), year=1990), (Sign.SWAPPED, Sign.NAME)),
        (other("Yusuf", "Popal", born=BORN, year=1990), (Sign.BIRTH, Sign.GIVEN)),
        (other(phone="+358 50 0001111"), (Sign.PHONE, Sign.NAME)),
        (other("Nobody", "Nowhere", reference="ka 2026-12"), (Sign.REFERENCE,)),
    ],
)
def test_sure_signs_are_told(one: Facts, why: tuple[Sign, ...]) -> None:
    found = likely(YUSUF, one)
    assert found is not None
    assert (found.signs, found.sure) == (why, True)
    assert likely(one, YUSUF) == found


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (other(), (Sign.NAME,)),
        (other("Youssef", "Heydari", year=1990), (Sign.SPELLING, Sign.YEAR)),
        (other(born=date(1990, 5, 3), year=1990), (Sign.NAME, Sign.NEAR_BIRTH)),
        (other(born=date(1990, 1, 1), year=1990), (Sign.NAME, Sign.YEAR)),
        (other("Yusuf", "Popal", phone="050 000 1111"), (Sign.PHONE, Sign.GIVEN)),
    ],
)
def test_a_guess_is_told_as_one(one: Facts, why: tuple[Sign, ...]) -> None:
    found = likely(YUSUF, one)
    assert found is not None
    assert (found.signs, found.sure) == (why, False)


@pytest.mark.parametrize(
    "one",
    [
        other(born=date(1971, 11, 24), year=1971),
        other(year=1985),
        other("Mina", "Haidari", born=BORN, year=1990),  # a twin
        other("Mina", "Haidari", phone="050 000 1111"),  # a spouse
        other("Yusuf", ""),
        other("Mina", "Rahimi", born=BORN, year=1990),
    ],
)
def test_who_is_somebody_else_is_not_told(one: Facts) -> None:
    assert likely(YUSUF, one) is None


def test_the_first_of_january_is_no_sure_sign() -> None:
    one = replace(YUSUF, born=date(1990, 1, 1), phone="", reference="")
    found = likely(one, other(born=date(1990, 1, 1), year=1990))
    assert found is not None
    assert (found.signs, found.sure) == ((Sign.NAME, Sign.YEAR), False)


def test_a_former_name_counts() -> None:
    names = (ClientName("Yusuf", "Popal"), ClientName("Yusuf", "Haidari", NameKind.FORMER))
    assert Sign.NAME in signs(Facts(names, BORN, 1990))


def test_a_common_family_says_a_little() -> None:
    relatives = (Relative(Relation.CHILD, "Mina Haidari"),)
    one, two = (
        facts_of(Record((ClientName("Yusuf", name),), relatives=relatives))
        for name in ("Haidari", "Heydari")
    )
    found = likely(one, two)
    assert found is not None
    assert found.signs == (Sign.SPELLING, Sign.FAMILY)


def test_one_identity_code_is_one_person() -> None:
    one = replace(YUSUF, identity="131052-308T")
    assert signs(one) != ()
    found = likely(one, other("Mina", "Rahimi", identity="131052-308T"))
    assert found is not None
    assert (found.signs, found.sure) == ((Sign.IDENTITY,), True)


def test_of_mere_guesses_one_is_told_and_none_beside_a_sure_one() -> None:
    guesses = [("a", Likely((Sign.NAME,), 1.0, sure=False)), ("b", Likely((), 0.9, sure=False))]
    sure = ("c", Likely((Sign.BIRTH,), 4.0, sure=True))
    assert chosen(guesses) == guesses[:1]
    assert chosen([*guesses, sure]) == [sure]


def test_a_day_that_is_no_month_is_not_swapped() -> None:
    assert swapped(date(1990, 5, 2)) == date(1990, 2, 5)
    assert swapped(date(1990, 5, 13)) is None
    assert swapped(date(1990, 5, 5)) is None


@given(records(), records())
def test_what_speaks_for_one_person_does_so_from_either_side(one: Record, two: Record) -> None:
    ours, theirs = facts_of(one), facts_of(two)
    assert likely(ours, theirs) == likely(theirs, ours)
