from typing import IO, Any

class FeedParserDict(dict[str, Any]):
    entries: list[FeedParserDict]
    version: str
    bozo: bool
    def __getattr__(self, name: str) -> Any: ...  # noqa: ANN401 -- its dictionaries are untyped

def parse(
    url_file_stream_or_string: IO[bytes],
    *,
    response_headers: dict[str, str] | None = ...,
    resolve_relative_uris: bool | None = ...,
    sanitize_html: bool | None = ...,
) -> FeedParserDict: ...
