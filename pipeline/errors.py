"""What can go wrong, as one tree. Rooms raise these; ``run/guard.py`` turns them into ``Failure`` records.

    PipelineError
    ├── ConfigError          sources.yaml or the command line is wrong: exit code 2
    ├── ItemError            one item is bad; nothing else is touched
    │   ├── FetchError       an address could not be read
    │   ├── ExtractError     a body could not be turned into text
    │   └── ReadError        a text could not be analysed
    ├── ModelError           a weight file is missing, corrupt or not the one in the lock: exit code 2
    ├── StoreError           the state cannot be read or written: exit code 1
    ├── PublishError         the edition cannot be written: exit code 1
    └── LockedError          another run holds the lock: exit code 75

Every error names the item and the next action in one sentence; all of them survive pickling.
"""

from __future__ import annotations


class PipelineError(Exception):
    """Base of all errors that the pipeline raises on purpose.

    ``item`` is what failed (an id, a path, an address); ``kind`` is a short stable slug for statistics;
    ``retryable`` says whether the same call may succeed later.
    """

    def __init__(self, message: str, *, item: str = "", kind: str = "error", retryable: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.item = item
        self.kind = kind
        self.retryable = retryable

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.message, self.item, self.kind, self.retryable))


def _rebuild(cls: type[PipelineError], message: str, item: str, kind: str, retryable: bool) -> PipelineError:
    return cls(message, item=item, kind=kind, retryable=retryable)


class ConfigError(PipelineError):
    """The configuration or usage is wrong. The message lists every problem, one a line, with its dotted path."""


class ItemError(PipelineError):
    """One item is bad; the rest of the run goes on."""


class FetchError(ItemError):
    """An address could not be read."""


class ExtractError(ItemError):
    """A body could not be turned into text."""


class ReadError(ItemError):
    """A text could not be analysed."""


class ModelError(PipelineError):
    """A weight file is missing, corrupt, or not the one that the lock file names."""


class StoreError(PipelineError):
    """The state under ``outputs/.state`` cannot be read or written."""


class PublishError(PipelineError):
    """The edition cannot be written."""


class LockedError(PipelineError):
    """Another run holds the lock."""
