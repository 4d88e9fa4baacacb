"""Lines of text as sealed pieces, and back: the content of a hand-over file.

Compressed, cut into pieces of 64 KiB, each sealed by AES-256-GCM under its number and whether it is
the last: none can be altered, moved, left out, or cut off unnoticed. No more than some pieces are
in memory at a time.
"""

import zlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final

from app.domain.errors import Refused

PIECE: Final = 1 << 16
LINE_MAX: Final = 1 << 16
_SEAL: Final = 16


def sealed(lines: Iterable[bytes], key: bytes, bound: bytes) -> Iterator[bytes]:
    """The pieces of lines that have no line ends; `bound` must be the same when they are read."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher = AESGCM(key)
    for number, piece, last in _numbered(_pieces(_compressed(lines))):
        yield cipher.encrypt(_nonce(number, last), piece, bound)


def unsealed(file: BinaryIO, key: bytes, bound: bytes) -> Iterator[bytes]:
    """The lines of the pieces that stand in a file from here to its end.

    Until the last has come none is to be believed. Errors: `handover_damaged`.
    """
    return _lines(_inflated(_opened(file, key, bound)))


def _compressed(lines: Iterable[bytes]) -> Iterator[bytes]:
    deflate = zlib.compressobj()
    for line in lines:
        yield deflate.compress(line + b"\n")
    yield deflate.flush()


def _pieces(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces of one size, of which only the last may be smaller."""
    rest = b""
    for part in parts:
        rest += part
        while len(rest) > PIECE:
            yield rest[:PIECE]
            rest = rest[PIECE:]
    yield rest


def _opened(file: BinaryIO, key: bytes, bound: bytes) -> Iterator[bytes]:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher = AESGCM(key)
    stored = iter(lambda: file.read(PIECE + _SEAL), b"")
    number = -1
    for number, piece, last in _numbered(stored):
        try:
            yield cipher.decrypt(_nonce(number, last), piece, bound)
        except (InvalidTag, ValueError):
            raise Refused("handover_damaged") from None
    if number < 0:
        raise Refused("handover_damaged")


def _numbered(pieces: Iterable[bytes]) -> Iterator[tuple[int, bytes, bool]]:
    """Each piece with its number and whether it is the last."""
    coming = iter(pieces)
    piece, number = next(coming, None), 0
    while piece is not None:
        following = next(coming, None)
        yield number, piece, following is None
        piece, number = following, number + 1


def _nonce(number: int, last: bool) -> bytes:
    """Never the same twice under one key, which each file has of its own."""
    return number.to_bytes(11, "big") + bytes([last])


def _inflated(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The content, in parts of bounded size however well it was compressed."""
    inflate = zlib.decompressobj()
    try:
        for piece in pieces:
            part = inflate.decompress(piece, PIECE)
            yield part
            while inflate.unconsumed_tail or len(part) == PIECE:
                part = inflate.decompress(inflate.unconsumed_tail, PIECE)
                yield part
    except zlib.error:
        raise Refused("handover_damaged") from None
    if not inflate.eof or inflate.unused_data:
        raise Refused("handover_damaged")


def _lines(parts: Iterable[bytes]) -> Iterator[bytes]:
    rest = b""
    for part in parts:
        *lines, rest = (rest + part).split(b"\n")
        yield from lines
        if len(rest) > LINE_MAX:
            raise Refused("handover_damaged")
    if rest:
        raise Refused("handover_damaged")
