"""`paperreader` and `python -m paperreader`: the way into the command line."""

import gc
import sys


def main() -> int:
    """Run the command; the exit status."""
    gc.disable()  # nothing is garbage while modules are loaded; the commands enable it
    try:
        from paperreader.cli import main as run  # noqa: PLC0415 - loading it can be interrupted

        return run()
    except KeyboardInterrupt:
        print("paperreader: stopped", file=sys.stderr)  # noqa: T201 - the command's own voice
        return 1


if __name__ == "__main__":
    raise SystemExit(main())
