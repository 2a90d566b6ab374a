"""`python -m paperreader` is the `paperreader` command."""

from paperreader.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
