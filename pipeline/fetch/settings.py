"""What can be set about fetching, and what is asked of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from pipeline.records import Entry, FetchState

USER_AGENT = "stancewire/0.1 (feed reader; conditional requests; one at a time per host)"


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """Limits and manners of fetching. Times in seconds, sizes in bytes; metadata holds the bounds of each value."""

    request_s: float = field(default=20.0, metadata={"gt": 0, "le": 600})
    """One request in all, from connecting to the last byte: a server that drips cannot hold us longer."""
    connect_s: float = field(default=5.0, metadata={"gt": 0, "le": 60})
    """Looking up a name, and connecting to an address."""
    source_s: float = field(default=60.0, metadata={"gt": 0, "le": 3600})
    """One target in all, with its redirects, retries and the waits between them."""
    max_bytes: int = field(default=10_000_000, metadata={"gt": 0, "le": 1_000_000_000})
    """Size of a body, before and after decompression."""
    max_redirects: int = field(default=5, metadata={"ge": 0, "le": 20})
    retries: int = field(default=2, metadata={"ge": 0, "le": 10})
    """Further attempts after 408, 429, 502, 503, 504, broken connections and time-outs."""
    backoff_s: float = field(default=0.5, metadata={"gt": 0, "le": 60})
    """Wait before the first retry; it doubles with each."""
    retry_after_max_s: float = field(default=20.0, metadata={"ge": 0, "le": 3600})
    """Longest wait that a server may ask of us within a run; when it asks for more, the next run tries again."""
    host_delay_s: float = field(default=1.0, metadata={"ge": 0, "le": 600})
    """Between the starts of two requests to one host."""
    concurrency: int = field(default=8, metadata={"ge": 1, "le": 64})
    """Requests at a time, over all hosts."""
    user_agent: str = field(default=USER_AGENT, metadata={"min_length": 1, "max_length": 300, "pattern": r"^[ -~]+$"})
    allow_private: bool = False
    """Also connect to private, loopback and other addresses that are not on the public internet."""
    trust_env: bool = False
    """Use the proxies named in the environment (HTTPS_PROXY, NO_PROXY ...). A proxy looks names up by itself, so that
    through one only addresses written as numbers can be refused as private."""
    ca_file: Path | None = None
    """PEM file of certificates to trust instead of the usual ones."""


@dataclass(frozen=True, slots=True)
class Target:
    """An address to read for a source, and what its server said last time."""

    source_id: str
    url: str
    state: FetchState = field(default_factory=FetchState)
    entry: Entry | None = None
    """The feed entry whose page this is."""
