"""The few symbols of the reader: one cell wide in every terminal, also in Korean ones."""

UNREAD = "▪"
BOOKMARKED = "⚑"
VOTES = "▴"
QUEUED = "▸"
NOTE = "✎"
NEW = "✦"
SELECTED = "»"
