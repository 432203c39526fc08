"""Fetching on schedule: one child process a batch, and a worker that starts them for ever.

What is due is asked of `plan`, which reads our own tables and takes leases: the
scheduler here only wakes us up and remembers nothing. So what fell due while the worker
was down is done once, and a run that was killed midway is due again when its lease ends.
"""

from __future__ import annotations

import asyncio
import logging
import signal
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from typing import TypeVar

from apscheduler.schedulers.asyncio import AsyncIOScheduler  # type: ignore[import-untyped]

from crawler.batches import Batch
from crawler.children import GRACE, BatchOutcome, run_child
from domain.errors import ClausewatchError, StoreError

__all__ = ["BatchOutcome", "Worker", "run_batches", "stop_on_signals"]

Command = Callable[[Batch], Sequence[str]]
Given = Callable[[Batch], bytes]
Result = TypeVar("Result")

log = logging.getLogger(__name__)


class _Slots:
    """Room for so many children at once, and for one a host."""

    def __init__(self, parallel: int) -> None:
        self._room = asyncio.Semaphore(parallel)
        self._hosts: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def run(
        self, batch: Batch, command: Command, given: Given, limit: float | None, grace: float
    ) -> BatchOutcome:
        """Run the child of a batch when its host and a slot are free."""
        async with self._hosts[batch.host], self._room:
            whole = None if limit is None else limit * len(batch.source_ids)
            return await run_child(
                batch, command(batch), given=given(batch), limit=whole, grace=grace
            )


def _nothing(_: Batch) -> bytes:
    return b""


async def run_batches(  # noqa: PLR0913 (each has its default but the first two)
    batches: Iterable[Batch],
    command: Command,
    *,
    given: Given = _nothing,
    parallel: int = 4,
    timeout: float | None = None,  # noqa: ASYNC109 (of each source, not of the call)
    grace: float = GRACE,
) -> list[BatchOutcome]:
    """Run each batch in a child process of its own; return how each ended, in order.

    `given` is what a child gets to read on its standard input.
    `timeout` is in seconds for each source of a batch; a child that takes longer than
    its sources may is ended. When this is cancelled all children are ended before it
    returns.
    """
    slots = _Slots(parallel)
    async with asyncio.TaskGroup() as group:
        running = [
            group.create_task(slots.run(batch, command, given, timeout, grace)) for batch in batches
        ]
    return [task.result() for task in running]


class Worker:
    """Asks `plan` for what is due every so often, starts children, delivers alerts.

    `renew` is called every so often for as long as the worker lives, so that others can
    tell. `plan`, `finished`, `deliver` and `renew` run in threads, for they talk to the
    store and to mail servers. `finished` is told of every child that ended by itself or at its time
    limit, not of those that end because the worker does. A `StoreError` of any of them
    ends the worker and is raised by `run`; other errors are logged and the next round
    tries again. Intervals and limits are in seconds.
    """

    def __init__(  # noqa: PLR0913 (each is a thing to be wired, all but two have defaults)
        self,
        plan: Callable[[], list[Batch]],
        command: Command,
        *,
        given: Given = _nothing,
        deliver: Callable[[], None] | None = None,
        finished: Callable[[BatchOutcome], None] | None = None,
        renew: Callable[[], None] | None = None,
        every: float = 30.0,
        deliver_every: float = 60.0,
        renew_every: float = 60.0,
        parallel: int = 4,
        timeout: float | None = 1800.0,
        grace: float = GRACE,
    ) -> None:
        self._plan = plan
        self._command = command
        self._given = given
        self._deliver = deliver
        self._finished = finished
        self._renew = renew
        self._renew_every = renew_every
        self._every = every
        self._deliver_every = deliver_every
        self._parallel = parallel
        self._timeout = timeout
        self._grace = grace
        self._children: set[asyncio.Task[None]] = set()
        self._failed: asyncio.Future[None] | None = None
        self._stopping = False

    async def run(self, stop: asyncio.Event) -> None:
        """Work until `stop` is set, then end every child and return.

        Raises `StoreError` when the store failed.
        """
        self._slots = _Slots(self._parallel)
        self._failed = asyncio.get_running_loop().create_future()
        scheduler = AsyncIOScheduler(timezone=UTC)
        self._schedule(scheduler, self._tick, self._every)
        for job, every in ((self._deliver, self._deliver_every), (self._renew, self._renew_every)):
            if job is not None:
                self._schedule(scheduler, partial(self._guarded, job), every)
        scheduler.start()
        self._failed.add_done_callback(lambda _: stop.set())
        try:
            await stop.wait()
        finally:
            self._stopping = True
            scheduler.shutdown(wait=False)
            await self._end_children()
        if self._failed.done():
            self._failed.result()

    @staticmethod
    def _schedule(scheduler: AsyncIOScheduler, job: Callable[[], object], every: float) -> None:
        """Run a job now and every so often; a round that is late is run once."""
        scheduler.add_job(
            job,
            "interval",
            seconds=every,
            next_run_time=datetime.now(UTC),
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )

    async def _tick(self) -> None:
        """Start what is due; a batch whose host is busy waits without keeping others from it."""
        due = await self._guarded(self._plan) or []
        for batch in () if self._stopping else due:
            child = asyncio.create_task(self._run(batch))
            self._children.add(child)
            child.add_done_callback(self._children.discard)

    async def _run(self, batch: Batch) -> None:
        outcome = await self._slots.run(
            batch, self._command, self._given, self._timeout, self._grace
        )
        finished = self._finished
        if finished is not None:
            await self._guarded(lambda: finished(outcome))

    async def _guarded(self, function: Callable[[], Result]) -> Result | None:
        """Call a function in a thread; a failing store ends the worker."""
        try:
            return await _in_thread(function)
        except StoreError as error:
            if self._failed is not None and not self._failed.done():
                self._failed.set_exception(error)
        except ClausewatchError as error:
            log.error("%s; the next round tries again", error)  # noqa: TRY400 (it says what to do)
        except Exception:
            log.exception("a round of the worker failed; the next one tries again")
        return None

    async def _end_children(self) -> None:
        for child in self._children:
            child.cancel()
        await asyncio.gather(*self._children, return_exceptions=True)


async def _in_thread(function: Callable[[], Result]) -> Result:
    """Call a function in a daemon thread, so that a slow mail server cannot hold up the end.

    What is cut off like this is delivered again: the outbox counts only what was accepted.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[Result] = loop.create_future()

    def settle(result: Result | None, error: BaseException | None) -> None:
        if done.cancelled():
            return
        if error is not None:
            done.set_exception(error)
        else:
            done.set_result(result)  # type: ignore[arg-type]  # set where there is no error

    def work() -> None:
        result, error = None, None
        try:
            result = function()
        except BaseException as raised:  # noqa: BLE001 (it is raised where it is awaited)
            error = raised
        with suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(settle, result, error)

    threading.Thread(target=work, daemon=True).start()
    return await done


def stop_on_signals(stop: asyncio.Event) -> None:
    """Set `stop` at SIGTERM and SIGINT; call it from inside the running loop."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        try:
            loop.add_signal_handler(number, stop.set)
        except NotImplementedError:  # Windows
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop.set))
