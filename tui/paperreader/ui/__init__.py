"""The terminal app; the only floor that imports textual."""

import os

# Textual reads these once, when it is imported: paint at once, and move nothing slowly.
os.environ.setdefault("TEXTUAL_FPS", "240")
os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
# So many milliseconds it is open whether an ESC is the key or begins a sequence: 100 are felt.
os.environ.setdefault("ESCDELAY", "50")
