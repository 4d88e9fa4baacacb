"""A new recovery code for a file, by who is signed in and without the code before it."""

import secrets

from app.domain.errors import Refused
from app.domain.recovery_code import RANDOM_BYTES, new_code
from app.domain.roles import Right, demand
from app.services.sign_in import check_own_password
from app.services.unit import Desk
from app.store.accounts import FileAccounts
from app.store.trouble import told


@told()
def renew(desk: Desk, password: str) -> str:
    """A new code to print, for the person signed in, who gives their own password once more.

    With it they can choose a new password; the code before it opens nothing any more. Errors:
    `no_right`, `recovery_needs_file` (the store is on a server), `sign_in_wrong` (seconds),
    `sign_in_wait` (seconds).
    """
    actor, accounts = desk.actor, desk.accounts
    demand(actor.roles, Right.MANAGE_STAFF)
    if not isinstance(accounts, FileAccounts):
        raise Refused("recovery_needs_file")
    check_own_password(accounts.database.parent, desk, password)
    code = new_code(secrets.token_bytes(RANDOM_BYTES))
    with desk.write() as unit:
        accounts.within(unit.session).put_recovery(code, actor.staff_id)
        unit.log("staff.recovery_code", actor.staff_id)
    return code
