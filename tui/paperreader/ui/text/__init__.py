"""From the text of a digest to lines of terminal cells."""
