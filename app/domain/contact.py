"""Telephone numbers, e-mail and web addresses as one types them."""

import re
from typing import Final

from app.domain.errors import Refused

_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE: Final = re.compile(r"\+?[\d\s()-]*\d[\d\s()-]*")
_WEB: Final = re.compile(r"https?://[^\s/.]+\.[^\s]+", re.IGNORECASE)


def check_email(text: str) -> None:
    """Refuse what is neither empty nor an e-mail address. Errors: `email_not_understood`."""
    if text and not _EMAIL.fullmatch(text):
        raise Refused("email_not_understood")


def check_phone(text: str) -> None:
    """Refuse what is neither empty nor a telephone number. Errors: `phone_not_understood`."""
    if text and not _PHONE.fullmatch(text):
        raise Refused("phone_not_understood")


def check_web(text: str) -> None:
    """Refuse what is neither empty nor a web address. Errors: `web_not_understood`."""
    if text and not _WEB.fullmatch(text):
        raise Refused("web_not_understood")
