"""The guarded child: limits, crashes, pools, determinism."""

from __future__ import annotations

import concurrent.futures
import hashlib
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import time

import psutil
import pytest

from pipeline.errors import ExtractError
from pipeline.extract import Extractor, ExtractSettings
from pipeline.extract.guard import Guard

GOOD = "<p>The port of Lorn has been closed since the storm took its only crane, says the council.</p>"
SLOW = "<html><body>" + "<div>" * 100_000 + GOOD + "</body></html>"
"""Depth that costs a page's reader quadratic time."""


def feed(*bodies):
    items = "".join(
        f"<item><title>S{n}</title><link>https://t.example/{n}</link><description><![CDATA[{body}]]></description></item>"
        for n, body in enumerate(bodies)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>{items}</channel></rss>'


def test_time_limit_ends_an_item_and_the_next_one_is_read(fetched, make_source):
    with Extractor(ExtractSettings(time_limit=1.0)) as extractor:
        started = time.monotonic()
        with pytest.raises(ExtractError) as caught:
            extractor.articles(fetched(SLOW, "slow.html", "text/html"), make_source())
        assert caught.value.kind == "timeout"
        assert "slow.html" in caught.value.message
        assert time.monotonic() - started < 30
        good = extractor.articles(fetched(GOOD, "good.md"), make_source())
    assert len(good.articles) == 1


def test_memory_limit(fetched, make_source):
    with Extractor(ExtractSettings(memory_limit=400_000_000, max_item_bytes=20_000_000)) as extractor:
        with pytest.raises(ExtractError) as caught:
            extractor.articles(fetched("word and *more* " * 1_200_000, "big.md"), make_source())
        assert caught.value.kind == "memory"
        assert len(extractor.articles(fetched(GOOD, "good.md"), make_source()).articles) == 1


def test_an_entry_that_kills_the_reader_is_the_only_one_lost(fetched, make_source, monkeypatch):
    with Extractor(ExtractSettings()) as extractor:
        call = extractor._guard.call

        def crash(operation, *arguments, item):
            if operation == "read" and any("poison" in entry.html for _, entry in arguments[0]):
                return call("abort", item=item)
            return call(operation, *arguments, item=item)

        monkeypatch.setattr(extractor._guard, "call", crash)
        body = feed(GOOD, GOOD + "poison", GOOD)
        found = extractor.articles(fetched(body, "https://t.example/f", "text/xml"), make_source("feed"))
    assert [article.title for article in found.articles] == ["S0", "S2"]
    assert [(failure.item, failure.kind) for failure in found.failures] == [("https://t.example/1", "unreadable")]


def test_a_killed_child_is_an_error_with_a_reason():
    guard = Guard(20.0, 0)
    process = guard._running()
    os.kill(process.pid, signal.SIGSTOP)
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        answer = pool.submit(guard.call, "main_text", b"<p>x</p>", "u", None, item="x.html")
        time.sleep(0.2)
        os.kill(process.pid, signal.SIGKILL)
        with pytest.raises(ExtractError) as caught:
            answer.result(20)
    guard.close()
    assert caught.value.kind == "memory"
    assert caught.value.item == "x.html"


def test_a_child_ends_with_its_parent_amid_a_request(tmp_path):
    program = tmp_path / "parent.py"
    program.write_text(
        "from pipeline.extract import guard\n"
        'stuck = \'re.match(r"(a+)+$", "a" * 60 + "b")\'\n'  # compiled code that lets no thread run, for days
        "guard._COMMAND = ('import re; from pipeline.extract import work;'\n"
        "    f'work.OPERATIONS[\"stuck\"] = lambda: {stuck};' + guard._COMMAND)\n"
        "made = guard.Guard(200.0, 0)\n"
        "print(made._running().pid, flush=True)\n"
        "made.call('stuck', item='x')\n"
    )
    with subprocess.Popen([sys.executable, program], stdout=subprocess.PIPE, text=True) as parent:
        child = psutil.Process(int(parent.stdout.readline()))
        time.sleep(2)  # until it is stuck
        assert child.is_running()
        parent.terminate()
        parent.wait(20)
    _, left = psutil.wait_procs([child], 10)
    for process in left:
        process.kill()
    assert not left


def test_an_unexpected_error_names_the_item():
    guard = Guard(20.0, 0)
    with pytest.raises(ExtractError) as caught:
        guard.call("no_such_operation", item="x.html")
    guard.close()
    assert caught.value.kind == "unreadable"
    assert caught.value.message.startswith("x.html: it could not be parsed (")
    assert pickle.loads(pickle.dumps(caught.value)).kind == "unreadable"


def test_too_large_is_refused_unread(fetched, make_source):
    extractor = Extractor(ExtractSettings(max_bytes=100))
    with pytest.raises(ExtractError) as caught:
        extractor.articles(fetched("x" * 101, "big.txt"), make_source())
    assert caught.value.kind == "too_large"
    assert extractor._guard._process is None


def _read_in_worker(body, source):
    with Extractor(ExtractSettings()) as extractor:
        return [article.id for article in extractor.articles(body, source).articles]


def test_works_in_the_workers_of_a_pool(fetched, make_source, extractor):
    body, source = fetched(GOOD, "good.md"), make_source()
    expected = [article.id for article in extractor.articles(body, source).articles]
    with multiprocessing.get_context("fork").Pool(1) as pool:  # its workers are daemons: they may have no children
        assert pool.apply(_read_in_worker, (body, source)) == expected


def test_a_forked_copy_starts_a_child_of_its_own(fetched, make_source, extractor):
    body, source = fetched(GOOD, "good.md"), make_source()
    expected = [article.id for article in extractor.articles(body, source).articles]
    child = extractor._guard._running().pid
    reader, writer = os.pipe()
    if (copy := os.fork()) == 0:
        ids = [article.id for article in extractor.articles(body, source).articles]
        os.write(writer, repr((ids == expected, extractor._guard._running().pid != child)).encode())
        extractor.close()
        os._exit(0)
    os.waitpid(copy, 0)
    assert os.read(reader, 100) == b"(True, True)"
    os.close(reader)
    os.close(writer)
    assert [article.id for article in extractor.articles(body, source).articles] == expected
    assert extractor._guard._running().pid == child


def test_a_closed_extractor_can_be_used_again(fetched, make_source):
    extractor = Extractor(ExtractSettings())
    for _ in range(2):
        assert extractor.articles(fetched(GOOD, "good.md"), make_source()).articles
        extractor.close()


def test_the_same_body_gives_the_same_bytes_whatever_the_hash_seed(fetched, make_source):
    body = fetched(
        feed(*[GOOD + f"<ul><li><a href='/{n}'>l{n}</a></li></ul>" for n in range(5)]),
        "https://t.example/f",
        "text/xml",
    )
    code = (
        "import pickle,sys,hashlib\nfrom pipeline.extract import Extractor,ExtractSettings\n"
        "body,source=pickle.load(sys.stdin.buffer)\n"
        "with Extractor(ExtractSettings()) as e: found=repr(e.articles(body,source)).encode()\n"
        "print(hashlib.sha256(found).hexdigest())"
    )
    payload = pickle.dumps((body, make_source("feed")))
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            input=payload,
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        ).stdout
        for seed in ("1", "2")
    }
    with Extractor(ExtractSettings(batch=2)) as extractor:
        here = hashlib.sha256(repr(extractor.articles(body, make_source("feed"))).encode()).hexdigest()
    assert digests == {here.encode() + b"\n"}


def test_importing_the_room_is_cheap():
    heavy = ("trafilatura", "feedparser", "lxml", "yaml", "warcio")
    code = f"import sys; import pipeline.extract; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.stdout.strip() == b"[]"
