"""`paperreader` and `python -m paperreader`: the way into the command line."""

from __future__ import annotations

import gc
import os
import sys

_SOON_S = 0.01


def main() -> int:
    """Run the command; the exit status."""
    gc.disable()  # nothing is garbage while modules are loaded; the commands enable it
    sys.unraisablehook = _press_again
    try:
        from paperreader.cli import main as run  # noqa: PLC0415 - loading it can be interrupted

        return run()
    except KeyboardInterrupt:
        print("paperreader: stopped", file=sys.stderr)  # noqa: T201 - the command's own voice
        return 1


def _press_again(lost: sys.UnraisableHookArgs) -> None:
    """Ctrl-C while Python takes an object apart would be lost: it is pressed again."""
    if lost.exc_type is not KeyboardInterrupt:
        sys.__unraisablehook__(lost)
        return
    import signal  # noqa: PLC0415 - hardly ever needed
    import threading  # noqa: PLC0415 - hardly ever needed

    again = threading.Timer(_SOON_S, os.kill, (os.getpid(), signal.SIGINT))
    again.daemon = True
    again.start()


if __name__ == "__main__":
    raise SystemExit(main())
