"""docs/keys.md, out of the declarations that sources.yaml is checked by: `python scripts/tell_keys.py`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from agenda_scraper.about.vocabulary import table as vocabulary
from agenda_scraper.agenda import Site, Source
from agenda_scraper.config import options
from agenda_scraper.config.presets import system_names
from agenda_scraper.extract.kinds import DETAIL_KINDS, FIELDS, KINDS, Option
from agenda_scraper.query import NEAR

PAGE = Path(__file__).parent.parent / "docs" / "keys.md"
HEAD = """# Every key of sources.yaml

Written by `python scripts/tell_keys.py`, out of what the file is checked by; `agenda-scraper schema` tells an editor
the same. What is in bold must be there. How a source is made of it is told [to maintainers](maintainers.md).
"""
_SITE = Site("", "", "")
_SOURCE = Source("", "", "", "")
# What holds where a key is left out.
_OF_SITE = {"language": f"`{_SITE.language}`", "timezone": f"`{_SITE.timezone}`"}
_OF_SOURCE = {
    "language": "that of `site:`",
    "timezone": "that of `site:`",
    "every": f"`{_SOURCE.every.total_seconds() / 3600:g}h`",
    "pause": f"`{_SOURCE.pause:g}`",
    "max_items": f"`{_SOURCE.max_items}`",
    "max_pages": f"`{_SOURCE.max_pages}`",
    "follow": f"`{str(_SOURCE.follow).lower()}`",
}


def told() -> str:
    """The page, whole."""
    own = {option.name: option for kind in KINDS.values() for option in kind.options}
    kinds = [(f"`{kind.name}`", kind.sentence, _words(each.name for each in kind.options)) for kind in KINDS.values()]
    codes = {name: vocabulary("en")[listed] for name, listed in _VOCABULARY.items()}
    parts = (
        HEAD,
        f"## The file\n\n{_keys(options.FILE)}",
        f"## `site:`\n\n{_keys(options.SITE, _OF_SITE)}",
        f"## A source\n\nBelow its id.\n\n{_keys(options.SOURCE, _OF_SOURCE)}",
        f"## The kinds\n\n{_rows(('kind', 'what it reads', 'keys of its own'), kinds)}",
        f"## The keys of kinds\n\n{_keys(own.values(), _OF_SOURCE)}",
        f"`system` is one of {_words(system_names())}.\n",
        f"## `defaults:`\n\nAs in a source: {_words(each.name for each in options.DEFAULTS)}.\n",
        f"## `list:`\n\nThese, and fields within an item.\n\n{_keys(options.LIST)}",
        "## `detail:`\n\nFields on the page of a notice, or how it describes itself, alone or beside them as `kind:`: "
        f"{_words(DETAIL_KINDS)}.\n",
        f"## Fields\n\n{_rows(('field', 'what it is'), ((f'`{name}`', each) for name, each in FIELDS.items()))}",
        f"## A field\n\nA selector, or a mapping of these.\n\n{_keys(options.RULE)}",
        f"## A feed\n\nBelow its id.\n\n{_keys(options.FEED, {'within': f'`{NEAR}`'})}",
        f"## The vocabulary\n\n{_rows(('of', 'words'), ((f'`{name}`', _words(each)) for name, each in codes.items()))}",
    )
    return "\n".join(parts)


_VOCABULARY = {"type": "types", "themes": "themes", "audience": "audience"}


def _keys(known: Iterable[Option], defaults: Mapping[str, str] = {}) -> str:
    rows = (
        (
            f"**`{each.name}`**" if each.required else f"`{each.name}`",
            each.sentence,
            f"`{each.example}`",
            defaults.get(each.name, ""),
        )
        for each in known
    )
    return _rows(("key", "what it says", "for instance", "left out"), rows)


def _rows(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = (head, ("---",) * len(head), *rows)
    cells = ([cell.replace("|", r"\|") for cell in line] for line in lines)
    return "".join(f"| {' | '.join(line)} |\n" for line in cells)


def _words(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


if __name__ == "__main__":
    PAGE.write_text(told(), encoding="utf-8")
