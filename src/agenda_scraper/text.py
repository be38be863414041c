"""Words as every reader of notices needs them: folded, squashed, cut. Pure, and knows nothing of ours."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from urllib.parse import quote, urlsplit

_BLANKS = re.compile(r"[\s\u00a0\u2007\u202f\u200b\ufeff]+")
# Bidi overrides and isolates, zero-width marks, C0 and C1 controls but tab and newline: they hide or reorder text.
_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
# What stands between quotation marks, the marks included: somebody's words, or a title.
QUOTATION = re.compile(r"«[^«»\n]{1,200}»|[“„][^“”„\n]{1,200}[”“]")


def squash(text: str) -> str:
    """The text on one line: every run of blanks is one space, none at the ends."""
    if "\u200b" in text or "\ufeff" in text:
        text = _BLANKS.sub(" ", text)  # two blanks of no width, which `split` takes for letters
    return " ".join(text.split())


def visible(text: str) -> str:
    """The text without controls, bidi overrides, zero-width marks and lone surrogates; lines are kept."""
    if text.isprintable():
        return text  # most texts are, and this is called for each
    return _HIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


@lru_cache(maxsize=4096)
def shown(text: str) -> str:
    """The text as people are shown it: on one line, nothing hidden. The same names are shown again and again."""
    return squash(visible(text))


class _Letters(dict[str, str]):
    """What each letter is turned into, learnt the first time it is met."""

    def __init__(self, turned: Callable[[str], str]) -> None:
        super().__init__()
        self._turned = turned

    def __missing__(self, letter: str) -> str:
        self[letter] = self._turned(letter)
        return self[letter]


def _folded(letter: str) -> str:
    decomposed = unicodedata.normalize("NFKD", _PLAIN.get(letter, letter).casefold())
    plain = "".join(part for part in decomposed if not unicodedata.combining(part)).lower()
    # compatibility forms unfold into what can be folded in turn: capitals ("℡"), a final sigma ("ϲ"), "æ" ("ǽ")
    return plain if plain == letter else "".join(map(_folded, plain))


def _aligned(letter: str) -> str:
    folded = _DASHES.get(letter) or _folded(letter)
    return folded if len(folded) == 1 else letter.lower() if len(letter.lower()) == 1 else letter


_PLAIN = {"’": "'", "‘": "'", "ʼ": "'", "′": "'", "´": "'", "œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"}
_DASHES = {"\u2010": "-", "\u2011": "-"}
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_FOLDED, _ALIGNED = _Letters(_folded), _Letters(_aligned)


def fold(text: str) -> str:
    """Lower case without accents, typographic quotes made plain: for comparing, never for showing."""
    if text.isascii():
        return text.lower()  # most words are, and this is called for each
    return _NOT_ASCII.sub(lambda found: _FOLDED[found[0]], text).lower()


def align(text: str) -> str:
    """The text folded letter by letter: what stands at a place in it stands there in the text itself.

    A letter that folds to several ("œ", "ß") stays as it is; hyphens that do not break are plain ones.
    """
    if text.isascii():
        return text.lower()
    return _NOT_ASCII.sub(lambda found: _ALIGNED[found[0]], text).lower()


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text: letters and digits only."""
    return tuple(re.findall(r"[^\W_]+", fold(text)))


def said_once(parts: Iterable[str]) -> str:
    """Parts on one line, each unless those before say it: an address often repeats its town, and a hall its address."""
    told: list[str] = []
    for part in parts:
        if part and fold(part) not in fold(", ".join(told)):
            told.append(part)
    return ", ".join(told)


def shorten(text: str, length: int) -> str:
    """At most `length` characters, cut at a word and marked with an ellipsis."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[length // 2 :] else cut).rstrip(" ,;:–-") + "…"


@lru_cache(maxsize=8192)
def web_address(url: str | None) -> str | None:
    """The URL in plain ASCII (RFC 3986) when it is an absolute http or https one, else None: safe to link to.

    Refused: other schemes (javascript:, data:), a user name before the host, a host that cannot be one.
    """
    try:
        parts = urlsplit((url or "").strip())
        host = _plain_host(parts.hostname or "")
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError):
        return None
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or not re.fullmatch(r"[a-z0-9_.-]+", host):
        return None
    rest = parts.path + (f"?{parts.query}" if parts.query else "") + (f"#{parts.fragment}" if parts.fragment else "")
    whole = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", rest)
    return f"{parts.scheme}://{host}{port}" + quote(whole, safe="%/:=&?~#+!$,;@()*", errors="ignore")


@lru_cache(maxsize=1024)
def _plain_host(host: str) -> str:
    """A host as names are looked up (RFC 3490); UnicodeError when it cannot be one."""
    return host.encode("idna").decode("ascii")


_ATOM = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
# One letter, or the blank that may be the end of a line.
_LETTER = re.compile(r"(?:[^\W_]|[ '’-]|\[ \\n\]|\\[^\w\s])(?![?*+{])")


def factored(pattern: str) -> str:
    """The same expression with common beginnings written once: "mairie|maison" as "mai(?:rie|son)".

    For long lists of words: Python tries the branches of an expression one by one at every place of a text. Which
    branch wins stays the same: only neighbours that begin with letters are put together.
    """
    return _united(_branches(pattern))


def _united(branches: list[str]) -> str:
    kept: list[str | dict[str, list[str]]] = []
    for branch in branches:
        first = _LETTER.match(branch)
        group = kept[-1] if kept else None
        if first is None:
            kept.append(branch)
            continue
        if not isinstance(group, dict):
            kept.append(group := {})
        group.setdefault(first[0], []).append(branch[first.end() :])
    return "|".join(group if isinstance(group, str) else "|".join(map(_joined, group.items())) for group in kept)


def _joined(beginning: tuple[str, list[str]]) -> str:
    letter, rests = beginning
    together = rests[0] if len(rests) == 1 else _united(rests)
    return letter + (together if len(_branches(together)) == 1 else f"(?:{together})")


def _branches(pattern: str) -> list[str]:
    """What stands between the bars of an expression, outside its brackets."""
    branches, depth = [""], 0
    for atom in _ATOM.findall(pattern) if "|" in pattern else (pattern,):
        depth += (atom == "(") - (atom == ")")
        if atom == "|" and depth == 0:
            branches.append("")
        else:
            branches[-1] += atom
    return branches
