"""What one may want to know before anything is there."""

from app.localization import _
from app.ui.sign_in.step_page import StepPage
from app.ui.sign_in.submit import Submit
from app.ui.theme import active
from app.ui.widgets.label import Label
from app.ui.worker import Worker


class HelpPage(StepPage):
    """Short answers, a heading each; the filled button goes back."""

    def __init__(self, worker: Worker) -> None:
        super().__init__(worker, Submit(_back, _back), _title, _lead)
        self.answers = tuple(
            (Label("section", wraps=True), Label(wraps=True)) for _answer in _answers()
        )
        for heading, text in self.answers:
            self.content.addWidget(heading)
            self.content.addWidget(text)
            self.content.addSpacing(active().space(4))
        self.leave.hide()
        self.helper.hide()
        self._restyle()
        self._retranslate()

    def start(self) -> None:
        self.back.emit()

    def _restyle(self) -> None:
        super()._restyle()
        self.content.setSpacing(active().space(4))

    def _retranslate(self) -> None:
        super()._retranslate()
        for (heading, text), words in zip(self.answers, _answers(), strict=True):
            heading.setText(words[0])
            text.setText(words[1])


def _title() -> str:
    return _("Help with signing in")


def _lead() -> str:
    return ""


def _back() -> str:
    return _("Back")


def _answers() -> tuple[tuple[str, str], ...]:
    return (
        (
            _("Where do the data lie?"),
            _(
                "In one encrypted file on this computer, or on a server that several workstations "
                "share. Your password opens it; without one nobody can read it."
            ),
        ),
        (
            _("I cannot remember my password."),
            _(
                "Ask an administrator for a new one. Whoever had the recovery code made can use "
                "the paper: “Password forgotten…” below the sign-in."
            ),
        ),
        (
            _("Why do I have to wait?"),
            _("From the third wrong try on each makes the next wait longer, five minutes at most."),
        ),
        (
            _("Why not a network drive?"),
            _(
                "Network drives lose the locks with which two computers keep out of each other's "
                "way, and the file could break. Several workstations share a server instead."
            ),
        ),
        (
            _("Keys"),
            _(
                "Enter does what the filled button does, Esc goes one step back, Tab moves on, "
                "1 to 4 choose a card."
            ),
        ),
    )
