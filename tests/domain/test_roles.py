import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.roles import FIRST_PERSON, Right, Role, demand, rights_of

roles = st.frozensets(st.sampled_from(Role))


@given(roles, roles)
def test_roles_add_up(some: frozenset[Role], others: frozenset[Role]) -> None:
    assert rights_of(some | others) == rights_of(some) | rights_of(others)


@given(roles, st.sampled_from(Right))
def test_a_right_is_demanded_as_it_is_held(held: frozenset[Role], right: Right) -> None:
    if right in rights_of(held):
        demand(held, right)
    else:
        with pytest.raises(Refused, match="no_right"):
            demand(held, right)


def test_without_a_role_there_is_no_right() -> None:
    assert rights_of(()) == frozenset()


@pytest.mark.parametrize(
    ("role", "right"),
    [
        (Role.ADMINISTRATOR, Right.RECORD_VISITS),
        (Role.ADMINISTRATOR, Right.READ_LOG),
        (Role.SUPERVISOR, Right.MANAGE_STAFF),
        (Role.SUPERVISOR, Right.READ_LOG),
        (Role.AUDITOR, Right.RECORD_VISITS),
        (Role.AUDITOR, Right.MANAGE_STAFF),
        (Role.CLERK, Right.AMEND_OTHERS),
        (Role.CLERK, Right.STATISTICS_INTERNAL),
        (Role.ADVISER, Right.BACK_UP),
        (Role.ADVISER, Right.HAND_OVER),
        (Role.ADMINISTRATOR, Right.HAND_OVER),
    ],
)
def test_duties_are_kept_apart(role: Role, right: Right) -> None:
    assert right not in rights_of([role])


def test_the_first_person_does_everything_but_audit() -> None:
    assert rights_of(FIRST_PERSON) == frozenset(Right) - {Right.READ_LOG}
