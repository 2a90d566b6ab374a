"""A terminal reader for AI-paper digests."""

__version__ = "0.1.0"
