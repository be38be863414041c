"""What a range of days is to the days and hours told beside it: their sum, what is open meanwhile, a whole of parts."""

from __future__ import annotations

from agenda_scraper.when.layout import EVENTFUL, SUMMED, Dated, Layout


def settle_ranges(layout: Layout) -> None:
    """Tell the ranges that are the event from those that only go with its days, and the other way round."""
    _settle_summed(layout)
    _settle_attended(layout)
    _settle_aside(layout)
    _settle_framed(layout)


def settle_open(layout: Layout) -> None:
    """`La consultation est ouverte du 3 mai au 5 juin`, said after the meetings with hours that are announced.

    Also where nothing says "open", of days that hold them all.
    """
    for dated in layout.dated:
        span, place = dated.chain.spans[0], dated.place
        if dated.role != "event" or dated.windows or span.last is None:
            continue
        before = [one for one in layout.dated if one.windows and one.role == "event" and one.place < place]
        opening = any(node.kind == "C" and node.value == "opening" for node in layout.nodes[max(0, place - 3) : place])
        if len(before) > 1 and (opening or all(span.first <= one.chain.spans[0].first <= span.last for one in before)):
            dated.role = "open"


def _settle_summed(layout: Layout) -> None:
    """`Du 20 mai au 28 juin. Rendez-vous à 18h30`, then the days: the hour is theirs, and the range their sum."""
    events = [dated for dated in layout.dated if dated.role == "event" and len(dated.chain.spans) == 1]
    for whole in (dated for dated in events if dated.windows and dated.chain.spans[0].last):
        days = [one for one in events if one.place > whole.place and one.chain.spans[0].last is None]
        told = [one.chain.spans[0].first for one in days]
        if len(told) >= SUMMED and (min(told), max(told)) == (whole.chain.spans[0].first, whole.chain.spans[0].last):
            whole.role = "open"
            for one in days:
                one.windows = one.windows or list(whole.windows)


def _settle_attended(layout: Layout) -> None:
    """`L'enquête se déroulera du 5 mai au 6 juin. Permanences : …`: it is open on every day between."""
    attended = [place for place, node in enumerate(layout.nodes) if node.kind == "C" and node.value == "attended"]
    if not attended:
        return
    for whole in [dated for dated in layout.dated if dated.role in EVENTFUL and _is_range(dated)]:
        first, last = whole.chain.spans[0].first, whole.chain.spans[0].last
        for dated in layout.dated:
            told = any(whole.place < place < dated.place for place in attended)
            inside = all(first <= span.first <= (last or first) for span in dated.chain.spans)
            if told and inside and dated is not whole and not _is_range(dated):
                dated.role = "attended"


def _is_range(dated: Dated) -> bool:
    return len(dated.chain.spans) == 1 and dated.chain.spans[0].last is not None


def _settle_aside(layout: Layout) -> None:
    """`Du 3 au 5 mai. Programme ⏎ 15h ⏎ Assemblée générale`: an hour of one day of several is not each day's."""
    for dated in layout.dated:
        if dated.aside and any(span.last for span in dated.chain.spans):
            dated.windows = []


def _settle_framed(layout: Layout) -> None:
    """`Samedi 16 mai de 15h à 18h. … au programme des Journées X, les 16 et 17 mai`: a frame, told after the event."""
    events = [dated for dated in layout.dated if dated.role in EVENTFUL]
    if not events or not _is_whole(events[0]):
        return
    day = events[0].chain.spans[0].first
    for dated in events[1:]:
        span = dated.chain.spans[0]
        told = _is_range(dated) and not dated.windows and dated.sentence != events[0].sentence
        if told and span.last is not None and span.first <= day <= span.last:
            dated.role = "frame"


def _is_whole(dated: Dated) -> bool:
    """Whether a date is one day, from an hour to another."""
    one = len(dated.chain.spans) == 1 and dated.chain.spans[0].last is None
    return one and any(window.end is not None for window in dated.windows)
