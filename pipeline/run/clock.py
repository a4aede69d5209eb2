"""The time of a run, which ``SOURCE_DATE_EPOCH`` can fix so that a run can be repeated to the byte."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from pipeline.errors import ConfigError


def now() -> datetime:
    """Return the time in UTC, in whole seconds.

    ``SOURCE_DATE_EPOCH`` (seconds since 1970, see reproducible-builds.org) wins over the clock.

    Raises:
        ConfigError: ``SOURCE_DATE_EPOCH`` is not a whole number of seconds.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if fixed is None:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        return datetime.fromtimestamp(int(fixed), UTC)
    except (ValueError, OverflowError, OSError) as error:
        message = f"SOURCE_DATE_EPOCH is {fixed!r}: give whole seconds since 1970, or unset it"
        raise ConfigError(message, item="SOURCE_DATE_EPOCH") from error
