"""The terminal app: themes, signals, the first import; everything else is on its screen."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.geometry import Size

from paperreader.errors import PaperReaderError
from paperreader.library.database import library_error
from paperreader.ui import screens
from paperreader.ui.appearance import Appearance
from paperreader.ui.driver import driver_class
from paperreader.ui.garbage import Collector
from paperreader.ui.keymap import Keymap
from paperreader.ui.remapping import table_of
from paperreader.ui.screens.main import MainScreen
from paperreader.ui.text.cells import fit
from paperreader.ui.widgets.status import StatusLine

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType
    from textual.driver import Driver

    from paperreader.desk import Desk
    from paperreader.intake import Progress

BAR_CELLS = 24
LEAST_WIDTH = 10
FIRST_WORDS = 40  # cells
SWITCH_S = 0.0005  # for which a key waits for a thread that searches; Python would take 0.005
IMPORT_OWN = "import FOLDER --no-samples"


class PaperReaderApp(Appearance):
    """The shell around the main screen."""

    TITLE = "paperreader"
    ENABLE_COMMAND_PALETTE = False  # it has one of its own
    NOTIFICATION_TIMEOUT = 5.0
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "copy_or_quit", show=False, priority=True),
        Binding("ctrl+p", "command_palette", show=False),  # after the keys of the settings
        Binding("ctrl+z", "suspend_process", show=False, priority=True),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.main = MainScreen(desk, Keymap.of(table_of(desk.config, desk.paths.config)))
        self._is_leaving = False

    def get_default_screen(self) -> MainScreen:
        """The main screen is the first one: nothing is styled or drawn beneath it."""
        return self.main

    def get_driver_class(self) -> type[Driver]:
        """Ours, which leaves at once; see `driver.py`."""
        return driver_class(super().get_driver_class())

    def on_mount(self) -> None:
        """Import the samples when there is nothing yet."""
        self._listen_to_signals()
        if not gc.isenabled():  # see `run`
            self.call_after_refresh(Collector.begin, self)
        if self.desk.config.wrong:
            self.call_after_refresh(self._tell_wrong_settings)
        if self.desk.library.revision == 0:
            self.run_worker(self._import_samples, thread=True, group="import", exit_on_error=False)

    def _listen_to_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._leave, 128 + number)
        self.app_resume_signal.subscribe(self, lambda _app: self.refresh(layout=True))

    def _tell_wrong_settings(self) -> None:
        """A box that stays until it is closed, as neomutt waits for a key."""
        parted = (each.partition(": ") for each in self.desk.config.wrong_by_line)
        lines = [screens.Choice(where, what, None) for where, _, what in parted]
        self.push_screen(screens.ChooseScreen("Left out of config.toml", lines))

    def _leave(self, status: int) -> None:
        self.exit(return_code=status)

    def on_app_focus(self) -> None:
        """The terminal has come to the fore: something may have been imported meanwhile."""
        self.main.look_for_papers()

    def on_resize(self, event: events.Resize) -> None:
        """Lay out for a few columns at least: in none, as in a frame, Textual can't wrap text."""
        event.size = Size(max(event.size.width, LEAST_WIDTH), event.size.height)

    def _handle_exception(self, error: Exception) -> None:
        """Leave with a sentence, not with a traceback, when the library can't be used."""
        trouble = library_error(error, self.desk.library.path)
        if trouble:
            self._is_leaving = True
            self.exit(return_code=1, message=self._last_words(trouble))
        else:
            super()._handle_exception(error)

    def exit(self, *args: Any, **kwargs: Any) -> None:
        """Leave, and remember where the reader was; leave also where that can't be written."""
        if not self._is_leaving and self.main.is_attached:
            self._is_leaving = True
            try:
                self.main.remember()
            except Exception as error:
                trouble = library_error(error, self.desk.library.path)
                if trouble is None:
                    raise
                kwargs = {"return_code": 1, **kwargs, "message": self._last_words(trouble)}
        super().exit(*args, **kwargs)

    def _last_words(self, trouble: PaperReaderError) -> str:
        """What the library can't be used for, and the note that can't be kept in it."""
        open_notes = (each for each in self.screen_stack if isinstance(each, screens.NoteScreen))
        texts = (each.written for each in open_notes)
        unkept = (f"The note that was being written:\n\n{text}" for text in texts if text)
        return "\n".join((f"paperreader: {trouble}", *unkept))

    def _import_samples(self) -> None:
        try:
            report = self.desk.import_samples(
                progress=self._tell_progress, should_stop=lambda: self._is_leaving
            )
        except PaperReaderError as error:
            self.call_from_thread(self.notify, str(error), severity="error", markup=False)
            return
        if not self._is_leaving:
            self.call_from_thread(self._samples_imported, report.count.new)

    def _tell_progress(self, progress: Progress) -> None:
        if not self._is_leaving:
            self.call_from_thread(self._show_progress, progress)

    def _show_progress(self, progress: Progress) -> None:
        done = BAR_CELLS * progress.done // max(1, progress.total)
        bar = "━" * done + "╺" * (BAR_CELLS - done)
        line = f"First start: {progress.phase.value} the sample digests  {bar}"
        self.main.query_one(StatusLine).say(line, f"{progress.done}/{progress.total}")

    def _samples_imported(self, papers: int) -> None:
        self.main.know_papers()
        self.main.go(self.main.place)
        self.main.offer_tour()
        from paperreader.ui.invoked import own_command  # noqa: PLC0415 - only at the first start

        own = own_command(sys.argv[0], sys.executable, Path.cwd())
        self.notify(
            f"{papers} sample papers. Yours instead:  {own} {IMPORT_OWN}",
            markup=False,
            timeout=15,
        )

    def action_copy_or_quit(self) -> None:
        """Ctrl-C copies what is selected with the mouse, which is then no longer, else quits."""
        selected = self.screen.get_selected_text()
        if selected:
            self.copy_to_clipboard(selected)
            self.screen.clear_selection()
            first_words = fit(" ".join(selected.split()), FIRST_WORDS).rstrip()
            self.notify(f"Copied: {first_words}", markup=False)
        else:
            self.exit()

    def action_command_palette(self) -> None:
        """Open the palette of the screen, where it has one."""
        if open_palette := getattr(self.screen, "do_palette", None):
            open_palette()


def run(desk: Desk) -> int:
    """Open the reader; the exit status."""
    sys.setswitchinterval(SWITCH_S)
    gc.disable()  # until the first paint: there is no garbage before it
    app = PaperReaderApp(desk)
    app.run()
    return app.return_code or 0
