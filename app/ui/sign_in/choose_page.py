"""The first run: where the data are to be."""

from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.localization import _, _p
from app.ui.sign_in.choice_card import ChoiceCard
from app.ui.sign_in.doors import Doors
from app.ui.sign_in.place import demo_folder
from app.ui.sign_in.step_page import StepPage
from app.ui.sign_in.submit import Submit
from app.ui.theme import active
from app.ui.widgets.icon import Icon
from app.ui.widgets.label import Label
from app.ui.worker import Worker

CHOICES: Final = {
    "new_file": "hard-drive",
    "server": "server",
    "open": "folder-open",
    "demo": "flask-conical",
}
USUAL: Final = "new_file"


class ChoosePage(StepPage):
    """Four cards with the keys 1 to 4.

    `chosen` names one of `CHOICES`, but the examples are opened here: `tried` brings their desk.
    `first`: nothing is there yet, so the button beside the filled one closes the window.
    """

    chosen = Signal(str)
    tried = Signal(object)

    def __init__(self, worker: Worker, doors: Doors, workstation: UUID, first: bool) -> None:
        super().__init__(worker, Submit(_go_on, _making), _welcome, _question)
        self._doors, self._workstation, self._first = doors, workstation, first
        self.cards = {
            name: ChoiceCard(icon, str(key), name == USUAL)
            for key, (name, icon) in enumerate(CHOICES.items(), 1)
        }
        self._group = QButtonGroup(self)
        self.cards[USUAL].setChecked(True)
        self.next_title, self.next_steps = Label("strong"), Label("body", "dim", wraps=True)
        self.network = Label("help", "dim", wraps=True)
        self._next, self._next_words, self._network = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        self._cards = QVBoxLayout()
        self._arrange()
        self._restyle()
        self._retranslate()

    def first_field(self) -> QWidget:
        return self.cards[self.current()]

    def current(self) -> str:
        """The card that is chosen."""
        return next(name for name, card in self.cards.items() if card.isChecked())

    def start(self) -> None:
        doors, workstation = self._doors, self._workstation
        if self.current() == "demo":
            self.work(lambda: doors.demo(demo_folder(), workstation), self.tried.emit)
        else:
            self.chosen.emit(self.current())

    def set_free(self, free: bool) -> None:
        super().set_free(free)
        for card in self.cards.values():
            card.setEnabled(free)

    def leave_words(self) -> tuple[str, str]:
        return (_("Close"), "") if self._first else super().leave_words()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cards = {str(key): card for key, card in enumerate(self.cards.values(), 1)}
        plain = not event.modifiers() & ~_KEYPAD and not self.submit.busy
        if plain and (card := cards.get(event.text())):
            card.setChecked(True)
            card.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        for card in self.cards.values():
            self._cards.addWidget(card)
            self._group.addButton(card)
            card.toggled.connect(self._tell_next)
        self._next_words.addWidget(self.next_title)
        self._next_words.addWidget(self.next_steps)
        self._next.addWidget(Icon("list-ordered"), 0, Qt.AlignmentFlag.AlignTop)
        self._next.addLayout(self._next_words, 1)
        panel = QFrame()
        panel.setProperty("panel", "card")
        panel.setLayout(self._next)
        self.content.addLayout(self._cards)
        self.content.addWidget(panel)
        self._network.addWidget(Icon("triangle-alert"), 0, Qt.AlignmentFlag.AlignTop)
        self._network.addWidget(self.network, 1)
        self.column.addLayout(self._network)

    def _tell_next(self) -> None:
        title, steps = _next_steps()[self.current()]
        self.next_title.setText(title)
        numbered = (f"{number}.\N{NO-BREAK SPACE}{step}" for number, step in enumerate(steps, 1))
        self.next_steps.setText("   ".join(numbered))

    def _restyle(self) -> None:
        super()._restyle()
        theme = active()
        self._cards.setSpacing(theme.space(8))
        self._next.setContentsMargins(*(theme.space(n) for n in (14, 8, 14, 8)))
        self._next.setSpacing(theme.space(12))
        self._next_words.setSpacing(0)
        self._network.setSpacing(theme.space(8))

    def _retranslate(self) -> None:
        super()._retranslate()
        for name, (title, lead) in _card_words().items():
            self.cards[name].set_texts(title, lead, _p("choice", "Usual"))
        self._tell_next()
        self.network.setText(
            _(
                "A file cannot be made on a network drive: two computers could break it. "
                "Use a shared server."
            )
        )


_KEYPAD = Qt.KeyboardModifier.KeypadModifier


def _go_on() -> str:
    return _("Continue")


def _making() -> str:
    return _("Making the examples…")


def _welcome() -> str:
    return _("Welcome to Kotoportti")


def _question() -> str:
    return _("Where are the data? You can change this later, nothing is lost.")


def _card_words() -> dict[str, tuple[str, str]]:
    return {
        "new_file": (
            _("A new encrypted file on this computer"),
            _("For one workstation. Back it up to a place of your choice."),
        ),
        "server": (
            _("A shared server"),
            _("For several workstations. You need an address and a user name from your IT unit."),
        ),
        "open": (
            _("Open a file or restore a backup"),
            _("From another computer. You need the password or the recovery code."),
        ),
        "demo": (
            _("Try with examples"),
            _("Invented people and visits. Nothing real can be recorded."),
        ),
    }


def _next_steps() -> dict[str, tuple[str, tuple[str, ...]]]:
    minutes = _("Next, about five minutes")
    return {
        "new_file": (
            minutes,
            (
                _("Folder and location"),
                _("First person and password"),
                _("Recovery code onto paper"),
            ),
        ),
        "server": (minutes, (_("Address of the server"), _("User name and password"))),
        "open": (_("Next, about a minute"), (_("Folder or backup"), _("Sign in"))),
        "demo": (
            _("Next, about a minute"),
            (_("Examples are made"), _("The window opens, signed in as demo")),
        ),
    }
