"""The one walk below a node, in page order, where some subtrees are not to be entered."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborNode


def walk(root: LexborNode, enters: Callable[[LexborNode], bool]) -> Iterator[tuple[LexborNode, bool]]:
    """Every node below a node as it opens (True), and every element that was entered as it closes (False).

    No recursion, so that a page nested ten thousand deep is walked like any other.
    """
    top, node = root.mem_id, root.child
    while node is not None:
        yield node, True
        below = node.child
        if below is not None and enters(node):
            node = below
            continue
        after = node.next
        while after is None:
            node = node.parent
            if node is None or node.mem_id == top:
                return
            yield node, False
            after = node.next
        node = after


def elements(root: LexborNode, enters: Callable[[LexborNode], bool]) -> Iterator[LexborNode]:
    """Every element below a node, but not those below an element that is not entered."""
    return (node for node, opens in walk(root, enters) if opens and node.is_element_node)
