"""Our frozen types ⇄ JSON text, lossless: a day stays a day, an hour keeps its zone, a default takes no room.

The type hints of a dataclass are its schema: a field added with a default is read from records written before it,
and a field that is gone is passed over.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from hashlib import sha256
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

Coder = Callable[[Any], Any]
# asked of each column of each event: `json.loads` looks at its options every time
_DECODE = json.JSONDecoder().decode


def to_json(value: Any, kind: Any) -> str:
    """The value as compact JSON text in which a database finds no NUL and no lone surrogate."""
    plain = _writer(kind)(value)
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        # A lone surrogate comes from a broken \ud83d escape in a site's JSON; as an escape it is plain ASCII again.
        return json.dumps(plain, separators=(",", ":"))
    return text


def from_json(text: str, kind: Any) -> Any:
    """The value that `to_json` wrote for this type."""
    return _reader(kind)([] if text == "[]" else _DECODE(text))


def fingerprint(*texts: str) -> str:
    """A short hash of texts, to tell whether a row has to be written: 128 bits of SHA-256 in hexadecimal."""
    return sha256("\0".join(texts).encode("utf-8")).hexdigest()[:32]


# ── writing ───────────────────────────────────────────────────────────────────────────────────────


@cache
def _writer(kind: Any) -> Coder:
    if is_dataclass(kind) and isinstance(kind, type):
        return _write_dataclass(kind)
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _write_union(inner)
    if origin is tuple:
        return _write_tuple(inner)
    if origin is not None and issubclass(origin, Mapping):
        write = _writer(inner[1])
        return lambda value: {key: write(each) for key, each in value.items()}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda value: value.value
    return _write_moment if kind in (date, datetime) else _same


def _write_dataclass(kind: type) -> Coder:
    hints = get_type_hints(kind)
    steps = [(field.name, _default(field), _writer(hints[field.name])) for field in fields(kind)]

    def write(value: Any) -> dict[str, Any]:
        record = {}
        for name, default, inner in steps:
            each = getattr(value, name)
            if each is not default and (each != default or type(each) is not type(default)):
                record[name] = inner(each)
        return record

    return write


def _write_union(kinds: tuple[Any, ...]) -> Coder:
    some = [kind for kind in kinds if kind is not NoneType]
    if len(some) == 1:
        inner = _writer(some[0])
        return lambda value: None if value is None else inner(value)
    return _write_moment


def _write_tuple(kinds: tuple[Any, ...]) -> Coder:
    if kinds[-1] is Ellipsis:
        inner = _writer(kinds[0])
        return lambda value: [inner(each) for each in value]
    writers = [_writer(kind) for kind in kinds]
    return lambda value: [write(each) for write, each in zip(writers, value, strict=True)]


def _write_moment(value: date | datetime | None) -> str | None:
    """RFC 3339 with the zone in brackets (RFC 9557): 2026-11-18T14:30:00+01:00[Europe/Paris]."""
    if not isinstance(value, datetime):
        return None if value is None else value.isoformat()
    zone = value.tzinfo.key if isinstance(value.tzinfo, ZoneInfo) else None
    return f"{value.isoformat()}[{zone}]" if zone else value.isoformat()


# ── reading ───────────────────────────────────────────────────────────────────────────────────────


@cache
def _reader(kind: Any) -> Coder:
    if is_dataclass(kind) and isinstance(kind, type):
        return _read_dataclass(kind)
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _read_union(inner)
    if origin is tuple:
        return _read_tuple(inner)
    if origin is not None and issubclass(origin, Mapping):
        read = _reader(inner[1])
        return lambda value: {key: read(each) for key, each in value.items()}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return _read_moment if kind in (date, datetime) else _same


def _read_dataclass(kind: type) -> Coder:
    hints = get_type_hints(kind)
    readers = {field.name: _reader(hints[field.name]) for field in fields(kind)}
    return lambda record: kind(
        **{
            name: each if (read := readers[name]) is _same else read(each)
            for name, each in record.items()
            if name in readers
        }
    )


def _read_union(kinds: tuple[Any, ...]) -> Coder:
    some = [kind for kind in kinds if kind is not NoneType]
    inner = _reader(some[0]) if len(some) == 1 else _read_moment
    return _same if inner is _same else lambda value: None if value is None else inner(value)


def _read_tuple(kinds: tuple[Any, ...]) -> Coder:
    if kinds[-1] is Ellipsis:
        inner = _reader(kinds[0])
        return tuple if inner is _same else lambda value: tuple([inner(each) for each in value])
    readers = [_reader(kind) for kind in kinds]
    return lambda value: tuple(read(each) for read, each in zip(readers, value, strict=True))


def _read_moment(text: str) -> date | datetime:
    if "T" not in text:
        return date.fromisoformat(text)
    stamp, _, zone = text.partition("[")
    moment = datetime.fromisoformat(stamp)
    if not zone:
        return moment
    local = moment.replace(tzinfo=ZoneInfo(zone.rstrip("]")))
    # In the hour that comes twice the offset says which one was meant (PEP 495).
    return local if local.utcoffset() == moment.utcoffset() else local.replace(fold=1)


def _default(field: Field[Any]) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


def _same(value: Any) -> Any:
    return value
