"""How digests get in: finding files, reading them, storing them, with progress and cancel."""
