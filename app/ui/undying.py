"""Keeps Python before 3.12 alive under PySide6 6.12.

Built for newer Pythons, where such constants are immortal, PySide6 6.12.0 gives up a reference to
None with every call that returns nothing, and now and then one to True or False. Older Pythons
count: after some ten thousand calls they would end with "deallocating None". A count that no run
can use up is what 3.12 has too.
"""

import ctypes
import sys
from typing import Final

CONSTANTS: Final = (None, True, False, NotImplemented, ...)
ENOUGH: Final = 1 << (8 * ctypes.sizeof(ctypes.c_ssize_t) - 3)


def keep_constants() -> None:
    """Give each more references than can be given up; more than once does no harm."""
    if sys.version_info >= (3, 12):
        return
    for constant in CONSTANTS:
        if sys.getrefcount(constant) < ENOUGH // 2:
            ctypes.c_ssize_t.from_address(id(constant)).value += ENOUGH
