"""Questions that several kinds of step have."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from app.domain.responsibility.values import Duty
from app.localization import _
from app.ui.clients.path.around import Around
from app.ui.clients.path.chips import PickAnswer


def coded(known: Callable[[], Mapping[Any, str]]) -> Callable[[], Sequence[tuple[str, str]]]:
    """Words by their codes, as chips want them."""
    return lambda: [(str(code), word) for code, word in known().items()]


def pick(
    name: str,
    label: Callable[[], str],
    known: Callable[[], Mapping[Any, str]],
    made: Callable[[str], Any],
) -> PickAnswer:
    """One of the codes that have a word."""
    return PickAnswer(name, label, coded(known), made)


def body(name: str, label: Callable[[], str], around: Around, duty: Duty) -> PickAnswer:
    """Who is responsible, by the table where that names one."""
    return PickAnswer(
        name, label, lambda: around.bodies(duty), usual=lambda: around.usual.get(duty)
    )


def fi_or_sv(name: str, label: Callable[[], str], around: Around, usual: bool = True) -> PickAnswer:
    """Finnish or Swedish; the client's own integration language is the `usual` answer."""

    def options() -> list[tuple[str, str]]:
        return [("fi", _("Finnish")), ("sv", _("Swedish"))]

    def own() -> str | None:
        return around.record.integration_language if usual else None

    return PickAnswer(name, label, options, usual=own)


def of_plan(around: Around) -> PickAnswer:
    """To which plan a step belongs: the last one, unless another is chosen."""
    label, usual = (lambda: _("Of the plan")), around.last_plan
    return PickAnswer("plan", label, around.plans, UUID, usual, least=2)
