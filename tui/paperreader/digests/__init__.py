"""From the text of a digest to its entries: pure, one module a family."""
