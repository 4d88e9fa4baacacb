"""The colours of the two themes, pure: a few are given, all others are mixed from them.

They are read before the first paint, hence plain namespaces: a data class of as many fields takes
longer to make than all the mixing.
"""

from __future__ import annotations

import colorsys
from types import SimpleNamespace
from typing import NamedTuple

Rgb = tuple[float, float, float]


class Base(SimpleNamespace):
    """The colours a theme gives, each as "#RRGGBB"."""

    window: str
    surface: str
    alternate: str
    border: str
    edge: str
    text: str
    dim: str
    accent: str
    on_accent: str
    danger: str
    warning: str
    success: str
    inverse: str
    on_inverse: str
    inverse_link: str
    warning_mark: str
    c3: str


class Shares(NamedTuple):
    """How strongly a theme mixes: shares from 0 to 1, and lightness and saturation of HSL."""

    soft_lightness: float
    soft_saturation: float
    hover: float
    pressed: float
    key: float
    info: float
    c2: float
    heat: tuple[float, float, float, float, float]


class Tokens(Base):
    """All colours of one theme, each as "#RRGGBB"; `c1`..`c4` for charts, `h1`..`h5` for heat."""

    hover: str
    pressed: str
    key: str
    accent_soft: str
    danger_soft: str
    warning_soft: str
    success_soft: str
    info_soft: str
    accent_text: str
    c1: str
    c2: str
    c4: str
    h1: str
    h2: str
    h3: str
    h4: str
    h5: str


def rgb(colour: str) -> Rgb:
    """Red, green and blue of "#RRGGBB", each from 0 to 1."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def _hex(parts: Rgb) -> str:
    return "#" + "".join(f"{round(part * 255):02X}" for part in parts)


def mix(colour: str, share: float, under: str) -> str:
    """`colour` laid with `share` (0 to 1) over `under`."""
    red, green, blue = (
        share * top + (1 - share) * low for top, low in zip(rgb(colour), rgb(under), strict=True)
    )
    return _hex((red, green, blue))


def soften(colour: str, lightness: float, saturation: float) -> str:
    """The hue of `colour` at `lightness`, no more saturated than `saturation` (HSL, 0 to 1)."""
    hue, _, own = colorsys.rgb_to_hls(*rgb(colour))
    return _hex(colorsys.hls_to_rgb(hue, lightness, min(own, saturation)))


def complete(base: Base, shares: Shares) -> Tokens:
    """All colours that follow from the given ones."""

    def over(colour: str, share: float) -> str:
        return mix(colour, share, base.surface)

    def soft(colour: str) -> str:
        return soften(colour, shares.soft_lightness, shares.soft_saturation)

    heat = [over(base.accent, share) for share in shares.heat]
    return Tokens(
        **vars(base),
        hover=over(base.text, shares.hover),
        pressed=over(base.text, shares.pressed),
        key=over(base.text, shares.key),
        accent_soft=soft(base.accent),
        danger_soft=soft(base.danger),
        warning_soft=soft(base.warning),
        success_soft=soft(base.success),
        info_soft=over(base.dim, shares.info),
        accent_text=mix(base.accent, 0.8, base.text),
        c1=base.accent,
        c2=over(base.accent, shares.c2),
        c4=over(base.dim, 0.85),
        h1=heat[0],
        h2=heat[1],
        h3=heat[2],
        h4=heat[3],
        h5=heat[4],
    )


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in rgb(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def readable(background: str, *candidates: str) -> str:
    """The candidate with the highest contrast on `background`."""
    return max(candidates, key=lambda candidate: contrast(candidate, background))


LIGHT = complete(
    Base(
        window="#F3F2EE",
        surface="#FFFFFF",
        alternate="#FAF9F6",
        border="#DDDAD2",
        edge="#8C8C86",
        text="#1D2327",
        dim="#565E63",
        accent="#0F5D85",
        on_accent="#FFFFFF",
        danger="#A8321F",
        warning="#7A4E00",
        success="#226B3F",
        inverse="#262D31",
        on_inverse="#FFFFFF",
        inverse_link="#9AD2F2",
        warning_mark="#AD7300",
        c3="#B5823A",
    ),
    Shares(0.935, 0.62, 0.06, 0.12, 0.055, 0.11, 0.66, (0.10, 0.25, 0.44, 0.64, 0.92)),
)

DARK = complete(
    Base(
        window="#15191B",
        surface="#1E2326",
        alternate="#22282B",
        border="#363E42",
        edge="#7E888D",
        text="#E8EAEA",
        dim="#A9B2B6",
        accent="#6FB9E0",
        on_accent="#0B1E2A",
        danger="#F2917E",
        warning="#E7BC66",
        success="#86CFA0",
        inverse="#E6E9E9",
        on_inverse="#15191B",
        inverse_link="#0E5478",
        warning_mark="#E7BC66",
        c3="#D5A55A",
    ),
    Shares(0.19, 0.30, 0.09, 0.15, 0.08, 0.16, 0.60, (0.10, 0.22, 0.34, 0.74, 0.95)),
)
