"""The reader as its user meets it, beside a hello-world Textual app and newsboat, in one run.

`python tests/bench/reader.py [DOCUMENTS]` prints two tables: milliseconds from the start to the
first painted list, with its ratio to the hello-world app started in turn with it, and from `q` to
the end, at rest and while the index is being opened; and milliseconds from a key to the first byte
of the changed screen and until it is settled, and the memory that is resident with the index open.
newsboat is measured where it is installed.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from statistics import median

from importing import PAPERS, Writer, import_s, make, sections

sys.path.insert(0, str(Path(__file__).parents[1] / "pty"))
from terminal import Terminal  # beside the tests that use it too

STARTS, PRESSES = 8, 40
SETTLED_S = 0.06  # so long nothing is written any more
OPENING_S = 0.4  # so long after the first paint the index is being opened
OPENED_S = 3.0  # the index is open by then
HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    BINDINGS = [("q", "quit", "Quit")]
    def compose(self):
        yield Static("Hello, papers")
Hello().run()
"""


@dataclass
class Program:
    """What is started, what it shows when it is ready, and the keys that are measured.

    The first key of a label is; those after it lead back to where it can be pressed again.
    """

    name: str
    argv: list[str]
    ready: str
    keys: dict[str, str] = field(default_factory=dict)
    opening: str = ""  # typed before the list is there
    starts_s: list[float] = field(default_factory=list)
    ends_s: list[float] = field(default_factory=list)
    early_ends_s: list[float] = field(default_factory=list)


def start(program: Program) -> Terminal:
    """A started program, its list painted."""
    terminal = Terminal(program.argv)
    if program.opening:
        terminal.wait_until_still(0.5)
        terminal.press(program.opening)
    at = terminal.wait_for(program.ready)
    program.starts_s.append(at)
    return terminal


def time_start_and_end(program: Program) -> None:
    """Start twice, and quit at rest and early."""
    with start(program) as terminal:
        terminal.wait_until_still(0.2)
        program.ends_s.append(end_s(terminal))
    with start(program) as terminal:
        early_s = terminal.started_s + program.starts_s[-1] + OPENING_S
        while time.perf_counter() < early_s:
            terminal.pump(0.01)
        program.early_ends_s.append(end_s(terminal))


def end_s(terminal: Terminal) -> float:
    """Quit; the seconds that it takes."""
    began = time.perf_counter()
    terminal.press("q")
    terminal.wait_for_end()
    return time.perf_counter() - began


def resident(terminal: Terminal) -> str:
    """The memory of the program, where the system tells."""
    status = Path(f"/proc/{terminal.process.pid}/status")
    size = re.search(r"VmRSS:\s+(\d+) kB", status.read_text() if status.exists() else "")
    return f"{int(size[1]) / 1024:.0f} MB resident" if size else ""


def time_key(terminal: Terminal, keys: str) -> tuple[float, float]:
    """Milliseconds to the first byte and to the last one."""
    terminal.wait_until_still(SETTLED_S)
    began = time.perf_counter()
    terminal.press(keys)
    first = 0.0
    while terminal.pump(SETTLED_S if first else 1.0):
        first = first or terminal.last_output_s
    return (first - began) * 1000, (terminal.last_output_s - began) * 1000


def time_keys(program: Program) -> None:
    """Print one line a key, and one of the memory with the index open."""
    with start(program) as terminal:
        terminal.wait_until_still(OPENED_S)
        memory = resident(terminal)
        for label, cycle in program.keys.items():
            key, *back = cycle.split()
            times = []
            for _ in range(PRESSES):
                times.append(time_key(terminal, named(key)))
                for each in back:  # an ESC alone is known as such only after a while
                    time_key(terminal, named(each))
            firsts, lasts = (sorted(each) for each in zip(*times, strict=True))
            at95 = int(PRESSES * 0.95)
            print(
                f"{program.name:12} {label:12} {median(firsts):7.1f} {firsts[at95]:7.1f}"
                f" {median(lasts):9.1f} {lasts[at95]:7.1f}"
            )
        print(f"{program.name:12} {memory}")


def named(key: str) -> str:
    """The bytes of a key."""
    return {"Space": " ", "Tab": "\t", "Esc": "\x1b", "Down": "\x1b[B"}.get(key, key)


def add_both_languages(folder: Path) -> None:
    """A newest digest of papers in two languages: in others there is nothing to switch."""
    write, day = Writer(), date(2030, 1, 1)
    korean = sections(write, day)
    rows = "".join(
        f"| {title} (Read more on [arXiv]({where}))| {write.authors()} | {write.sentences(150)} |\n"
        for title, where in re.findall(r"### \[(.+?)\]\((.+?)\)", korean)
    )
    head = "| Title | Authors | Summary |\n|-------|---------|---------|\n"
    (folder / f"{day}-ko.md").write_text(korean)
    (folder / f"{day}-en.md").write_text(f"## Papers for {day}\n\n{head}{rows}")


def newsboat(home: Path, papers: int) -> list[Program]:
    """newsboat with as many articles in one feed, read once before it is measured."""
    if not shutil.which("newsboat"):
        return []
    items = "".join(
        f"<item><title>Made-up paper {n}</title><link>https://example.org/{n}</link>"
        f"<description>{'Some words. ' * 80}</description></item>"
        for n in range(papers)
    )
    feed = home / "feed.xml"
    feed.write_text(f"<rss version='2.0'><channel><title>Papers</title>{items}</channel></rss>")
    (home / "urls").write_text(f"file://{feed}\n")
    (home / "config").write_text("auto-reload no\nconfirm-exit no\n")
    options = [f"--{each}-file={home / each}" for each in ("url", "cache", "config")]
    options[0] = f"--url-file={home / 'urls'}"
    argv = ["newsboat", "--quiet", *options]
    import subprocess

    subprocess.run([*argv, "--execute=reload"], check=False, capture_output=True)
    keys = {"down": "j", "next unread": "n"}
    return [Program("newsboat", argv, "Made-up paper", keys, opening="\r")]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", type=int, nargs="?", default=10_000 // PAPERS)
    documents = parser.parse_args().documents
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        make(home / "digests", documents)
        add_both_languages(home / "digests")
        _, count = import_s(home / "library", home / "digests")
        (home / "hello.py").write_text(HELLO)
        hello = Program("hello world", [sys.executable, str(home / "hello.py")], "Hello, papers")
        argv = [sys.executable, "-m", "paperreader", "--library", str(home / "library")]
        keys = {"language": "L", "down": "j", "read on": "Space", "next unread": "n",
                "next pane": "Tab", "help": "? Esc"}  # fmt: skip
        reader = Program("paperreader", argv, "papers", keys)
        others = newsboat(home, count["new"])
        for _ in range(STARTS):
            for program in (hello, reader):
                time_start_and_end(program)
        print(
            f"{count['new']} papers\n\n{'':12} {'start':>7} {'x hello':>8} {'quit':>7} {'early':>7}"
        )
        for program in (hello, reader):
            starts, ends = median(program.starts_s) * 1000, median(program.ends_s) * 1000
            early = median(program.early_ends_s) * 1000
            ratio = median(program.starts_s) / median(hello.starts_s)
            print(f"{program.name:12} {starts:7.0f} {ratio:8.2f} {ends:7.0f} {early:7.0f}")
        print(f"\n{'':12} {'key':12} {'first':>7} {'p95':>7} {'settled':>9} {'p95':>7}")
        for program in (reader, *others):
            time_keys(program)


if __name__ == "__main__":
    main()
