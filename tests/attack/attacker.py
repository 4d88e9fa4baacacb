"""The attack: everything that follows from the published tables, by integer programs.

It knows nothing of how the tables were made. Unknowns that no equation joins are asked about apart.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import highspy

from app.domain.disclosure import Published
from tests.attack.knowledge import MOST, Earlier, Knowledge, Name, Sum, Target, knowledge

WHOLE = 1e-6
Roots = tuple[Name, ...]
Model = tuple[highspy.Highs, dict[Name, int]]


@dataclass(frozen=True, slots=True)
class Finding:
    """A cell of which the tables tell too much, and what is still possible."""

    where: str
    primary: bool
    possible: tuple[int, ...]


class Attack:
    """The integer programs of one year's tables, one for each group of joined unknowns."""

    def __init__(self, told: Knowledge) -> None:
        self._told = told
        self._group: dict[Name, Name] = {name: name for name in told.unknown}
        for one in told.sums:
            self._join(list(one.terms))
        self._sums: defaultdict[Name, list[Sum]] = defaultdict(list)
        for one in told.sums:
            self._sums[self._root(next(iter(one.terms)))].append(one)
        self._members: defaultdict[Name, list[Name]] = defaultdict(list)
        for name in told.unknown:
            self._members[self._root(name)].append(name)
        self._models: dict[Roots, Model] = {}
        self._targets: defaultdict[Roots, list[int]] = defaultdict(list)
        for number, target in enumerate(told.targets):
            self._targets[self._roots(target)].append(number)
        self._seen: list[set[int]] = [set() for _ in told.targets]

    def findings(self) -> Iterator[Finding]:
        """All cells that are given away."""
        for number, target in enumerate(self._told.targets):
            if target.primary:
                wanted = range(1 + target.beside, self._told.threshold + target.beside)
                enough = False not in [self._can_be(number, value) for value in wanted]
            else:
                enough = self._has_many(number)
            if not enough:
                yield Finding(target.where, target.primary, tuple(sorted(self._seen[number])))

    def _has_many(self, number: int) -> bool:
        """Whether the target may be as many different numbers as the threshold is."""
        size = self._told.threshold
        if len(self._seen[number]) < size:
            least = self._least(number)
            for value in range(least, least + 4 * size):
                if len(self._seen[number]) < size:
                    self._can_be(number, value)
        return len(self._seen[number]) >= size

    def _can_be(self, number: int, value: int) -> bool:
        if value in self._seen[number]:
            return True
        terms = self._told.targets[number].terms
        model, at = self._model(number)
        row = model.getNumRow()
        where = [at[name] for name in terms]
        model.addRow(value, value, len(terms), where, list(terms.values()))
        possible = self._solved(number)
        model.deleteRows(1, [row])
        return possible

    def _least(self, number: int) -> int:
        model, at = self._model(number)
        terms = self._told.targets[number].terms
        for name, times in terms.items():
            model.changeColCost(at[name], times)
        assert self._solved(number), "the tables contradict each other"
        for name in terms:
            model.changeColCost(at[name], 0)
        return min(self._seen[number])

    def _solved(self, number: int) -> bool:
        """Look for a world, and note what every other target is in it.

        Most often the corner that a linear program finds is whole; only where it is not, or where
        there is none at all, is that the last word.
        """
        model, at = self._model(number)
        model.run()
        if model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return False
        found = model.getSolution().col_value
        if any(abs(count - round(count)) > WHOLE for count in found):
            found = _in_whole_numbers(model)
        if found is None:
            return False
        world = [round(count) for count in found]
        for other in self._targets[self._roots(self._told.targets[number])]:
            terms = self._told.targets[other].terms
            self._seen[other].add(sum(world[at[name]] * n for name, n in terms.items()))
        return True

    def _roots(self, target: Target) -> Roots:
        return tuple(sorted({self._root(name) for name in target.terms}, key=repr))

    def _model(self, number: int) -> Model:
        roots = self._roots(self._told.targets[number])
        if roots not in self._models:
            self._models[roots] = self._built(roots)
        return self._models[roots]

    def _built(self, roots: Roots) -> Model:
        model = highspy.Highs()
        model.setOptionValue("output_flag", False)
        at: dict[Name, int] = {}
        for name in (name for root in roots for name in self._members[root]):
            at[name] = len(at)
            model.addVar(self._told.unknown[name], MOST)
        for one in (one for root in roots for one in self._sums[root]):
            where = [at[name] for name in one.terms]
            model.addRow(one.low, one.high, len(where), where, list(one.terms.values()))
        return model, at

    def _root(self, name: Name) -> Name:
        while self._group[name] != name:
            self._group[name] = self._group[self._group[name]]
            name = self._group[name]
        return name

    def _join(self, names: list[Name]) -> None:
        for name in names[1:]:
            self._group[self._root(name)] = self._root(names[0])


def _in_whole_numbers(model: highspy.Highs) -> list[float] | None:
    program = model.getLp()
    program.integrality_ = [highspy.HighsVarType.kInteger] * program.num_col_
    whole = highspy.Highs()
    whole.setOptionValue("output_flag", False)
    whole.passModel(program)
    whole.run()
    if whole.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    found: list[float] = whole.getSolution().col_value
    return found


def findings(published: Published, threshold: int, kept: Sequence[Earlier] = ()) -> list[Finding]:
    """All that is given away to somebody who kept some tables from before."""
    return list(Attack(knowledge(published, threshold, kept)).findings())
