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


def test_one_word_or_words_of_every_text_make_no_paper_similar(new_shelf) -> None:
    shelf: Shelf = new_shelf()
    shelf.add(
        (
            entry("Kites over water", "Would silk be less than enough once it is not wet?"),
            entry("Bread at night", "Would rye be more than wheat once it is not dark?"),
            entry("Water in bread", "A kitchen with salt, and then some flour."),
            entry("Sails", "Canvas and rope."),
        )
    )
    shelf.finder.update()
    kites = shelf.finder.find("kites").numbers[0]
    assert shelf.finder.similar(kites) == ()


def test_shared_korean_words_are_whole_without_particles(new_shelf) -> None:
    shelf: Shelf = new_shelf()
    shelf.add(
        (
            entry("Silk kites", "비단 연에 카메라를 달아 호수를 찍습니다.", language="ko"),
            entry("Wind", "바람이 불면 카메라를 단 연이 호수를 건넙니다.", language="ko"),
            entry("Bread", "빵은 추운 부엌에서 천천히 부풉니다.", language="ko"),
            entry("Salt", "소금은 나중에 넣습니다.", language="ko"),
        )
    )
    shelf.finder.update()
    kites = shelf.finder.find("silk").numbers[0]
    nearest = shelf.finder.similar(kites)
    assert [set(similar.words) for similar in nearest] == [{"카메라", "호수"}]


def test_addresses_are_not_shared_and_latin_words_are_told_first(new_shelf) -> None:
    shelf: Shelf = new_shelf()
    shelf.add(
        (
            entry("Kites", "허용하는 https://example.org/kites 호수 a silk lake", language="ko"),
            entry("Wind", "호수 위에 허용하는 https://example.org/wind lake of silk"),
            entry("Bread", "Rye."),
            entry("Salt", "Grey."),
        )
    )
    shelf.finder.update()
    (nearest,) = shelf.finder.similar(shelf.finder.find("kites").numbers[0])
    assert set(nearest.words[:2]) == {"silk", "lake"}
    assert set(nearest.words[2:]) == {"허용하는", "호수"}


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
