"""The portal locations by name, before anybody has signed in to a store; no Qt.

Their names are the programme's own; what a site has renamed is known only behind the password.
"""

import json
from collections.abc import Mapping
from functools import cache
from typing import Final

from app import paths

USUAL: Final = "pietarsaari"


@cache
def names() -> Mapping[str, Mapping[str, str]]:
    """Code of each location, in their order, to its name in fi, sv and en."""
    text = paths.resource("reference", "locations.json").read_text("utf-8")
    return {entry["code"]: entry["name"] for entry in json.loads(text)["locations"]}
