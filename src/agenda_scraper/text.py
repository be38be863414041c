"""Words as every reader of notices needs them: folded, squashed, cut. Pure, and knows nothing of ours."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, urlsplit

_BLANKS = re.compile(r"[\s\u00a0\u2007\u202f\u200b\ufeff]+")
# Bidi overrides and isolates, zero-width marks, C0 and C1 controls but tab and newline: they hide or reorder text.
_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


def squash(text: str) -> str:
    """The text on one line: every run of blanks is one space, none at the ends."""
    return _BLANKS.sub(" ", text).strip()


def visible(text: str) -> str:
    """The text without controls, bidi overrides, zero-width marks and lone surrogates; lines are kept."""
    return _HIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def fold(text: str) -> str:
    """Lower case without accents, typographic quotes made plain: for comparing, never for showing."""
    if text.isascii():
        return text.lower()  # most words are, and this is called for each
    plain = (
        text.replace("’", "'")
        .replace("‘", "'")
        .replace("œ", "oe")
        .replace("Œ", "OE")
        .replace("æ", "ae")
        .replace("Æ", "AE")
    )
    decomposed = unicodedata.normalize("NFKD", plain.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text: letters and digits only."""
    return tuple(re.findall(r"[^\W_]+", fold(text)))


def shorten(text: str, length: int) -> str:
    """At most `length` characters, cut at a word and marked with an ellipsis."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[length // 2 :] else cut).rstrip(" ,;:–-") + "…"


def web_address(url: str | None) -> str | None:
    """The URL in plain ASCII (RFC 3986) when it is an absolute http or https one, else None: safe to link to.

    Refused: other schemes (javascript:, data:), a user name before the host, a host that cannot be one.
    """
    try:
        parts = urlsplit((url or "").strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError):
        return None
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or not re.fullmatch(r"[a-z0-9_.-]+", host):
        return None
    rest = parts.path + (f"?{parts.query}" if parts.query else "") + (f"#{parts.fragment}" if parts.fragment else "")
    whole = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", rest)
    return f"{parts.scheme}://{host}{port}" + quote(whole, safe="%/:=&?~#+!$,;@()*", errors="ignore")
