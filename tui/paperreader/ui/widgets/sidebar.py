"""The sidebar: all views, with how much of them is unread and how much there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Tree

from paperreader.library.views import Count, View, ViewKind
from paperreader.ui.place import view_name
from paperreader.ui.text.cells import fit
from paperreader.ui.widgets.frame import FramesLines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.style import Style
    from rich.text import TextType
    from textual.widgets.tree import TreeNode

FIXED = (ViewKind.ALL, ViewKind.UNREAD, ViewKind.BOOKMARKS, ViewKind.QUEUE, ViewKind.NOTES)
# Of these one wants to know both numbers; a number that stands alone is that of the unread.
WITH_TOTAL = {*FIXED, ViewKind.TAG, ViewKind.SAVED} - {ViewKind.UNREAD}
NOTHING = Count(0, 0)
NARROWEST_NAME = 4  # cells that are left of a name in any case


class Sidebar(FramesLines, Tree[View], inherit_bindings=False):
    """A tree of views; Enter or a click opens one."""

    # No layout when the tree is longer: there is no scrollbar that comes or goes.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "sidebar--count", "sidebar--total", "sidebar--section",
        "sidebar--cursor", "sidebar--cursor-blurred",
    }  # fmt: skip
    DEFAULT_CSS = """
    Sidebar { overflow: hidden; padding: 0; }
    Sidebar > .sidebar--cursor-blurred { background: $panel; color: $foreground; text-style: none; }
    Sidebar > .sidebar--cursor {
        background: $primary-muted; color: $foreground; text-style: bold;
    }
    Sidebar > .sidebar--count { color: $accent; }
    Sidebar > .sidebar--total { color: $quiet; }
    Sidebar > .sidebar--section { color: $quiet; text-style: bold; }
    """

    class Opened(Message):
        """A view was chosen."""

        def __init__(self, sidebar: Sidebar, view: View) -> None:
            self.sidebar, self.view = sidebar, view
            super().__init__()

        @property
        def control(self) -> Sidebar:
            """The sidebar it comes from."""
            return self.sidebar

    def __init__(self, topic_names: Mapping[str, str], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__("views", id=id)
        self.show_root = False
        self.guide_depth = 2
        self.show_guides = False
        self.auto_expand = False
        self._topic_names = topic_names
        self._counts: dict[View, Count] = {}
        self._by_view: dict[View, TreeNode[View]] = {}
        self._parts: dict[str, list[str]] = {}  # the months of a year, the days of a month

    def process_label(self, label: TextType) -> Text:
        """A name is never markup."""
        return super().process_label(Text(label) if isinstance(label, str) else label)

    def show(self, counts: Mapping[View, Count]) -> None:
        """Show these views; the tree is built anew only when there are other views."""
        before, self._counts = self._counts, dict(counts)
        if before.keys() != counts.keys() or not self._by_view:
            self._build_tree()
            return
        for view, node in self._by_view.items():
            if counts.get(view) != before.get(view):
                node.set_label(node.label)

    def look_changed(self) -> None:
        """The labels hold the colours of the theme."""
        self._invalidate()

    def on_resize(self) -> None:
        """A sidebar that was hidden could not scroll to its cursor."""
        is_on_first_page = self.cursor_line < self.size.height
        self.call_after_refresh(
            self.scroll_to_line, 0 if is_on_first_page else self.cursor_line, animate=False
        )

    def _invalidate(self) -> None:
        """Draw the tree anew; Textual would lay out and paint all panes for it."""
        self._is_in_place = True
        super()._invalidate()
        self._is_in_place = False

    def on_focus(self) -> None:
        """The cursor looks different in the focused pane, and that of the terminal is on it."""
        self.refresh_line(self.cursor_line)
        self.place_cursor(0, self.cursor_line - self.scroll_offset.y)

    def on_blur(self) -> None:
        """See `on_focus`."""
        self.refresh_line(self.cursor_line)

    def get_component_rich_style(self, *names: str, **how: Any) -> Style:
        """The cursor has two looks, which are both there whatever has the keys."""
        if names == ("tree--cursor",):
            names = ("sidebar--cursor" if self.has_focus else "sidebar--cursor-blurred",)
        return super().get_component_rich_style(*names, **how)

    def on_tree_node_highlighted(self) -> None:
        """See `on_focus`."""
        self.place_cursor(0, self.cursor_line - self.scroll_offset.y)

    @property
    def counts(self) -> Mapping[View, Count]:
        """What is shown: the views and their numbers of papers."""
        return self._counts

    @property
    def view(self) -> View | None:
        """The view under the cursor."""
        return self.cursor_node.data if self.cursor_node else None

    def mark_open(self, view: View) -> None:
        """Put the cursor on the view that the list shows."""
        if view.kind is ViewKind.DATE:
            for length in (4, 7):
                if part := self._by_view.get(View(ViewKind.DATE, view.key[:length])):
                    self._fill(part)
        node = self._by_view.get(view)
        if node is None:
            return
        parent = node.parent
        while parent is not None:
            parent.expand()
            parent = parent.parent
        self.call_after_refresh(self._move_to, node)

    def _move_to(self, node: TreeNode[View]) -> None:
        if node.line >= 0:
            self.move_cursor(node)

    def move_by(self, views: int) -> None:
        """Move the cursor."""
        self._put_cursor(max(0, min(self.last_line, self.cursor_line + views)))

    def move_pages(self, pages: float) -> None:
        """Move the cursor by pages."""
        self.move_by(int(self.scrollable_content_region.height * pages))

    def move_to_end(self, *, first: bool) -> None:
        """Move the cursor to the first or last view."""
        self._put_cursor(0 if first else self.last_line)

    def _put_cursor(self, line: int) -> None:
        """Put the cursor on a line, and bring that into view: only Textual's own keys do so."""
        self.cursor_line = line
        self.scroll_to_line(line, animate=False)

    def open_branch(self) -> bool:
        """Open the branch under the cursor; False when there is none to open."""
        node = self.cursor_node
        if node is None or not node.allow_expand or node.is_expanded:
            return False
        node.expand()
        return True

    def close_branch(self) -> None:
        """Close the branch under the cursor, or go up to the one it is in."""
        node = self.cursor_node
        if node is None:
            return
        if node.is_expanded and node.allow_expand:
            node.collapse()
        elif node.parent is not None and node.parent is not self.root:
            self.move_cursor(node.parent)

    def open_cursor(self) -> None:
        """Open the view under the cursor; a heading opens or closes."""
        if self.cursor_node is not None:
            self._open(self.cursor_node)

    def on_tree_node_selected(self, event: Tree.NodeSelected[View]) -> None:
        """A click."""
        event.stop()
        self._open(event.node)

    def _open(self, node: TreeNode[View]) -> None:
        if node.data is None:
            node.toggle()
        else:
            self.post_message(self.Opened(self, node.data))

    def render_label(self, node: TreeNode[View], base_style: Style, style: Style) -> Text:
        """A name and its counts; a long name is cut, but has all of the line under the cursor."""
        del base_style
        if node.is_root:
            return Text()
        if node.data is None:
            section = self.get_component_rich_style("sidebar--section", partial=True)
            sign = "▾ " if node.is_expanded else "▸ "
            return Text.assemble((sign + str(node.label), section + style))
        sign = ("▾ " if node.is_expanded else "▸ ") if node.allow_expand else ""
        if not node.allow_expand and node.data.kind is ViewKind.DATE:
            sign = "  "
        counts = self._counts_of(node.data, style)
        room = self.scrollable_content_region.width - self._indent(node) - counts.cell_len
        is_cut = cell_len(f"{sign}{node.label}") > room
        if is_cut and self.has_focus and node is self.cursor_node:
            counts, room = Text(), room + counts.cell_len
        name = fit(f"{sign}{node.label}", max(NARROWEST_NAME, room))
        return Text(name, style, no_wrap=True).append_text(counts)

    def get_label_width(self, node: TreeNode[View]) -> int:
        """All of the line: Textual asks it of every view, and would draw the label to know it."""
        return max(0, self.scrollable_content_region.width - self._indent(node))

    def _indent(self, node: TreeNode[View]) -> int:
        depth, parent = 0, node.parent
        while parent is not None and parent is not self.root:
            depth, parent = depth + 1, parent.parent
        return depth * self.guide_depth

    def _counts_of(self, view: View, style: Style) -> Text:
        """`3` is unread, `3/40` of so many; nothing where there is nothing to read."""
        total, unread = self._counts.get(view, NOTHING)
        has_total = total and view.kind in WITH_TOTAL
        text = Text("", style, no_wrap=True)
        if unread or has_total:
            text.append(f" {unread}", self._part("sidebar--count", style))
        if has_total:
            text.append(f"/{total}", self._part("sidebar--total", style))
        return text

    def _part(self, name: str, style: Style) -> Style:
        """The style of a part; a colour of its own would be a hole in a line that is reversed."""
        return style if style.reverse else style + self.get_component_rich_style(name, partial=True)

    def _build_tree(self) -> None:
        opened = {view for view, node in self._by_view.items() if node.is_expanded}
        self.root.remove_children()
        self._by_view.clear()
        for kind in FIXED:
            self._leaf(self.root, View(kind))
        self._build_saved()
        self._build_dates(opened)
        self._build_section("Topics", ViewKind.TOPIC)
        self._build_section("Tags", ViewKind.TAG)
        self._build_section("Sources", ViewKind.SOURCE)
        self.root.expand()

    def _build_dates(self, opened: set[View]) -> None:
        keys = sorted((v.key for v in self._counts if v.kind is ViewKind.DATE), reverse=True)
        self._parts.clear()
        for key in keys:
            self._parts.setdefault(key.rpartition("-")[0], []).append(key)
        if not keys:
            return
        dates = self.root.add("Dates", expand=True)
        for key in self._parts.get("", ()):
            self._date(dates, key)
        newest = View(ViewKind.DATE, keys[0][:4])
        for view in sorted(opened or {newest}, key=_by_length):
            if node := self._by_view.get(view):
                self._fill(node)
                node.expand()

    def _date(self, parent: TreeNode[View], key: str) -> None:
        view = View(ViewKind.DATE, key)
        if key in self._parts:
            self._by_view[view] = parent.add(Text(key), view)
        else:
            self._leaf(parent, view)

    def _fill(self, node: TreeNode[View]) -> None:
        """Give a year its months or a month its days: thousands of days cost nothing until then."""
        if node.data is not None and not node.children:
            for key in self._parts.get(node.data.key, ()):
                self._date(node, key)

    def on_tree_node_expanded(self, event: Tree.NodeExpanded[View]) -> None:
        """A year or a month was opened."""
        self._fill(event.node)

    def _build_section(self, title: str, kind: ViewKind) -> None:
        views = [view for view in self._counts if view.kind is kind and self._counts[view].total]
        if not views:
            return
        views.sort(key=lambda view: (-self._counts[view].total, view.key))
        section = self.root.add(title, expand=True)
        for view in views:
            self._leaf(section, view)

    def _build_saved(self) -> None:
        views = [view for view in self._counts if view.kind is ViewKind.SAVED]
        if views:
            section = self.root.add("Saved searches", expand=True)
            for view in views:
                self._leaf(section, view)

    def _leaf(self, parent: TreeNode[View], view: View) -> None:
        self._by_view[view] = parent.add_leaf(Text(view_name(view, self._topic_names)), view)


def _by_length(view: View) -> int:
    return len(view.key)
