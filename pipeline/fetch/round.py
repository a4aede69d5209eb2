"""One round of fetching: redirects, retries, manners, and one outcome each.

::

    targets -> one task each: its host's turn -> request -> redirect? -> request ... -> Fetched | Unchanged
                                     ^------------- wait <- TryAgain?
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from urllib.parse import urldefrag, urljoin

from pipeline.errors import FetchError
from pipeline.fetch.addresses import Lookup, Resolver
from pipeline.fetch.manners import Manners
from pipeline.fetch.media import header_type
from pipeline.fetch.network import Reply, Web, host_of, parse
from pipeline.fetch.retry import RETRIED_STATUS, TryAgain, backoff, retry_after
from pipeline.fetch.settings import FetchSettings, Target
from pipeline.records import Done, Failure, Fetched, FetchState, Outcome, Unchanged

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ADVICE = {
    401: "it asks for a password: remove the source, or take its public address",
    402: "it asks for payment: remove the source, or take its public address",
    403: "it refuses programs like this one: ask its owner, or ingest saved pages",
    404: "there is nothing at this address: correct it in the configuration",
    410: "it is gone for good: remove it from the configuration",
    451: "it is withheld for legal reasons: remove it from the configuration",
}


async def fetch_all(
    targets: Sequence[Target], settings: FetchSettings, now: Callable[[], datetime], lookup: Lookup
) -> list[Outcome[Fetched | Unchanged]]:
    """Fetch all targets at once; one outcome per target, in their order."""
    resolver = Resolver(lookup, allow_private=settings.allow_private, limit_s=settings.connect_s)
    async with Web(settings, resolver) as web:
        this = _Round(settings, now, web)
        return list(await asyncio.gather(*(this.outcome(target) for target in targets)))


class _Round:
    """What the targets of one round share."""

    def __init__(self, settings: FetchSettings, now: Callable[[], datetime], web: Web) -> None:
        self._settings = settings
        self._now = now
        self._web = web
        self._manners = Manners(settings.host_delay_s, settings.concurrency)

    async def outcome(self, target: Target) -> Outcome[Fetched | Unchanged]:
        """Fetch one target, whatever happens."""
        try:
            return Done(await self._fetch(target))
        except FetchError as error:
            via = "" if error.item == target.url else f"{target.url}: it redirects; "
            return Failure("fetch", target.url, error.kind, via + error.message, error.retryable)
        except Exception as error:  # one odd address must not cost the others; the type and text are kept
            message = f"{target.url}: unforeseen {type(error).__name__} ({error}); please report it with this address."
            return Failure("fetch", target.url, "unforeseen", message)

    async def _fetch(self, target: Target) -> Fetched | Unchanged:
        host = host_of(parse(target.url))
        await self._web.prepare(target.url)  # all names are looked up at once, before anyone waits for a turn
        async with self._manners.alone(host):
            self._manners.check(host, target.url)
            try:
                async with asyncio.timeout(self._settings.source_s):
                    result = await self._attempts(target, host)
            except TimeoutError as error:
                late = self._late(target.url)
                self._manners.failed(host, late)
                raise late from error
            except FetchError as error:
                if error.item == target.url:  # what a redirect leads to says nothing of this host
                    self._manners.failed(host, error)
                raise
            self._manners.answered(host)
            return result

    def _late(self, url: str) -> FetchError:
        limit = f"{self._settings.source_s:g} s"
        return TryAgain(f"{url}: no result within {limit} in all; try again later.", item=url, kind="deadline")

    async def _attempts(self, target: Target, host: str) -> Fetched | Unchanged:
        for attempt in range(self._settings.retries + 1):
            try:
                return self._result(target, await self._follow(target, host))
            except TryAgain as error:
                wait = backoff(target.url, attempt, self._settings.backoff_s)
                asked = error.wait_s or 0.0
                last = attempt == self._settings.retries or self._manners.hopeless(host, error)
                if last or asked > self._settings.retry_after_max_s:
                    raise
                await asyncio.sleep(max(wait, asked))
                await self._manners.turn(host)
        raise AssertionError("the last attempt returns or raises")

    async def _follow(self, target: Target, host: str) -> Reply:
        """Request the target and what it redirects to; return the reply that is no redirect."""
        url, conditions = target.url, _conditions(target.state)
        seen = [url]
        while True:
            reply = await self._web.request(url, conditions)
            self._manners.network_works()
            if reply.status not in _REDIRECTS:
                return reply
            url = self._next(reply, target.url, seen)
            if host_of(parse(url)) != host:
                host = host_of(parse(url))
                await self._manners.turn(host)

    def _next(self, reply: Reply, first: str, seen: list[str]) -> str:
        location = reply.headers.get("location", "").strip()
        if not location:
            raise _wrong(first, "redirect", "redirects to nowhere; correct the address")
        try:
            url = urldefrag(urljoin(reply.url, location)).url
        except ValueError as error:
            raise _wrong(first, "redirect", f"redirects to no valid address ({error}); correct the address") from error
        if url in seen:
            raise _wrong(first, "redirect-loop", f"redirects in a circle by {url}; correct the address")
        if len(seen) > self._settings.max_redirects:
            limit = self._settings.max_redirects
            raise _wrong(first, "redirects", f"redirects more than {limit} times; give the address where it ends")
        seen.append(url)
        return url

    def _result(self, target: Target, reply: Reply) -> Fetched | Unchanged:
        if reply.status == 304 and _conditions(target.state):
            return Unchanged(target.source_id, target.url, _state(reply, target.state))
        if reply.status != 200:
            raise self._refused(target.url, reply)
        if not reply.body:
            raise _wrong(target.url, "empty", "answered with nothing; look at it in a browser")
        digest = hashlib.sha256(reply.body).hexdigest()
        state = _state(reply, FetchState(body_sha256=digest))
        if digest == target.state.body_sha256:
            return Unchanged(target.source_id, target.url, state)
        media_type, charset = header_type(reply.headers.get("content-type", ""))
        return Fetched(
            source_id=target.source_id,
            url=target.url,
            final_url=reply.url,
            media_type=media_type,
            charset=charset,
            body=reply.body,
            sha256=digest,
            fetched=self._now(),
            state=state,
            entry=target.entry,
        )

    def _refused(self, url: str, reply: Reply) -> FetchError:
        kind = f"status-{reply.status}"
        if reply.status not in RETRIED_STATUS:
            advice = _ADVICE.get(reply.status, "look at it in a browser")
            retryable = reply.status >= 500
            message = f"{url}: the server answered {reply.status}; {advice}."
            return FetchError(message, item=url, kind=kind, retryable=retryable)
        wait = retry_after(reply.headers.get("retry-after"), self._now())
        when = f"in {wait:.0f} s, as it asks" if wait else "later"
        return TryAgain(
            f"{url}: the server answered {reply.status}; try again {when}.", item=url, kind=kind, wait_s=wait
        )


def _conditions(state: FetchState) -> Mapping[str, str]:
    known = {"If-None-Match": state.etag, "If-Modified-Since": state.last_modified}
    return {name: value for name, value in known.items() if value}


def _state(reply: Reply, before: FetchState) -> FetchState:
    return FetchState(
        etag=reply.headers.get("etag") or before.etag,
        last_modified=reply.headers.get("last-modified") or before.last_modified,
        body_sha256=before.body_sha256,
    )


def _wrong(url: str, kind: str, words: str) -> FetchError:
    return FetchError(f"{url}: the server {words}.", item=url, kind=kind)
