"""Who is told about flags: what, when, how and in which language."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field

from domain.flag import Priority
from domain.value import Identifier, Value

MAIL = "mail"
"""The channel that needs no name of its own: the mail address of the editor."""


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError("is no time zone such as Europe/Berlin") from error
    return name


def _not_empty(names: tuple[str, ...]) -> tuple[str, ...]:
    if not names:
        raise ValueError("is empty: leave the key out for mail")
    return names


class Editor(Value):
    """A person who is told about flags, and how that person wants to be told."""

    email: str = Field(pattern=r"^[^@\s<>,;]+@[^@\s<>,;]+$", description="where alerts go")
    name: str = Field(default="", description="how the person is called")
    language: Literal["en", "de"] = Field(default="en", description="what the person reads")
    criteria: tuple[Identifier, ...] = Field(
        default=(), description="only flags on these criteria; on all when it is left out"
    )
    when: Literal["at once", "digest"] = Field(
        default="at once", description="a mail for each change, or one a day with all"
    )
    hour: int = Field(
        default=8, ge=0, le=23, description="hour of the day of digest and monthly summary"
    )
    timezone: Annotated[str, AfterValidator(_known_zone)] = Field(
        default="UTC", description="zone of that hour, such as Europe/Berlin"
    )
    from_priority: Literal["low", "normal", "direction", "evidence"] = Field(
        default="low", description="flags below this priority are listed, but not sent"
    )
    channels: Annotated[tuple[Identifier, ...], AfterValidator(_not_empty)] = Field(
        default=(MAIL,),
        description="mail, or the names of channels that the settings define",
    )
    summary: Literal["monthly", "never"] = Field(
        default="monthly", description="what is open and what grew old, on the first of a month"
    )

    def minds(self, criterion: str) -> bool:
        """Tell whether flags on a criterion are this editor's business."""
        return not self.criteria or criterion in self.criteria

    def wants(self, priority: Priority) -> bool:
        """Tell whether a flag of this priority is sent to this editor."""
        return priority >= Priority[self.from_priority.upper()]

    def next_hour(self, after: datetime) -> datetime:
        """Return the next time that the editor's hour strikes, later than `after`.

        Where the clocks jump over that hour, it is the moment of the jump.
        """
        day = self.local(after).date()
        while (moment := self.hour_on(day.year, day.month, day.day)) <= after:
            day += timedelta(days=1)
        return moment

    def hour_on(self, year: int, month: int, day: int) -> datetime:
        """Return the editor's hour on a day of their calendar."""
        zone = ZoneInfo(self.timezone)
        moment = datetime(year, month, day, self.hour, tzinfo=zone)
        # An hour that the clocks skip is named after the offset before the jump.
        return moment.astimezone(ZoneInfo("UTC")).astimezone(zone)

    def local(self, moment: datetime) -> datetime:
        """Return a moment as the editor's clock shows it."""
        return moment.astimezone(ZoneInfo(self.timezone))
