"""All executors give the same outcomes in the same order, whatever the items do."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import closing
from functools import partial

import psutil
import pytest

from pipeline.errors import ConfigError, ModelError, ReadError
from pipeline.records import Done, Dropped, Failure
from pipeline.run.executors import NAMES, executor
from pipeline.run.executors.processes import _deaf


class Square:
    """Squares numbers; some items are poison."""

    room = "square"

    def __init__(self, broken: bool = False) -> None:
        if broken:
            raise ModelError("models/square is missing; run make", item="models/square")

    def __call__(self, batch: Sequence[int]) -> list[object]:
        return [self._one(item) for item in batch]

    def _one(self, item: int) -> object:
        if item == 13:
            raise ReadError("13 is unlucky; leave it out", kind="unlucky")
        if item == 17:
            raise ZeroDivisionError("no")
        if item == 4:
            return Dropped("four", "4")
        if item == 666:
            os.kill(os.getpid(), signal.SIGKILL)
        return item * item

    def name(self, item: int) -> str:
        return str(item)


class Where:
    """Says which process works on an item, and how many stages were built in it."""

    room = "where"
    built = 0

    def __init__(self) -> None:
        Where.built += 1

    def __call__(self, batch: Sequence[int]) -> list[object]:
        time.sleep(0.2)  # so that the other worker takes the next batch
        return [(os.getpid(), Where.built) for _ in batch]

    def name(self, item: int) -> str:
        return str(item)


class Sleep:
    """Sleeps for so many seconds."""

    room = "sleep"

    def __call__(self, batch: Sequence[int]) -> list[object]:
        return [time.sleep(item) for item in batch]

    def name(self, item: int) -> str:
        return str(item)


class Holding:
    """Keeps something for the whole process until it is closed, as parsers are kept."""

    room = "holding"
    kept = 0

    def __init__(self) -> None:
        Holding.kept += 1

    def __call__(self, batch: Sequence[int]) -> list[object]:
        return [Holding.kept for _ in batch]

    def close(self) -> None:
        Holding.kept = 0

    def name(self, item: int) -> str:
        return str(item)


def run(name: str, batches: list[list[int]], broken: bool = False) -> list[list[object]]:
    with closing(executor(name, 2)) as workers:
        return [list(outcomes) for outcomes in workers.map(partial(Square, broken), batches)]


@pytest.mark.parametrize("name", NAMES)
def test_outcomes_are_those_of_the_items_in_order(name):
    outcomes = run(name, [[1, 2], [13, 3], [4], [17, 5]])
    assert [len(batch) for batch in outcomes] == [2, 2, 1, 2]
    assert outcomes[0] == [Done(1), Done(4)]
    assert outcomes[1] == [Failure("square", "13", "unlucky", "13 is unlucky; leave it out"), Done(9)]
    assert outcomes[2] == [Dropped("four", "4")]
    assert outcomes[3][0].kind == "unexpected"
    assert "ZeroDivisionError" in outcomes[3][0].message
    assert outcomes[3][1] == Done(25)


def test_executors_agree():
    batches = [list(range(start, start + 3)) for start in range(0, 30, 3)]
    assert run("serial", batches) == run("processes", batches)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_to_do_builds_nothing(name):
    assert run(name, [], broken=True) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_model_stops_the_run(name):
    with pytest.raises(ModelError, match="run make"):
        run(name, [[1]], broken=True)


def test_a_killed_worker_costs_the_item_that_killed_it():
    outcomes = run("processes", [[1, 2], [3, 666, 5], [6], [7], [8], [9], [10]])
    flat = [outcome for batch in outcomes for outcome in batch]
    assert [outcome.kind for outcome in flat if isinstance(outcome, Failure)] == ["worker_died"]
    assert [outcome.value for outcome in flat if isinstance(outcome, Done)] == [1, 4, 9, 25, 36, 49, 64, 81, 100]


def test_workers_stay_for_the_next_stage_and_end_when_closed():
    with closing(executor("processes", 2)) as workers:
        first, second = (
            [outcome.value for batch in workers.map(Where, [[1], [2], [3], [4]]) for outcome in batch] for _ in range(2)
        )
        pids = {pid for pid, _ in first}
        assert {pid for pid, _ in second} <= pids
        assert {built for _, built in first} == {1}
        assert {built for _, built in second} == {2}  # each call of map has a stage of its own
        assert [Done(4)] == next(workers.map(Square, [[2]]))
    assert not [pid for pid in pids if psutil.pid_exists(pid)]


def test_a_worker_lets_go_of_what_a_stage_keeps_before_it_builds_the_next():
    with closing(executor("processes", 1)) as workers:
        found = [outcomes for _ in range(3) for outcomes in workers.map(Holding, [[1]])]
    assert found == [[Done(1)], [Done(1)], [Done(1)]]


def test_work_goes_on_after_a_worker_died():
    with closing(executor("processes", 2)) as workers:
        assert [outcome.kind for batch in workers.map(Square, [[666]]) for outcome in batch] == ["worker_died"]
        assert [list(batch) for batch in workers.map(Square, [[5]])] == [[Done(25)]]


STUCK = r"""
import os, re, signal, sys
from contextlib import closing
from pipeline.run.executors import executor

class Stuck:
    room = "stuck"
    def __call__(self, batch):
        if batch[0] == "stuck":
            re.match(r"(a+)+$", "a" * 60 + "b")  # compiled code that lets no other thread run, for days
        return [os.getpid()]
    def name(self, item):
        return item
"""
PARENT = """
from stuck import Stuck, closing, executor
if __name__ == "__main__":
    with closing(executor("processes", 2)) as workers:
        for outcomes in workers.map(Stuck, [["quick"], ["quick"], ["stuck"], ["stuck"]]):
            print(outcomes[0].value, flush=True)
"""


def gone(pids: set[int], seconds: float = 10) -> bool:
    deadline = time.monotonic() + seconds
    while any(psutil.pid_exists(pid) for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not any(psutil.pid_exists(pid) for pid in pids)


@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_workers_end_with_their_parent_though_they_are_stuck_in_a_text(tmp_path, sent):
    (tmp_path / "stuck.py").write_text(STUCK)
    (tmp_path / "parent.py").write_text(
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)" + PARENT
    )
    with subprocess.Popen(
        [sys.executable, tmp_path / "parent.py"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=tmp_path,
    ) as parent:
        for _ in range(2):
            assert parent.stdout.readline()
        workers = {child.pid for child in psutil.Process(parent.pid).children(recursive=True)}
        time.sleep(0.5)  # until both are stuck
        parent.send_signal(sent)
        ended = gone(workers)
        for pid in {parent.pid, *workers} & set(psutil.pids()):
            os.kill(pid, signal.SIGKILL)
    assert ended


def test_ctrl_c_waits_until_a_worker_has_its_orders():
    over, started = threading.Event(), []
    other = threading.Thread(target=over.wait)  # hears the signal where the main thread does not
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    other.start()

    def start():
        with _deaf():
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(0.1)
            started.append(True)

    try:
        with pytest.raises(KeyboardInterrupt):
            start()
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
        assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())
    finally:
        signal.signal(signal.SIGINT, before)
        over.set()
        other.join()
    assert started


def test_closing_amid_the_work_throws_it_away():
    workers = executor("processes", 1)
    outcomes = workers.map(Sleep, [[0], [60], [60]])
    next(outcomes)
    began = time.monotonic()
    workers.close()
    assert time.monotonic() - began < 20
    assert [list(batch) for batch in workers.map(Square, [[5]])] == [[Done(25)]]
    workers.close()


def test_batches_are_taken_when_there_is_room():
    taken = []

    def batches():
        for number in range(50):
            taken.append(number)
            yield [number + 20]

    outcomes = executor("processes", 2).map(Square, batches())
    next(outcomes)
    assert len(taken) < 10
    outcomes.close()


def test_an_unknown_executor_names_those_there_are():
    with pytest.raises(ConfigError, match="serial, processes"):
        executor("cloud", 2)
