"""Telephone numbers and addresses as people write them."""

import pytest

from app.domain.contact import check_email, check_phone, check_web
from app.domain.errors import Refused


@pytest.mark.parametrize("text", ["", "portal@example.fi", "a.b@c.example.fi"])
def test_an_address_or_none(text: str) -> None:
    check_email(text)


@pytest.mark.parametrize("text", ["portal", "portal@example", "a b@example.fi", "a@b@example.fi"])
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(Refused, match="email_not_understood"):
        check_email(text)


@pytest.mark.parametrize("text", ["", "044 785 1686", "+358 44 785 1686", "(06) 785-1111"])
def test_a_number_or_none(text: str) -> None:
    check_phone(text)


@pytest.mark.parametrize("text", ["call us", "+", "044 785 x12"])
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(Refused, match="phone_not_understood"):
        check_phone(text)


@pytest.mark.parametrize("text", ["", "https://example.fi", "http://example.fi/sv/?a=1"])
def test_a_page_or_none(text: str) -> None:
    check_web(text)


@pytest.mark.parametrize("text", ["example.fi", "https://", "ftp://example.fi", "https://a b.fi"])
def test_what_is_no_page(text: str) -> None:
    with pytest.raises(Refused, match="web_not_understood"):
        check_web(text)
