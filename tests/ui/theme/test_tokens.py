"""The colours: mixed as the drawing says, and readable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.theme.tokens import DARK, LIGHT, Tokens, contrast, mix, readable, rgb

DRAWN = {
    "hover": ("#F1F2F2", "#303538"),
    "pressed": ("#E4E5E5", "#3C4143"),
    "key": ("#F3F3F3", "#2E3336"),
    "accent_soft": ("#E4F2F9", "#22353F"),
    "danger_soft": ("#F9E7E4", "#3F2722"),
    "warning_soft": ("#F9F1E4", "#3F3522"),
    "success_soft": ("#E6F7ED", "#223F2C"),
    "info_soft": ("#ECEDEE", "#343A3D"),
    "accent_text": ("#125172", "#87C3E2"),
    "c1": ("#0F5D85", "#6FB9E0"),
    "c2": ("#6194AE", "#4F7D96"),
    "c3": ("#B5823A", "#D5A55A"),
    "c4": ("#6F767A", "#949DA0"),
    "h1": ("#E7EFF3", "#263239"),
    "h2": ("#C3D6E0", "#30444F"),
    "h3": ("#95B8C9", "#3A5665"),
    "h4": ("#6597B1", "#5A92B0"),
    "h5": ("#226A8F", "#6BB2D7"),
}
READ = (
    ("text", "window surface alternate accent_soft hover info_soft warning_soft danger_soft"),
    ("dim", "window surface alternate hover accent_soft warning_soft danger_soft info_soft key"),
    ("accent_text", "surface window accent_soft hover warning_soft danger_soft info_soft"),
    ("on_accent", "accent"),
    ("danger", "surface window danger_soft"),
    ("warning", "surface window warning_soft"),
    ("success", "surface success_soft"),
    ("on_inverse", "inverse"),
    ("inverse_link", "inverse"),
    ("surface", "dim"),
)
SEEN = (
    ("edge", "surface window"),
    ("accent", "surface window accent_soft"),
    ("warning_mark", "surface"),
    ("danger", "danger_soft"),
    ("c1", "surface"),
    ("c2", "surface"),
    ("c3", "surface"),
    ("c4", "surface"),
)
THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
colours = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06X}")


@pytest.mark.parametrize("name", DRAWN)
def test_a_mixed_colour_is_the_one_drawn(name: str) -> None:
    for tokens, drawn in zip((LIGHT, DARK), DRAWN[name], strict=True):
        mixed = getattr(tokens, name)
        apart = [abs(a - b) * 255 for a, b in zip(rgb(mixed), rgb(drawn), strict=True)]
        assert max(apart) <= 2, (name, mixed, drawn)


@THEMES
@pytest.mark.parametrize(("ink", "papers"), READ, ids=[ink for ink, _ in READ])
def test_text_can_be_read(tokens: Tokens, ink: str, papers: str) -> None:
    for paper in papers.split():
        assert contrast(getattr(tokens, ink), getattr(tokens, paper)) >= 4.5, (ink, paper)


@THEMES
@pytest.mark.parametrize(("line", "papers"), SEEN, ids=[line for line, _ in SEEN])
def test_outlines_and_marks_can_be_seen(tokens: Tokens, line: str, papers: str) -> None:
    for paper in papers.split():
        assert contrast(getattr(tokens, line), getattr(tokens, paper)) >= 3, (line, paper)


@THEMES
@pytest.mark.parametrize("step", ["h1", "h2", "h3", "h4", "h5"])
def test_a_number_can_be_read_on_each_step_of_heat(tokens: Tokens, step: str) -> None:
    cell = getattr(tokens, step)
    ink = readable(cell, tokens.text, tokens.on_accent)
    assert contrast(ink, cell) >= 4.5


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@given(colours, colours)
def test_contrast_does_not_ask_which_colour_is_the_paper(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one) >= 1


@given(colours, colours, st.floats(0, 1))
def test_a_mixed_colour_lies_between_its_two(one: str, other: str, share: float) -> None:
    for a, b, between in zip(rgb(one), rgb(other), rgb(mix(one, share, other)), strict=True):
        assert min(a, b) - 0.002 <= between <= max(a, b) + 0.002
