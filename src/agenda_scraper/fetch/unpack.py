"""The body of an answer, unpacked within bounds: neither a bomb nor a stream without end fills the memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from urllib3 import BaseHTTPResponse

from agenda_scraper.fetch.faults import Unreadable

_CHUNK = 65_536
# Pages pack to a tenth, repetitive calendars to a fiftieth; zlib's own limit is a thousandth.
_BOMB_RATIO, _BOMB_FLOOR = 200, 4_000_000
_GZIP_MAGIC = b"\x1f\x8b"


def read_body(raw: BaseHTTPResponse, *, limit: int, cut: bool = False) -> bytes:
    """The unpacked body, at most `limit` bytes; a longer one is refused, or cut there when `cut` says so.

    Raises Unreadable, and urllib3's errors when the connection breaks or runs out of time.
    """
    announced = raw.headers.get("Content-Length", "")
    if not cut and announced.isdecimal() and len(announced) < 20 and int(announced) > limit:
        raise Unreadable(_too_large(limit))
    body = bytearray()
    for piece in unpacked(raw.stream(_CHUNK, decode_content=False), raw.headers.get("Content-Encoding", "")):
        body += piece
        if len(body) > limit:
            if cut:
                return bytes(body[:limit])
            raise Unreadable(_too_large(limit))
        if len(body) > _BOMB_FLOOR and len(body) > _BOMB_RATIO * raw.tell():
            raise Unreadable("the page unpacks to hundreds of times its size (a zip bomb)")
    return bytes(body)


def _too_large(limit: int) -> str:
    return f"the page is larger than {limit // 1_000_000} MB"


def unpacked(chunks: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    """The chunks without their content coding (RFC 9110, section 8.4.1), in pieces of bounded size."""
    names = [name for name in encoding.lower().replace(" ", "").split(",") if name not in ("", "identity")]
    if not names:
        return chunks
    if len(names) > 1:
        raise Unreadable("the page is packed more than once")
    if names[0] in ("gzip", "x-gzip"):
        return _inflated(chunks, zlib.MAX_WBITS | 16)
    if names[0] == "deflate":
        return _deflated(chunks)
    raise Unreadable(f"the page is packed in a way we did not ask for ({names[0][:20]!r})")


def _deflated(chunks: Iterator[bytes]) -> Iterator[bytes]:
    # "deflate" means zlib, but many servers send the bare stream: a zlib header is a multiple of 31 (RFC 1950).
    start = b""
    for chunk in chunks:
        start += chunk
        if len(start) >= 2:
            break
    wrapped = len(start) >= 2 and start[0] & 15 == 8 and int.from_bytes(start[:2], "big") % 31 == 0
    yield from _inflated(_after(start, chunks), zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)


def _after(start: bytes, chunks: Iterator[bytes]) -> Iterator[bytes]:
    yield start
    yield from chunks


# urllib3 unpacks too, but takes a stream that breaks off for a whole page, and notices would seem to vanish.
def _inflated(chunks: Iterator[bytes], wbits: int) -> Iterator[bytes]:
    decoder = zlib.decompressobj(wbits)
    begun = False
    try:
        for chunk in chunks:
            while chunk:
                if decoder.eof:
                    if not chunk.startswith(_GZIP_MAGIC):
                        return  # padding after the end, which servers do send
                    decoder = zlib.decompressobj(wbits)
                yield decoder.decompress(chunk, _CHUNK)
                begun, chunk = True, decoder.unused_data if decoder.eof else decoder.unconsumed_tail
        while begun and (piece := decoder.decompress(b"", _CHUNK)):
            yield piece
    except zlib.error:
        raise Unreadable("the page says it is packed, but cannot be unpacked") from None
    if begun and not decoder.eof:
        raise Unreadable("the packed page breaks off")
