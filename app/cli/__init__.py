"""The command line: one module a word, each a few lines over a service. No Qt.

A word is a module of this package with

- `NAME`: the word as it is typed;
- `summary() -> str`: what it does and what it prints, translated, for `--help`;
- `add_arguments(parser)`: its own options; `app.cli.options` has the common ones
  (`add_place`, `add_format`), `--language` is added for every word;
- `run(arguments) -> int`: do it, 0 when done, 1 when what was asked for is not in order. What can
  be refused is raised as `Refused`; `app.cli.main` speaks the sentence and answers 1.

`app.cli.main.WORDS` is the tuple of all of them. `app.cli.options.open_desk(arguments)` signs in,
`app.cli.output` prints tables and JSON. Help texts are translated, so they are asked for when the
parser is built, never at import.
"""
