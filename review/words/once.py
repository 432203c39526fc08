"""A property that is worked out once, for what a comparison makes thousands of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

_Value = TypeVar("_Value")


class once(Generic[_Value]):  # noqa: N801 - stands where functools.cached_property would
    """What functools.cached_property is to an object, without the lock of Python 3.11.

    The value becomes an attribute of the object, and so this is asked only once.
    """

    def __init__(self, work: Callable[[Any], _Value]) -> None:
        self._work = work
        self._name = work.__name__
        self.__doc__ = work.__doc__

    def __get__(self, owner: object, kind: type | None = None) -> _Value:
        value = owner.__dict__[self._name] = self._work(owner)
        return value
