"""Keeps Python before 3.12 alive under PySide6 6.12.

Built for newer Pythons, where None is immortal, PySide6 6.12.0 gives up a reference to None with
every call that returns nothing. Older Pythons count: after some ten thousand calls they would end
with "deallocating None". A count that no run can use up is what 3.12 has too.
"""

import ctypes
import sys
from typing import Final

ENOUGH: Final = 1 << (8 * ctypes.sizeof(ctypes.c_ssize_t) - 3)


def keep_none() -> None:
    """Give None more references than can be given up; more than once does no harm."""
    if sys.version_info < (3, 12) and sys.getrefcount(None) < ENOUGH // 2:
        ctypes.c_ssize_t.from_address(id(None)).value += ENOUGH
