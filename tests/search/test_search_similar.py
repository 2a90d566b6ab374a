"""Similar papers, and when papers were in the digests."""

from shelves import Shelf, entry

from paperreader.search import by_month

KITES = (
    entry("Kites over water", "Silk kites carry a camera over the lake in strong wind."),
    entry("Wind and silk", "A camera on silk kites, and what the wind does to it."),
    entry("Bread at night", "Sourdough rises slowly in a cold kitchen."),
    entry("Cold kitchens", "Why bread rises slowly, and sourdough slower."),
)


def test_nearest_first_with_the_words_they_share(new_shelf) -> None:
    shelf: Shelf = new_shelf()
    shelf.add(KITES)
    shelf.finder.update()
    kites, wind = shelf.finder.find("camera").numbers
    nearest = shelf.finder.similar(kites)[0]
    assert nearest.number == wind
    assert {"silk", "kites"} <= {word.lower() for word in nearest.words}
    assert 0 < nearest.score <= 1
    assert kites not in {similar.number for similar in shelf.finder.similar(kites)}


def test_nothing_is_similar_before_there_is_an_index(new_shelf) -> None:
    shelf: Shelf = new_shelf()
    shelf.add(KITES)
    assert shelf.finder.similar(shelf.library.select()[0]) == ()
    shelf.finder.update()
    assert shelf.finder.similar(10_000) == ()


def test_months(shelf: Shelf) -> None:
    numbers = shelf.library.select()
    assert by_month(shelf.library, numbers) == [("2024-11", 2), ("2024-12", 4)]
    assert by_month(shelf.library, []) == []
