"""The elements below a node, in page order, where some subtrees are not to be entered."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborNode


def elements(root: LexborNode, enters: Callable[[LexborNode], bool]) -> Iterator[LexborNode]:
    """Every element below a node, but not those below an element that is not entered; no recursion, however deep."""
    node = root.child
    while node is not None:
        shown = node.is_element_node
        if shown:
            yield node
        below = node.child if shown and enters(node) else None
        if below is not None:
            node = below
            continue
        while node.next is None:
            parent = node.parent
            if parent is None or parent.mem_id == root.mem_id:
                return
            node = parent
        node = node.next
