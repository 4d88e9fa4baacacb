"""What can be refused, as a code and values; the window and the command line speak the sentence."""


class Refused(Exception):
    """Something that a person asked for and that cannot be done, known and explainable.

    `code` names the sentence (see `app/words/sentences.py`), `values` fill its places. Anything
    that is not a `Refused` is a bug and belongs in the report file.
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values
