"""Sign-in and the first run: one window from the greeting to an open store.

Nothing here loads the store before it is asked to open one: what does the work is imported by
`Doors`, on the worker.
"""

from app.ui.sign_in.doors import Doors
from app.ui.sign_in.place import Place
from app.ui.sign_in.window import SignInWindow

__all__ = ["Doors", "Place", "SignInWindow"]
