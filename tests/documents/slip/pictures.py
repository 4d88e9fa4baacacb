"""Slips as small pictures: `make pictures` draws them anew, a test compares.

The fonts are in the files, so any machine draws the same but for the last shade of an edge.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PIL import Image, ImageChops
from pypdfium2 import PdfDocument

from app.documents.slip.pages import slip_pdf
from app.domain.slip import Paper, Slip, stop_of
from app.services.directory import municipality_names
from tests.documents.slip.slips import OFFICE, TODAY, book, expected, hours, service, slip, stop

FOLDER: Final = Path(__file__).parent / "pictures"
DOTS_PER_INCH: Final = 50
SHADES: Final = 16
BLOCK: Final = 6
TOLERANCE: Final = 16
"""How much the mean of a block of `BLOCK` by `BLOCK` dots may differ, where white is 255.

What moves by a dot (half a millimetre) is above it; the few shades of a kept picture cost 4.
"""


@dataclass(frozen=True, slots=True)
class Pictured:
    """A page (the first is 0) of a slip on its paper."""

    slip: Slip
    paper: Paper
    page: int = 0


def pictured() -> Mapping[str, Pictured]:
    """What is compared, by the name of its file: each language and each paper."""
    swedish = stop_of(service(known=hours()), "sv", TODAY, OFFICE, municipality_names())
    return {
        "a5-ar-fi": Pictured(slip("ar"), Paper.A5),
        "a5-uk-sv-appointment": Pictured(
            replace(expected("uk"), beside="sv", stops=(swedish,)), Paper.A5
        ),
        "a5-fi-alone": Pictured(slip("fi"), Paper.A5),
        "a5-ti-fi": Pictured(slip("ti"), Paper.A5),
        "a5-en-fi-unknown": Pictured(slip("en", stop("org-kela")), Paper.A5),
        "a4-fa-fi-appointment": Pictured(expected("fa"), Paper.A4),
        "a4-so-fi": Pictured(slip("so"), Paper.A4),
        "a4-vi-fi": Pictured(slip("vi"), Paper.A4),
        "large-ar-fi": Pictured(slip("ar"), Paper.LARGE),
        "large-ar-fi-second": Pictured(slip("ar"), Paper.LARGE, 1),
        "large-ru-fi-appointment": Pictured(expected("ru"), Paper.LARGE),
        "receipt-ckb-fi": Pictured(slip("ckb"), Paper.RECEIPT),
        "receipt-uk-fi-appointment": Pictured(expected("uk"), Paper.RECEIPT),
        "receipt-sv-alone": Pictured(
            replace(slip("sv"), beside="sv", stops=(swedish,)), Paper.RECEIPT
        ),
    }


def drawn(one: Pictured) -> Image.Image:
    """The page in shades of grey."""
    with PdfDocument(slip_pdf(one.slip, book(), one.paper)) as document:
        bitmap = document[one.page].render(scale=DOTS_PER_INCH / 72, grayscale=True)
        image: Image.Image = bitmap.to_pil()
    return image.convert("L")


def kept(name: str) -> Image.Image:
    """The picture in the repository."""
    return Image.open(_path(name)).convert("L")


def difference(one: Image.Image, other: Image.Image) -> int:
    """Of the block that differs most; pictures of two sizes differ in all."""
    if one.size != other.size:
        return 255
    blocks = ImageChops.difference(one.reduce(BLOCK), other.reduce(BLOCK))
    return max(blocks.tobytes())


def _path(name: str) -> Path:
    return FOLDER / f"{name}.png"


def png(image: Image.Image) -> bytes:
    """A file of few shades and so of few bytes."""
    out = io.BytesIO()
    step = 255 // (SHADES - 1)
    few = image.point(lambda shade: round(shade / step) * step)
    few.quantize(SHADES).save(out, "PNG", optimize=True, bits=4)
    return out.getvalue()


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.png"):
        path.unlink()
    for name, one in pictured().items():
        _path(name).write_bytes(png(drawn(one)))
        print(_path(name))


if __name__ == "__main__":
    main()
