"""The JSON Schema says what the checks say: both are made from one declaration."""

import json

import pytest

from agenda_scraper import config
from agenda_scraper.agenda import Rule, Source
from agenda_scraper.config import options
from agenda_scraper.config.rules import readers
from agenda_scraper.config.schema import SHAPES
from agenda_scraper.errors import ConfigError
from agenda_scraper.extract.kinds import FIELDS, KINDS
from agenda_scraper.query import Query

SCHEMA = config.schema()


def tables(node):
    """Every object schema with properties, at any depth."""
    if isinstance(node, dict):
        if isinstance(node.get("properties"), dict) and "additionalProperties" in node:
            yield node
        for value in node.values():
            yield from tables(value)
    elif isinstance(node, list):
        for value in node:
            yield from tables(value)


def references(node):
    if isinstance(node, dict):
        yield from [node["$ref"]] if "$ref" in node else []
        for value in node.values():
            yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)


def test_it_is_json_of_the_draft_editors_know():
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_every_reference_leads_somewhere():
    found = set(references(SCHEMA))
    assert found
    assert {reference.removeprefix("#/$defs/") for reference in found} <= SCHEMA["$defs"].keys()


def test_every_key_is_described_and_no_other_is_taken():
    found = list(tables(SCHEMA))
    assert len(found) >= 8
    for table in found:
        assert table["additionalProperties"] is False
        assert all(value["description"] for value in table["properties"].values())


def test_every_shape_has_a_reader():
    assert SHAPES.keys() - readers().keys() == {"site", "defaults", "feeds", "sources", "include"}
    assert readers().keys() - SHAPES.keys() == {"entries"}, "presets of systems alone have channels"


def test_the_declarations_fit_the_types():
    assert {option.name for option in options.RULE} == set(Rule.__dataclass_fields__)
    assert {option.name for option in options.FEED} - {"title"} == set(Query.__dataclass_fields__) - {"spot"}
    assert {option.name for option in (*options.SOURCE, *options.DEFAULTS)} <= set(Source.__dataclass_fields__)


def test_keys_of_other_kinds_are_refused_where_the_kind_is_written():
    ical = next(
        each for each in SCHEMA["$defs"]["source"]["allOf"] if each["if"]["properties"]["kind"]["const"] == "ical"
    )
    assert ical["then"]["properties"]["list"] is False
    assert "detail" not in ical["then"]["properties"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_example_of_a_kind_is_a_source_of_that_kind(kind):
    assert config.load_source(KINDS[kind].example, origin="example").kind == kind


EXAMPLES = [(kind.name, option) for kind in KINDS.values() for option in (*options.SOURCE, *kind.options)]


@pytest.mark.parametrize(("kind", "option"), EXAMPLES, ids=[f"{kind}-{option.name}" for kind, option in EXAMPLES])
def test_the_example_of_a_key_is_read(kind, option):
    lines = [line for line in KINDS[kind].example.splitlines() if not line.startswith((f"{option.name}:", "kind:"))]
    lines = [line for line in lines if option.name != "list" or not line.startswith("  ")]
    text = "\n".join([*lines, f"kind: {kind}" if option.name != "kind" else "", f"{option.name}: {option.example}"])
    try:
        config.load_source(text, origin="example")
    except ConfigError as error:
        # An example of one key may lack what others need; itself it must be sound.
        assert all("missing" in problem.what for problem in error.problems) or option.name == "kind", str(error)


@pytest.mark.parametrize("option", options.RULE, ids=lambda option: option.name)
def test_the_example_of_a_verb_is_read(option):
    text = f"url: https://x.example\ndetail: {{title: h1, when: {{{option.name}: {option.example}}}}}"
    rule = config.load_source(text, origin="example").detail["when"]
    assert rule != Rule("")


def test_every_field_may_be_written():
    text = "url: https://x.example\ndetail:\n" + "".join(f"  {name}: .x @y\n" for name in FIELDS)
    assert config.load_source(text, origin="fields").detail == dict.fromkeys(FIELDS, Rule(".x", "y"))
