"""Invented courses: society orientation and integration training, to come, going on or over."""

from datetime import date
from random import Random
from typing import Final

from app.domain.invented.chance import chance, days
from app.domain.path.orientation import Content, Orientation
from app.domain.path.training import Level, Skill, Training

_HOURS: Final = (40, 96)
_REACHED: Final = (Level.A2_1, Level.A2_2, Level.B1_1, Level.B1_1, Level.B1_2)


def orientation(
    random: Random, language: str, organiser: str, starts: date, last: date
) -> Orientation:
    """A course of society orientation as it stands on the last day."""
    ends, hours = starts + days(random, 50, 120), random.randint(*_HOURS)
    enough = chance(random, 0.8)
    going = Orientation(language, f"{starts.year}/{random.randint(1, 4)}", organiser, None, starts)
    if ends > last:
        return going
    told = (going.language, going.course, organiser, max(hours, 70) if enough else hours)
    return Orientation(*told, starts, ends, frozenset(Content))


def training(random: Random, language: str, school: str, starts: date, last: date) -> Training:
    """Integration training as it stands on the last day, mostly with its final test."""
    ends = starts + days(random, 200, 360)
    levels = {skill: random.choice(_REACHED) for skill in Skill}
    tested, followed = chance(random, 0.9), chance(random, 0.8)
    if ends > last:
        return Training(language, school, starts)
    ended = Training(language, school, starts, ends, followed)
    if not tested:
        return ended
    return Training(language, school, starts, ends, followed, ends, language, levels)
