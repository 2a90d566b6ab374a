"""Commands that open and copy what a paper links to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperreader.digests.model import LinkKind
from paperreader.ui import screens
from paperreader.ui.actions.base import Actions
from paperreader.ui.text.heading import named_links, sorted_links
from paperreader.ui.text.latex import without_formulas

if TYPE_CHECKING:
    from paperreader.library import Paper

PAGES = (LinkKind.ARXIV, LinkKind.HUGGINGFACE, LinkKind.PROJECT, LinkKind.PAGE)


def page_of(paper: Paper) -> str | None:
    """The address of the page about a paper, its abstract where there is one."""
    return next(filter(None, map(paper.link, PAGES)), None)


class Sharing(Actions):
    """Opening and copying."""

    def _address(self) -> str | None:
        number = self.list.number
        paper = self.library.paper(number) if number is not None else None
        return page_of(paper) if paper else None

    def do_open_page(self) -> None:
        self._open_address(self._address())

    def do_open_pdf(self) -> None:
        number = self.list.number
        paper = self.library.paper(number) if number is not None else None
        self._open_address(paper.link(LinkKind.PDF) if paper else None)

    def do_links(self) -> None:
        number = self.list.number
        paper = self.library.paper(number) if number is not None else None
        choices: list[screens.Choice[str | int]] = []
        if paper is not None:
            links = named_links(sorted_links(paper.links))
            choices += [screens.Choice(name, one.url, one.url) for name, one in links]
            near = self.similar_at_foot(paper.row.number)
            titles = [(without_formulas(one.title), one.number) for one in near]
            choices += [screens.Choice("similar", title, number) for title, number in titles]
        if choices:
            self.app.push_screen(screens.ChooseScreen("Links", choices), self._open_chosen)
        else:
            self.say("This paper has no links." if paper else "No paper is open.")

    def _open_chosen(self, chosen: str | int | None) -> None:
        """An address, or the number of a similar paper."""
        if isinstance(chosen, int):
            self.action_show_similar(chosen)
        elif chosen is not None:
            self.action_open_address(chosen)

    def _open_address(self, address: str | None) -> None:
        if address is None:
            self.say("This paper has no such link.")
        else:
            self.action_open_address(address)

    def action_open_address(self, address: str) -> None:
        """Open a web address in the browser, and say it, for those who are far from theirs."""
        if address.startswith(("http://", "https://")):
            self.app.open_url(address)
        self.say(address)

    def do_copy_url(self) -> None:
        self._copy(self._address())

    def do_copy_id(self) -> None:
        self._copy(self.row.id if self.row else None)

    def do_copy_title(self) -> None:
        self._copy(self.row.title if self.row else None)

    def do_copy_markdown(self) -> None:
        row, address = self.row, self._address()
        self._copy(f"[{row.title}]({address})" if row and address else None)

    def _copy(self, text: str | None) -> None:
        if text is None:
            self.say("Nothing to copy.")
        else:
            self.app.copy_to_clipboard(text)
            self.say(f"Copied: {text}")
