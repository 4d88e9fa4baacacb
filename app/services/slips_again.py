"""A slip that was handed over, once more: the same number, as the directory is today."""

from dataclasses import replace
from pathlib import Path

from app.domain.errors import Refused
from app.domain.referral import IssuedSlip
from app.services import referrals
from app.services.slips import Issued, SlipWish, drawn, save_slip
from app.services.unit import Desk, Unit


def wish_again(slip: IssuedSlip) -> SlipWish | None:
    """What the slip was made of, but for a name; None where that is not kept, or it is void."""
    targets = [one.target for one in slip.referrals]
    if slip.choices is None or slip.void_reason is not None or None in targets:
        return None
    return wish_of(slip, tuple(one for one in targets if one is not None))


def wish_of(slip: IssuedSlip, services: tuple[str, ...]) -> SlipWish:
    """These services with the choices of a slip, as far as they are kept."""
    wish = SlipWish(services, "", "", slip.location, visit=slip.visit)
    kept = slip.choices
    if kept is None:
        return wish
    return replace(
        wish,
        language=kept.language,
        beside=kept.beside,
        paper=kept.paper,
        matter=kept.matter,
        bring=kept.bring,
        appointment=kept.appointment,
        coming=kept.coming,
        interpreter=kept.interpreter,
        ask_interpreter=kept.ask_interpreter,
    )


def once_more(unit: Unit, number: str) -> Issued:
    """The slip of a number as it would be today; nothing is written.

    Errors: those of `referrals.find` and of `slips.preview`, `slip_void`, `slip_not_kept`.
    """
    slip = referrals.find(unit, number)
    if slip.void_reason is not None:
        raise Refused("slip_void", number=slip.number)
    wish = wish_again(slip)
    if wish is None:
        raise Refused("slip_not_kept", number=slip.number)
    return drawn(unit, wish, slip.number)


def print_again(desk: Desk, number: str, to: Path) -> Issued:
    """Write the slip of a number to `to` once more.

    Errors: those of `once_more` and `slips.save_slip`.
    """
    with desk.read() as unit:
        issued = once_more(unit, number)
    return save_slip(desk, issued.wish, to, issued)
