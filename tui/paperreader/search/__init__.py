"""Full-text search over the library: analysis, query language, index."""
