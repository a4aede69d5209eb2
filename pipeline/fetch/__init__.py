"""Room 1, fetch: get bodies from the network, a folder or standard input. It reads bytes and understands none of them.

In:
    ``Fetcher(settings, now=clock).get(targets)`` takes addresses, each with what its server said last time;
    ``read_files(source, root, max_bytes=..., now=clock)`` takes a source of kind ``files``;
    ``read_stream(data, name)`` takes bytes that are already here.

Out:
    One outcome per target or file, in the order of the targets or of the sorted paths: ``Done`` with a ``Fetched``
    (or an ``Unchanged``), ``Dropped`` with a reason (binary, empty ...), or ``Failure`` with the next action.

Raises:
    ``Fetcher.get`` and ``read_files`` raise nothing that one address or one file can cause. ``read_stream`` raises
    :class:`~pipeline.errors.FetchError`, since its one item is all there is.

Invariants:
    * Only http and https; each hop of a redirect is checked like the first address; the connection goes to the very
      IP address that was checked, so a name cannot change its mind between the check and the connection.
    * Every read has a limit of time and of size, the latter also after decompression.
    * At most one target per host at a time, and ``host_delay_s`` between the starts of requests to a host.
    * Without any network the whole list costs about one connect timeout, whatever its length.

How to add one:
    A new kind of place (a mailbox, say) is a function that returns ``list[Outcome[Fetched]]``, in a file of its own,
    exported here; nothing after this room needs to know where bytes came from.
"""

from pipeline.fetch.client import Fetcher
from pipeline.fetch.files import read_files, read_stream
from pipeline.fetch.settings import FetchSettings, Target

__all__ = ["FetchSettings", "Fetcher", "Target", "read_files", "read_stream"]
