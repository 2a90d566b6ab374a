"""The search index is made ready while the reader is open."""

from __future__ import annotations

import shutil


async def test_a_missing_index_is_made_while_search_answers(open_reader, home):
    shutil.rmtree(home / "index")
    async with open_reader() as reader:
        screen = reader.screen
        await reader.search("lidar scene")
        assert "LiDAR" in reader.titles[0]
        await reader.press("escape")
        await reader.until(screen.desk.finder.is_current)


async def test_the_status_line_says_how_far_the_index_is(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        screen._show_progress(20, 1500)
        await reader.until(lambda: "indexing 20/1,500" in reader.text)
        screen._show_progress(1500, 1500)
        await reader.until(lambda: "indexing" not in reader.text)
