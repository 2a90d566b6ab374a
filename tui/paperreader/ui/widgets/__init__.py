"""The panes and lines of the main screen: widgets that know nothing of each other."""
