"""What stood on a slip beside its services, kept so that it can be printed again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.domain.slip import Coming, Paper


@dataclass(frozen=True, slots=True)
class Choices:
    """As in a wish; never a name. `appointment` is a local time."""

    language: str
    beside: str
    paper: Paper = Paper.A5
    matter: str = ""
    bring: tuple[str, ...] = ()
    appointment: datetime | None = None
    coming: Coming = Coming.UNSAID
    interpreter: str = ""
    ask_interpreter: bool = False

    def packed(self) -> dict[str, Any]:
        """As an object of JSON; `unpacked` gives it back."""
        at = self.appointment
        return {
            "language": self.language,
            "beside": self.beside,
            "paper": self.paper.value,
            "matter": self.matter,
            "bring": list(self.bring),
            "appointment": at.isoformat() if at is not None else None,
            "coming": self.coming.value,
            "interpreter": self.interpreter,
            "ask_interpreter": self.ask_interpreter,
        }


def unpacked(data: Mapping[str, Any]) -> Choices:
    """The choices of an object that `Choices.packed` has made."""
    at = data["appointment"]
    changed = {
        "paper": Paper(data["paper"]),
        "bring": tuple(data["bring"]),
        "appointment": datetime.fromisoformat(at) if at else None,
        "coming": Coming(data["coming"]),
    }
    return Choices(**{**data, **changed})
