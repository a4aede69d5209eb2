from collections.abc import Iterator
from typing import IO

from warcio.recordloader import ArcWarcRecord

class ArchiveIterator:
    def __init__(self, fileobj: IO[bytes]) -> None: ...
    def __iter__(self) -> Iterator[ArcWarcRecord]: ...
