"""End a helping process with the one it works for, at once, whatever it is at.

A thread that watches is not enough: compiled code (a regular expression, a parser) holds the interpreter for minutes on
a long text, and no other thread runs until it lets go. The system itself needs no thread.
"""

from __future__ import annotations

import fcntl
import os
import select
import signal


def hold(descriptor: int) -> None:
    """End this process when nobody holds the other end of a pipe any more; nothing may ever be written to it.

    ``descriptor`` is the end for reading; it must stay open. The process ends by ``SIGIO``.
    """
    signal.signal(signal.SIGIO, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGIO})
    fcntl.fcntl(descriptor, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(descriptor, fcntl.F_SETFL, fcntl.fcntl(descriptor, fcntl.F_GETFL) | os.O_ASYNC)
    if select.select([descriptor], [], [], 0)[0]:  # let go before the system was asked to tell
        os._exit(1)
