"""What a form says about what is typed into it, while it is typed; no Qt."""

import unicodedata
from collections.abc import Callable

from app.domain.errors import Refused
from app.localization import _, _n
from app.words.sentences import sentence

Check = Callable[[str], object]


def problem(check: Check, text: str) -> str:
    """The sentence with which `check` refuses `text`; none if it does not."""
    try:
        check(text)
    except Refused as refused:
        return sentence(refused)
    return ""


def login_problem(login: str) -> str:
    """What is wrong with a user name."""
    from app.services.staff import checked_login

    return problem(checked_login, login)


def password_progress(password: str) -> tuple[bool, str]:
    """Whether a new password will do, and the rule in words."""
    from app.services.staff import PASSWORD_MIN

    missing = PASSWORD_MIN - len(password)
    if missing <= 0:
        return True, _("Long enough. A sentence of your own is easy to remember.")
    if password:
        return False, _n("{n} more character.", "{n} more characters.", missing)
    return False, _("At least {least} characters; a short sentence does well.", least=PASSWORD_MIN)


def repeat_progress(password: str, repeated: str) -> tuple[bool, str, str]:
    """Whether both are the same; a line of help and one of error, either may be empty."""
    if repeated and repeated == password:
        return True, _("The same twice."), ""
    if password.startswith(repeated):
        return False, _("Type it once more."), ""
    return False, "", _("The two passwords are not the same.")


def code_problem(typed: str) -> str:
    """What is wrong with a recovery code, said only once all of it may be there."""
    from app.domain.recovery_code import LENGTH, normalise

    signs = sum(sign.isalnum() for sign in typed)
    return problem(normalise, typed) if signs >= LENGTH else ""


def is_code(typed: str) -> bool:
    """Whether this is a recovery code, written as freely as one likes."""
    from app.domain.recovery_code import normalise

    return not problem(normalise, typed)


def suggested_login(name: str) -> str:
    """ "henna.sandkvist" for Henna Sandkvist; nothing for a name of other letters."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(sign for sign in folded if sign.isascii())
    words = ["".join(filter(str.isalnum, word)) for word in plain.replace("-", " ").split()]
    words = [word for word in words if word]
    return ".".join(words[:1] + words[1:][-1:])[:60]
