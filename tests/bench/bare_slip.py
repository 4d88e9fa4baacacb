"""What stands on a slip, drawn again by a bare ReportLab canvas: placed already, nothing to shape.

Right-to-left text is drawn letter by letter as it is stored, which nobody could read. The code of
the map is made each time, as that of a place that nobody was sent to before.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, Final
from unittest.mock import patch

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app import paths
from app.documents.slip import pages
from app.documents.slip.code import squares
from app.documents.text.canvas import TextCanvas
from app.documents.text.faces import faces
from app.documents.text.lines import Line, Paragraph

Call = tuple[str, tuple[Any, ...], dict[str, Any]]
_DRAWN: Final = (
    "saveState",
    "restoreState",
    "translate",
    "scale",
    "setLineWidth",
    "setLineCap",
    "setLineJoin",
    "setStrokeColorRGB",
    "setFillColorRGB",
    "line",
    "rect",
    "roundRect",
    "clipPath",
    "setPageSize",
    "showPage",
    "draw_line",
    "add",
)


class Recorder(TextCanvas):
    """Notes what is drawn, tags excepted, besides drawing it."""

    calls: list[Call]
    _inside = False

    @contextmanager
    def part(self, tag: str, language: str = "", alternative: str = "") -> Iterator[None]:
        if tag == "Figure":
            self.calls.append(("figure", (alternative,), {}))
        with super().part(tag, language, alternative):
            yield


def _noting(name: str) -> Callable[..., Any]:
    plain = getattr(TextCanvas, name)

    def noted(self: Recorder, *words: Any, **options: Any) -> Any:
        outermost, self._inside = not self._inside, True
        if outermost and not (name == "add" and words[0].endswith(("BDC", "BMC", "EMC"))):
            self.calls.append((name, words, options))
        try:
            return plain(self, *words, **options)
        finally:
            self._inside = not outermost

    return noted


def bare(write: Callable[[], bytes]) -> Callable[[], bytes]:
    """The same content without layout: what to call to have it drawn once more."""
    calls: list[Call] = []
    methods = {name: _noting(name) for name in _DRAWN}
    recorder = type("Noting", (Recorder,), {**methods, "calls": calls})
    with patch.object(pages, "TextCanvas", recorder):
        write()
    for face in (*faces(False), *faces(True)):
        registerFont(TTFont(face.name, str(paths.resource("fonts", f"{face.name}.ttf"))))
    ready = list(_steps(calls))
    return lambda: _drawn(ready)


def _steps(calls: list[Call]) -> Iterator[Call]:
    address = ""
    for name, words, options in calls:
        if name == "draw_line":
            yield from _strings(*words)
        elif name == "figure":
            (address,) = words
        elif name == "add":
            is_code = words[0].endswith("re f")
            yield ("code", (address,), {}) if is_code else ("path", words, {})
        else:
            yield name, words, options


def _strings(paragraph: Paragraph, line: Line, x: float, y: float) -> Iterator[Call]:
    colour, font = None, None
    for stretch in paragraph.stretches(line):
        look, face = stretch.piece.look, stretch.shaped.face
        if look.colour != colour:
            colour = look.colour
            yield "setFillColorRGB", colour, {}
        if (face.name, look.size * face.scale) != font:
            font = (face.name, look.size * face.scale)
            yield "setFont", font, {}
        glyphs = stretch.shaped.glyphs
        text = "".join(glyph.text for glyph in (reversed(glyphs) if stretch.shaped.rtl else glyphs))
        yield "drawString", (x + stretch.x, y, text), {}


def _drawn(steps: list[Call]) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pageCompression=1)
    for name, words, options in steps:
        if name == "path":
            canvas._code.extend(words)  # type: ignore[attr-defined]
        elif name == "code":
            canvas._code.append(squares.__wrapped__(*words)[1])  # type: ignore[attr-defined]
        else:
            getattr(canvas, name)(*words, **options)
    canvas.save()
    return out.getvalue()
