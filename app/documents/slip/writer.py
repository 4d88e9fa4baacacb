"""The texts of a slip: each phrase in the visitor's language, and in the one beside it."""

from __future__ import annotations

from typing import Final

from app.documents.slip.grid import Grid
from app.documents.text.flow import Side, Text
from app.documents.text.piece import BLACK, Colour, Look, Piece
from app.domain.isolates import named
from app.domain.phrasebook import Phrase, Phrasebook
from app.domain.slip import Slip

TITLE, NAME, LONG_NAME, STREET, PHONE, HOURS, PLACE = 15.0, 24.0, 18.0, 18.0, 15.0, 14.5, 11.5
TEXT, OTHER, SMALL = 10.2, 9.2, 8.4
_ARABIC_LEADING, _LEADING = 1.48, 1.28
_DOT: Final = " · "


class Writer:
    """Makes the paragraphs of one slip on one grid."""

    def __init__(self, slip: Slip, book: Phrasebook, grid: Grid) -> None:
        self.slip, self.book, self.grid = slip, book, grid

    @property
    def single(self) -> bool:
        return self.slip.language == self.slip.beside

    @property
    def quiet(self) -> Colour:
        """The colour of what is second."""
        return self.grid.sheet.quiet

    def main(self, key: str, *, bold: bool = False, size: float = TEXT, tag: str = "P") -> Text:
        """A phrase in the visitor's language."""
        return self.told(self.phrase(key), bold=bold, size=size, tag=tag)

    def side(self, key: str, *, bold: bool = False) -> Text | None:
        """The same beside it; None on a slip in one language."""
        return self.beside(self.aside(key), bold=bold)

    def told(
        self, phrase: Phrase, *, bold: bool = False, size: float = TEXT, tag: str = "P"
    ) -> Text:
        look = self.look(size, phrase.language, bold)
        return self.text([Piece(phrase.text, look, phrase.language)], tag=tag)

    def beside(self, phrase: Phrase, *, bold: bool = False, size: float = OTHER) -> Text | None:
        if self.single:
            return None
        look = self.look(size, phrase.language, bold, self.quiet)
        return self.other([Piece(phrase.text, look, phrase.language)])

    def headed(self, key: str, phrase: Phrase, language: str, size: float = TEXT) -> Text:
        """A bold phrase, a colon and a text, as "Matter: housing"."""
        head = self.book.phrase(key, language)
        main = language == self.slip.language
        colour = BLACK if main else self.quiet
        pieces = [
            Piece(f"{head.text}: ", self.look(size, head.language, True, colour), head.language),
            Piece(phrase.text, self.look(size, phrase.language, False, colour), phrase.language),
        ]
        return self.text(pieces) if main else self.other(pieces)

    def label(self, key: str, side: Side | None = None) -> Text:
        """Both languages on one small line."""
        words = [self.phrase(key)] if self.single else [self.phrase(key), self.aside(key)]
        if len(words) == 2 and words[0].text == words[1].text:
            words.pop()
        pieces: list[Piece] = []
        for word in words:
            look = self.look(SMALL, word.language, False, self.quiet)
            dot = [Piece(_DOT, look, word.language)] if pieces else []
            pieces += [*dot, Piece(named(word.text.rstrip(":")), look, word.language)]
        text = self.text(pieces)
        text.side = side or text.side
        return text

    def fact(self, words: str, size: float, *, bold: bool = True, tag: str = "P") -> Text:
        """A name, street, number or time: once, in the language beside the visitor's."""
        look = Look(self.grid.size(size), bold, leading=1.18)
        return Text([Piece(words, look, self.slip.beside)], side=self.grid.start, tag=tag)

    def text(self, pieces: list[Piece], tag: str = "P") -> Text:
        """A paragraph in the visitor's column, in the direction of its first piece."""
        rtl = bool(pieces) and self.book.rtl(pieces[0].language)
        return Text(pieces, rtl=rtl, side=self.grid.start, tag=tag)

    def other(self, pieces: list[Piece]) -> Text:
        """A paragraph in the other language: in a column of its own, or under the visitor's."""
        rtl = bool(pieces) and self.book.rtl(pieces[0].language)
        return Text(pieces, rtl=rtl, side=self.grid.start if self.grid.stacked else Side.LEFT)

    def look(self, size: float, language: str, bold: bool = False, colour: Colour = BLACK) -> Look:
        leading = _ARABIC_LEADING if self.book.rtl(language) else _LEADING
        return Look(self.grid.size(size), bold, colour, leading)

    def phrase(self, key: str, /, **values: str) -> Phrase:
        return self.book.phrase(key, self.slip.language, **values)

    def aside(self, key: str, /, **values: str) -> Phrase:
        return self.book.phrase(key, self.slip.beside, **values)
