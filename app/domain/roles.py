"""Who may do what: roles add up, rights follow from them (Information Management Act, s. 16)."""

from collections.abc import Iterable
from enum import StrEnum, auto
from typing import Final

from app.domain.errors import Refused


class Role(StrEnum):
    """The roles of `product.md`; one person may hold several."""

    CLERK = auto()
    ADVISER = auto()
    SUPERVISOR = auto()
    ADMINISTRATOR = auto()
    AUDITOR = auto()


class Right(StrEnum):
    """One thing that a person may or may not do."""

    RECORD_VISITS = auto()
    AMEND_OWN_TODAY = auto()
    AMEND_OTHERS = auto()
    STATISTICS_PUBLIC = auto()
    STATISTICS_INTERNAL = auto()
    HAND_OVER = auto()
    KEEP_DIRECTORY = auto()
    FIND_CLIENTS = auto()
    KEEP_CLIENTS = auto()
    MERGE_CLIENTS = auto()
    NAME_PROTECTED = auto()
    EXPORT_CLIENTS = auto()
    MANAGE_SETTINGS = auto()
    MANAGE_STAFF = auto()
    BACK_UP = auto()
    READ_LOG = auto()


_CLERK: Final = frozenset({Right.RECORD_VISITS, Right.AMEND_OWN_TODAY, Right.FIND_CLIENTS})
_ADVISER: Final = _CLERK | {Right.STATISTICS_PUBLIC, Right.KEEP_CLIENTS}
_SUPERVISOR: Final = _ADVISER | {
    Right.AMEND_OTHERS,
    Right.STATISTICS_INTERNAL,
    Right.HAND_OVER,
    Right.KEEP_DIRECTORY,
    Right.MERGE_CLIENTS,
    Right.NAME_PROTECTED,
    Right.EXPORT_CLIENTS,
}
_RIGHTS: Final = {
    Role.CLERK: _CLERK,
    Role.ADVISER: _ADVISER,
    Role.SUPERVISOR: _SUPERVISOR,
    Role.ADMINISTRATOR: frozenset({Right.MANAGE_SETTINGS, Right.MANAGE_STAFF, Right.BACK_UP}),
    Role.AUDITOR: frozenset({Right.READ_LOG}),
}

FIRST_PERSON: Final = frozenset(Role) - {Role.AUDITOR}


def rights_of(roles: Iterable[Role]) -> frozenset[Right]:
    """All that the roles together allow."""
    return frozenset().union(*(_RIGHTS[role] for role in roles))


def demand(roles: Iterable[Role], right: Right) -> None:
    """Refuse with `no_right` unless one of the roles carries the right."""
    if right not in rights_of(roles):
        raise Refused("no_right", right=right)
