"""The JSON Schema (draft 2020-12) of sources.yaml, made from the same declarations as its checks.

Editors complete and check with it while one types; `load` checks more (selectors, zones, secrets).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from agenda_scraper.config import options
from agenda_scraper.config.presets import system_names
from agenda_scraper.extract.kinds import DETAIL_KINDS, FIELDS, KINDS, Option
from agenda_scraper.model import Status

Schema = dict[str, Any]

_ID = "^[a-z0-9][a-z0-9-]{0,62}$"
_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_TEXTS: Schema = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
_WORDS: Schema = {"type": "object", "additionalProperties": _TEXT}
_PATTERN: Schema = {"type": "string", "format": "regex"}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _by_field(value: Schema) -> Schema:
    return {"type": "object", "propertyNames": _ref("field"), "additionalProperties": value}


# The shape of each type of an Option.
SHAPES: Mapping[str, Schema] = {
    "text": _TEXT,
    "string": _TEXT,
    "boolean": {"type": "boolean"},
    "whole": {"type": "integer", "minimum": 1, "maximum": 999999},
    "seconds": {"type": "number", "minimum": 0, "maximum": 3600},
    "share": {"type": "number", "minimum": 0, "maximum": 1},
    "duration": {"type": "string", "pattern": "^[1-9][0-9]{0,3} ?[mhdw]$"},
    "date": {"type": "string", "format": "date"},
    "verified": {"anyOf": [{"const": "never"}, {"type": "string", "format": "date"}]},
    "clock": {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"},
    "url": {"type": "string", "format": "uri", "pattern": "^(https?://|.*\\$\\{)"},
    "contact": {"type": "string", "minLength": 3},
    "language": {"type": "string", "pattern": "^[a-z]{2}$"},
    "country": {"type": "string", "pattern": "^[A-Z]{2}$"},
    "zone": {"type": "string", "pattern": "^(UTC|[A-Za-z_]+/[A-Za-z0-9_/+-]+)$"},
    "pattern": _PATTERN,
    "kind": {"enum": [*KINDS]},
    "system": {"enum": list(system_names())},
    "detail": _ref("detail"),
    "detail_kind": {"enum": [*DETAIL_KINDS]},
    "published": {"const": "published"},
    "version": {"const": 1},
    "selector": {"type": "string", "minLength": 1},
    "css": {"type": "string", "minLength": 1},
    "rule": _ref("rule"),
    "list": _ref("list"),
    "words": _WORDS,
    "texts": _TEXTS,
    "selectors": _TEXTS,
    "names": {"type": "array", "items": _ref("field")},
    "include": _TEXTS,
    "replacements": {"type": "object", "additionalProperties": _TEXT},
    "constants": _by_field(_TEXT),
    "patterns": _by_field(_PATTERN),
    "vocabulary": _by_field(_WORDS),
    "status": {
        "type": "object",
        "propertyNames": {"enum": list(Status)},
        "additionalProperties": _by_field(_PATTERN),
    },
    "site": _ref("site"),
    "defaults": _ref("defaults"),
    "feeds": {"type": "object", "propertyNames": {"pattern": _ID}, "additionalProperties": _ref("feed")},
    "sources": {"type": "object", "propertyNames": {"pattern": _ID}, "additionalProperties": _ref("source")},
}


def schema() -> dict[str, object]:
    """The JSON Schema of a sources file."""
    fields = {name: {"description": sentence, **_ref("rule")} for name, sentence in FIELDS.items()}
    listed = _table(options.LIST)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "sources.yaml",
        "description": "The sources of an agenda, and the feeds it publishes.",
        **_table(options.FILE),
        "$defs": {
            "site": _table(options.SITE),
            "defaults": _table(options.DEFAULTS),
            "feed": _table(options.FEED),
            "source": _source(),
            "list": {**listed, "properties": {**listed["properties"], **fields}},
            "detail": {
                "description": "A kind that describes itself, or selectors, with or without `kind:`.",
                "anyOf": [SHAPES["detail_kind"], _detail(fields)],
            },
            "rule": {
                "description": "A selector ('h3 > a @href?'), or a mapping with verbs.",
                "anyOf": [{"type": "string", "minLength": 1}, _table(options.RULE)],
            },
            "field": {"enum": list(FIELDS)},
        },
    }


def _detail(fields: Schema) -> Schema:
    own = {"kind": {"description": "How the page describes itself.", **SHAPES["detail_kind"]}, **fields}
    return {"type": "object", "properties": own, "additionalProperties": False}


def _table(known: Iterable[Option]) -> Schema:
    known = tuple(known)
    return {
        "type": "object",
        "properties": {option.name: _property(option) for option in known},
        "required": [option.name for option in known if option.required],
        "additionalProperties": False,
    }


def _property(option: Option) -> Schema:
    return {"description": f"{option.sentence} Example: {option.name}: {option.example}", **SHAPES[option.type]}


def _source() -> Schema:
    """The keys of every kind; where `kind` is written, those of other kinds are refused."""
    every = {option.name: option for kind in KINDS.values() for option in kind.options}
    table = _table((*options.SOURCE, *every.values()))
    conditions = []
    for kind in KINDS.values():
        own = {option.name for option in kind.options}
        then = {
            "required": [option.name for option in kind.options if option.required],
            "properties": {name: False for name in every if name not in own},
        }
        conditions.append({"if": {"properties": {"kind": {"const": kind.name}}, "required": ["kind"]}, "then": then})
    return {**table, "allOf": conditions}
