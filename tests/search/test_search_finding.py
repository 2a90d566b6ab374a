"""What queries find."""

from collections.abc import Iterator

import pytest
from shelves import Shelf, entry

from paperreader.digests.model import Section
from paperreader.library import Change
from paperreader.library.views import During, Every, Has, Mark, Sort
from paperreader.search import snippet
from paperreader.search.sounds import sounding_so
from paperreader.search.spelling import by_first_letter

FOUND_AS_TYPED = [
    ("gpt4o", "Talking"),
    ("GPT-4o", "Talking"),
    ("gpt 4o", "Talking"),
    ("llama 3.1", "Talking"),
    ("LLaMA-3.1-8B", "Talking"),
    ("llama3.1-8b", "Talking"),
    ("qwen", "Talking"),
    ("qwen-2", "Talking"),
    ("VLM", "Talking"),
    ("text-to-image", "Text-to-Image"),
    ("text to image", "Text-to-Image"),
    ("optimize", "Text-to-Image"),
    ("π0", "Text-to-Image"),
    ("pi0", "Text-to-Image"),
    ("μ-MATH", "Text-to-Image"),
    ("mu-math", "Text-to-Image"),
    ("3D", "Text-to-Image"),
    ("3d", "Text-to-Image"),
    ("tower+", "Text-to-Image"),
    ("watercolour", "Text-to-Image"),
    ("bjorn", "Tideway"),
    ("Björn", "Tideway"),
    ("ｔｉｄｅｗａｙ", "Tideway"),
    ("확산", "강가의"),
    ("확산모델", "강가의"),
    ("확산모델을", "강가의"),
    ("모델", "강가의"),
    ("그림을", "강가의"),
    ("LLM", "강가의"),
    ("LLM을", "강가의"),
    ("LLM에서는", "강가의"),
    ("gpt-4", "강가의"),
    ("2411.00001", "Tideway"),
    ("arXiv:2411.00001v2", "Tideway"),
    ("https://arxiv.org/abs/2411.00001", "Tideway"),
]


@pytest.mark.parametrize(("query", "title"), FOUND_AS_TYPED)
def test_found_as_people_type_it(shelf: Shelf, query: str, title: str) -> None:
    found = shelf.finder.find(query)
    assert found.is_exact
    assert shelf.titles(query)[0] == title


@pytest.mark.parametrize(("query", "title"), FOUND_AS_TYPED)
def test_found_without_an_index_too(unindexed: Shelf, query: str, title: str) -> None:
    assert title in unindexed.titles(query)


def test_a_syllable_pair_across_a_compound_is_no_false_hit(shelf: Shelf) -> None:
    assert shelf.titles("산모") == ["산모를", "강가의"]
    assert shelf.titles("생활") == ["산모를"]
    assert "산모를" not in shelf.titles("산업")


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("diffusion", {"Tideway", "Slow"}),
        ("diffusion step", {"Tideway"}),
        ("diffusion -rumours", {"Tideway"}),
        ('"diffusion of rumours"', {"Slow"}),
        ('"one-step diffusion"', {"Tideway"}),
        ('"diffusion one-step"', set()),
        ("harbour OR lighthouses", {"Tideway", "Talking"}),
        ("(harbour OR brushes) ana", {"Tideway", "Text-to-Image"}),
        ("-(harbour OR brushes) ana", set()),
        ("author:lima", {"Tideway", "Text-to-Image"}),
        ("a:lima t:painting", {"Text-to-Image"}),
        ('author:"Ana Lima" diffusion', {"Tideway"}),
        ("text:images", {"Slow"}),
        ("title:step", {"Tideway"}),
        ("votes:>20", {"Tideway"}),
        ("votes:1..10 diffusion", {"Slow"}),
        ("votes:..10 diffusion", {"Slow"}),
        ("votes:20.. diffusion", {"Tideway"}),
        ("date:2024-11", {"Tideway", "Slow"}),
        ("d:2024-12-05..", {"Talking", "Text-to-Image"}),
        ("has:code", {"Talking"}),
        ("has:ko", {"강가의", "산모를"}),
        ("lang:korean 확산", {"강가의"}),
        ("has:code OR votes:>20", {"Talking", "Tideway"}),
        ("diffusion -votes:>20", {"Slow"}),
        ("is:read", set()),
    ],
)
@pytest.mark.parametrize("which", ["shelf", "unindexed"])
def test_the_query_language(
    request: pytest.FixtureRequest, which: str, query: str, titles: set[str]
) -> None:
    assert set(request.getfixturevalue(which).titles(query)) == titles


def test_the_last_word_is_a_beginning(shelf: Shelf) -> None:
    for letters in ("t", "ti", "tid", "tide", "tidewa", "tideway"):
        assert "Tideway" in shelf.titles(letters), letters
    assert shelf.titles("hearsa") == ["Slow"]
    assert shelf.titles("hears diffusion") == ["Slow"]
    assert not shelf.finder.find("hears diffusion").is_exact


def test_every_keystroke_of_a_title_finds_it(shelf: Shelf) -> None:
    title = "Tideway: One-Step Diffusion for Harbour Maps"
    for end in range(1, len(title) + 1):
        assert "Tideway" in shelf.titles(title[:end], as_you_type=True), title[:end]


@pytest.mark.parametrize(
    ("query", "suggestion"),
    [
        ("tidewy", "tideway"),
        ("rumuors", "rumours"),
        ("harbuor maps", "harbour maps"),
        ("optimzing brushes", "optimizing brushes"),
        ("optimiizng brushes", "optimizing brushes"),
        ("ideway maps", "tideway maps"),
        ("itdeway maps", "tideway maps"),
    ],
)
def test_one_typo_is_forgiven_and_spelt_right(shelf: Shelf, query: str, suggestion: str) -> None:
    found = shelf.finder.find(query)
    assert found.numbers
    assert not found.is_exact
    assert found.suggestion == suggestion


PLURALS_AND_PARTICLES = [
    "연들이", "연들을", "연으로부터", "연이라고", "연이란", "연뿐", "연들에게서",
    "연에서의", "연으로서", "연에게는", "연만큼", "연까지의", "연대로", "연만을", "연에만",
    "연이랑", "연하고", "연이지만", "연입니다", "연이라면", "연조차도", "연마다의", "연들만큼은",
]  # fmt: skip


@pytest.mark.parametrize("query", PLURALS_AND_PARTICLES)
def test_plurals_and_particles_of_what_is_asked_for_are_cut(new_shelf, query: str) -> None:
    shelf: Shelf = new_shelf()
    shelf.add([entry("종이연은 난다"), entry("종이연들을 본다"), entry("종이배")])
    shelf.finder.update()
    assert sorted(shelf.titles(f"종이{query}")) == ["종이연들을", "종이연은"]


def test_what_looks_like_a_particle_in_a_short_noun_is_kept(new_shelf) -> None:
    shelf: Shelf = new_shelf()
    shelf.add([entry("길이"), entry("길"), entry("LLM 사용")])
    shelf.finder.update()
    assert shelf.titles("길이라고") == shelf.titles("길이") == ["길이"]
    assert shelf.titles("LLM들은") == ["LLM"]


def test_a_last_syllable_that_looks_like_a_particle(new_shelf) -> None:
    shelf = new_shelf()
    shelf.add(
        [
            entry("One", "정확도를 재는 자", identifier="2412.00011", language="ko"),
            entry("Two", "정확한 시계의 모델", identifier="2412.00012", language="ko"),
        ]
    )
    shelf.finder.update()
    assert shelf.titles("정확도") == ["One"]
    assert shelf.titles("정확도는") == ["One"]
    assert set(shelf.titles("정확")) == {"One", "Two"}
    assert shelf.titles("모델이") == ["Two"]


def test_a_plural_that_papers_have_is_a_word_of_its_own(new_shelf) -> None:
    shelf: Shelf = new_shelf()
    shelf.add([*(entry(f"Many {n}", "배들을 본다") for n in range(4)), entry("One", "종이배들을")])
    shelf.add([entry("Boat", "종이배는 난다"), entry("Design", "디자인을 한다")], "more.md")
    shelf.add([entry("Designer", "디자이너가 그린 디자")], "most.md")
    shelf.finder.update()
    assert shelf.titles("종이배들") == ["One"]
    assert shelf.titles("디자인들") == ["Design"]
    assert set(shelf.titles("종이배들은")) == {"One", "Boat"}
    assert shelf.titles("디자인") == shelf.titles("디자인에서만") == ["Design"]


def test_a_compound_is_found_written_apart(shelf: Shelf) -> None:
    found = shelf.finder.find("강물확산")
    assert not found.is_exact
    assert shelf.titles("강물확산") == ["강가의"]


def test_some_of_the_words_are_better_than_nothing(shelf: Shelf) -> None:
    found = shelf.finder.find("harbour zebra xylophone quagga")
    assert not found.is_exact
    assert shelf.titles("harbour zebra xylophone quagga") == ["Tideway"]
    assert any("some of them" in note for note in found.notes)


@pytest.mark.parametrize("query", ["zzzzqqq", "!!!", "the of", "-", '"', "votes:many", "xx:yy"])
def test_nothing_is_empty_without_a_word(shelf: Shelf, query: str) -> None:
    found = shelf.finder.find(query)
    assert found.numbers or found.notes


def test_words_that_are_elsewhere_are_said_to_be(shelf: Shelf) -> None:
    found = shelf.finder.find("harbour votes:<10")
    assert found.numbers == ()
    assert "1 paper" in found.notes[0]


def test_stop_words_ask_for_nothing(shelf: Shelf) -> None:
    assert shelf.titles("the diffusion of a") == shelf.titles("diffusion")


def test_order_limit_and_total(shelf: Shelf) -> None:
    assert shelf.titles("diffusion", sort=Sort.TITLE) == ["Slow", "Tideway"]
    found = shelf.finder.find("diffusion", limit=1)
    assert len(found.numbers) == len(found.scores) == 1
    assert found.total == 2
    assert list(found.scores) == sorted(found.scores, reverse=True)


def test_titles_count_more_than_text(shelf: Shelf) -> None:
    assert shelf.titles("images")[0] == "Text-to-Image"


def test_within_a_condition(shelf: Shelf) -> None:
    from datetime import date

    during = During(date(2024, 11, 5), date(2024, 11, 30))
    assert shelf.titles("diffusion", within=during) == ["Slow"]
    assert shelf.titles("", within=during) == ["Slow"]


def test_where_holds_for_what_is_found(shelf: Shelf) -> None:
    for query in ("diffusion", "diffusion votes:>20", "votes:>20", "zzzzqqq", ""):
        numbers = shelf.library.select(shelf.finder.where(query))
        assert sorted(numbers) == sorted(shelf.finder.find(query).numbers), query


def test_marks_count_at_once(new_shelf) -> None:  # type: ignore[no-untyped-def]
    from shelves import PAPERS

    shelf = new_shelf()
    shelf.add(PAPERS)
    shelf.finder.update()
    number = shelf.finder.find("harbour").numbers[0]
    shelf.library.mark([number], Change("read", value=True))
    assert shelf.titles("diffusion is:unread") == ["Slow"]
    assert shelf.library.select(Has(Mark.READ)) == [number]


def test_what_stands_beside_the_papers_of_a_digest_is_found(new_shelf) -> None:
    shelf = new_shelf()
    kites = entry("On Kites", "They fly.")
    aside = Section("", "", "Closing thoughts\nQuokkas don't.")
    shelf.add([kites._replace(sections=(*kites.sections, aside)), entry("On Boats")])
    assert shelf.titles("quokka") == ["On"]
    shelf.finder.update()
    (number,) = shelf.finder.find("quokka").numbers
    paper = shelf.library.paper(number)
    assert "Quokkas don't" in snippet(paper, shelf.finder.find("quokka").terms, 60)


def test_a_compound_is_found_by_the_stem_of_it_as_one_word(new_shelf) -> None:
    shelf = new_shelf()
    shelf.add([entry("On Re-training Kites"), entry("On Kites")])
    shelf.finder.update()
    assert shelf.titles("retraining") == ["On"]


@pytest.mark.parametrize("query", ["megakiet fusion", "megakitefuison", "megakitefsuion"])
def test_a_name_with_a_typo_is_found_though_the_index_has_its_stem(new_shelf, query: str) -> None:
    shelf = new_shelf()
    shelf.add([entry("MegaKiteFusion: Fusion of Kites"), entry("Kites")])
    shelf.finder.update()
    assert shelf.titles(query)[0] == "MegaKiteFusion"


def test_a_rare_beginning_of_a_name_counts_more_than_a_common_word(new_shelf) -> None:
    shelf = new_shelf()
    shelf.add([*(entry(f"Kites {n}", "kite kite kites") for n in range(30)), entry("KitesElo")])
    shelf.finder.update()
    assert shelf.titles("kitese")[0] == "KitesElo"


def test_a_title_typed_from_its_beginning_comes_first(new_shelf) -> None:
    shelf = new_shelf()
    shelf.add([
        entry("Paper over the Garden Wall: The Wall, the Garden", "Over garden walls."),
        entry("Over the Garden Wall"),
        entry("Wall", "Over the garden, over the wall, a garden, a wall, a garden."),
    ])  # fmt: skip
    shelf.finder.update()
    assert shelf.titles("over the garden wa")[0] == "Over"


def test_where_few_have_all_words_those_that_lack_one_follow(new_shelf) -> None:
    shelf = new_shelf()
    shelf.add([
        entry("Red Kites over Harbours"), entry("Green Kites over Harbours"), entry("Kites"),
    ])  # fmt: skip
    shelf.finder.update()
    found = shelf.finder.find("red kites harbours")
    assert shelf.titles("red kites harbours") == ["Red", "Green"]
    assert found.notes == ("1 has all of these words: the others are near it",)
    assert not found.is_exact
    assert shelf.library.count(shelf.finder.where("red kites harbours")).total == 1
    assert shelf.titles("red kites harbours", sort=Sort.DATE) == ["Red"]


def test_a_typo_that_a_paper_has_too_is_forgiven(new_shelf) -> None:
    shelf = new_shelf()
    shelf.add([
        entry("Recurrent Kite Transformers"), entry("Kites", "A recurent slip."),
        *(entry(f"Kite Transformers {n}") for n in range(5)),
    ])  # fmt: skip
    shelf.finder.update()
    assert shelf.titles("recurent kite transformers")[0] == "Recurrent"


def test_every_word_of_a_title_may_be_its_beginning_only(new_shelf) -> None:
    shelf = new_shelf()
    shelf.add([entry("Gradual Inversion of Kites"), entry("Kites", "They grad the invested.")])
    shelf.finder.update()
    assert shelf.titles("grad inver kit")[0] == "Gradual"
    assert not shelf.finder.find("grad inver kit").is_exact
    assert shelf.titles("grad inve")[0] == "Gradual"
    assert shelf.titles("grad inve", sort=Sort.DATE) == ["Kites"]


def test_an_author_and_a_word_of_the_title_come_before_mentions(new_shelf) -> None:
    shelf = new_shelf()
    shelf.add([
        entry("Massive Kites", "One kite.", "Wei Zhao"),
        entry("Balloons", "Massive, more massive, massively massive.", "Yan Zhao"),
    ])  # fmt: skip
    shelf.finder.update()
    assert shelf.titles("zhao massive") == ["Massive", "Balloons"]


def test_a_name_comes_before_names_that_begin_with_it(new_shelf) -> None:
    shelf = new_shelf()
    shelf.add([
        entry("Kestrel: A Tame Bird of the Harbour and of the Lighthouses"),
        *(entry(f"Kestrel-v{n}: Kestrel", "kestrel " * 9) for n in range(2, 5)),
    ])  # fmt: skip
    shelf.finder.update()
    assert shelf.titles("kestrel")[0] == "Kestrel"


def test_of_two_words_the_common_one_alone_is_not_near(new_shelf) -> None:
    shelf: Shelf = new_shelf()
    many = [entry(f"Kites {n}", "", "Yan Liss") for n in range(9)]
    shelf.add([entry("Lanterns", "", "Yann Quilling"), *many, entry("Moths", "", "Bo Quilling")])
    shelf.finder.update()
    assert shelf.titles("yan quilling") == ["Lanterns", "Moths"]


def test_first_and_last_name_belong_together(new_shelf) -> None:
    shelf: Shelf = new_shelf()
    shelf.add([
        entry("Wei Shores", "", "Wei Tang", "Lin Shore"), entry("Moths", "", "Ana Bo", "Lin Tang"),
        entry("Tang of the Sea", "A tang, a tang.", "Lin Shore"),
    ])  # fmt: skip
    shelf.finder.update()
    assert shelf.titles("lin tang")[0] == "Moths"
    assert shelf.titles("tang lin").index("Moths") < shelf.titles("tang lin").index("Wei")


@pytest.mark.parametrize("query", ["kte-3", "kite-4", "kites3", "kote3", "kite-e"])
def test_a_name_with_a_number_is_found_misspelt(new_shelf, query: str) -> None:
    shelf: Shelf = new_shelf()
    shelf.add([entry("Kite-3: A Bird"), entry("Moths")])
    shelf.finder.update()
    assert shelf.titles(query) == ["Kite-3"]


def test_a_misspelt_name_of_a_paper_comes_before_its_word_elsewhere(new_shelf) -> None:
    shelf: Shelf = new_shelf()
    shelf.add([
        entry("BUOYS: A Lantern"),
        *(entry(f"Harbours of Buoys {n}", "buoys " * 9) for n in range(9)),
    ])  # fmt: skip
    shelf.finder.update()
    assert shelf.titles("buyos")[0] == "BUOYS"


def test_a_word_is_found_where_it_is_written_as_two(new_shelf) -> None:
    shelf: Shelf = new_shelf()
    shelf.add([
        entry("One", "A kitespace."), entry("Two", "The kite space model."),
        entry("Far", "Space for a kite."),
    ])  # fmt: skip
    shelf.finder.update()
    found = shelf.finder.find("kitespace")
    assert shelf.titles("kitespace") == ["One", "Two"]
    assert found.suggestion is None
    assert found.terms.spans("a kite space, a kite") == [(2, 12)]


@pytest.mark.parametrize("query", ["kite space bird", "harbour kite space bird", "kite space bi"])
def test_words_are_found_where_they_are_written_as_one(new_shelf, query: str) -> None:
    shelf: Shelf = new_shelf()
    shelf.add([
        entry("KiteSpaceBird", "A harbour."), entry("A Kite", "Its space."),
        *(entry(f"A Harbour {n}", "Birds.") for n in range(9)),
    ])  # fmt: skip
    shelf.finder.update()
    assert shelf.titles(query)[0] == "KiteSpaceBird"


@pytest.mark.parametrize("query", ["sorensen", "Sørensen", "lukasz", "cirpar", "aegir"])
def test_letters_with_strokes_are_found_as_people_type_them(new_shelf, query: str) -> None:
    shelf: Shelf = new_shelf()
    shelf.add([entry("One", "", "Łukasz Sørensen", "Efe Çırpar", "Ægir Þór")])
    assert shelf.titles(query) == ["One"]
    shelf.finder.update()
    assert shelf.titles(query) == ["One"]
    assert shelf.finder.find(query).is_exact


def test_a_name_that_is_nowhere_is_searched_in_its_parts(new_shelf) -> None:
    shelf: Shelf = new_shelf()
    shelf.add([entry("A Lantern"), entry("Of All Moths", "All of them."), entry("Kites")])
    shelf.finder.update()
    assert shelf.titles("lantern-kelp") == ["A"]
    assert any("some of them" in note for note in shelf.finder.find("lantern-kelp").notes)
    assert shelf.titles("wall-e") == []


def test_the_end_of_a_name_finds_it(shelf: Shelf) -> None:
    found = shelf.finder.find("deway")
    assert shelf.titles("deway") == ["Tideway"]
    assert not found.is_exact


def test_a_rare_word_counts_more_than_two_common_ones(new_shelf) -> None:
    shelf = new_shelf()
    shelf.add([
        entry("Pangolins", "They glide."),
        *(entry(f"Fast Kites {n}", "Fast kites glide.") for n in range(40)),
    ])  # fmt: skip
    shelf.finder.update()
    assert shelf.titles("fast kites pangolins aardvarks")[0] == "Pangolins"


def test_a_title_with_most_words_comes_before_a_mention_of_all(new_shelf) -> None:
    shelf = new_shelf()
    shelf.add([
        entry("Otters", " ".join(["Silver kites browse the harbour.", *["Otters swim."] * 30])),
        entry("Silver Kites of the Harbour"),
    ])  # fmt: skip
    shelf.finder.update()
    assert shelf.titles("silver kites harbour browse")[0] == "Silver"


def test_a_beginning_of_one_paper_may_be_another_word_misspelt(new_shelf) -> None:
    shelf = new_shelf()
    shelf.add(
        [entry("InternLK: A Kite"), entry("Internal Affairs of Kites"), entry("Nearly Kites")]
    )
    shelf.finder.update()
    assert shelf.titles("internl") == ["InternLK", "Internal"]
    assert shelf.titles("nealry") == ["Nearly"]
    assert shelf.titles("internlk") == ["InternLK"]
    assert shelf.finder.find("internlk").is_exact


def test_what_is_typed_of_a_name_comes_before_words_that_begin_so(new_shelf) -> None:
    shelf = new_shelf()
    shelf.add([
        entry("KiteOpt: Steering Birds"),
        entry("Kite-Oriented Birds", "Kite-oriented, kite-oriented, kite-oriented."),
        *(entry(f"Harbour {n}", "Kite-oriented birds.") for n in range(9)),
    ])  # fmt: skip
    shelf.finder.update()
    assert shelf.titles("kiteo")[0] == "KiteOpt"


@pytest.mark.parametrize(
    "query", ["topic:xyzzy", "tag:xyzzy", "source:xyzzy", "lang:fr", "boat OR topic:xyzzy"]
)
def test_a_name_that_no_paper_has_is_said(shelf: Shelf, query: str) -> None:
    (note,) = (each for each in shelf.finder.remarks(query) if "no paper has the" in each)
    assert note in shelf.finder.find(query).notes


def test_the_names_there_are_are_said(shelf: Shelf) -> None:
    (note,) = shelf.finder.remarks("lang:fr")
    assert note == "no paper has the language 'fr'; there are en, ko"
    assert not shelf.finder.remarks("lang:k", as_you_type=True)
    assert not shelf.finder.remarks("lang:ko")


def test_a_field_that_is_misspelt_is_suggested_as_it_is_documented(shelf: Shelf) -> None:
    assert shelf.finder.find("autor:tran boat").suggestion == "author:tran boat"
    assert shelf.finder.find("colour:red").suggestion != "author:red"


def test_interest_and_notes_can_be_searched_for(shelf: Shelf) -> None:
    first, second = shelf.library.select(Every())[:2]
    shelf.library.mark([first], Change("interest", 1), Change("note", "again"))
    shelf.library.mark([second], Change("interest", -1))
    assert shelf.finder.find("is:interesting").numbers == (first,)
    assert shelf.finder.find("is:dull").numbers == (second,)
    assert shelf.finder.find("is:noted").numbers == (first,)


@pytest.mark.parametrize("query", ["겨울강물지도", "강물지도를", "겨울강물"])
def test_a_compound_is_found_where_its_parts_are_written_apart(new_shelf, query: str) -> None:
    shelf: Shelf = new_shelf()
    shelf.add(
        (
            entry("One", "겨울 강물을 따라 지도 한 장을 그린다.", language="ko"),
            entry("Two", "겨울 부엌에서 빵을 굽는다.", language="ko"),
        )
    )
    shelf.finder.update()
    found = shelf.finder.find(query)
    assert [shelf.library.paper(number).row.title for number in found.numbers] == ["One"]
    assert found.terms.spans("강물 위")
    assert found.suggestion is None


@pytest.fixture(scope="module")
def korean(tmp_path_factory) -> Iterator[Shelf]:
    shelf = Shelf(tmp_path_factory.mktemp("korean"))
    texts = {
        "Spread": "빛의 확산을 보는 사람", "Certain": "확신과 확실한 답",
        "Turner": "트랜스포머를 고친다", "Sharp": "정확도를 잰다", "Exact": "정확한 말",
    }  # fmt: skip
    shelf.add([entry(title, text, language="ko") for title, text in texts.items()])
    shelf.finder.update()
    yield shelf
    shelf.close()


@pytest.mark.parametrize(
    ("query", "title", "suggestion"),
    [
        ("확싼", "Spread", "확산"),
        ("확싼을", "Spread", "확산을"),
        ("트렌스포머", "Turner", "트랜스포머"),
        ("트랜포머", "Turner", "트랜스포머"),
        ("트스랜포머", "Turner", "트랜스포머"),
        ("트렌스퍼머", "Turner", "트랜스포머"),
        ("정홧도", "Sharp", "정확도"),
        ("빛의 확싼", "Spread", "빛의 확산"),
    ],
)
def test_a_misspelt_korean_word_is_found_and_spelt_right(
    korean: Shelf, query: str, title: str, suggestion: str
) -> None:
    found = korean.finder.find(query)
    assert korean.titles(query)[0] == title
    assert not found.is_exact
    assert found.suggestion == suggestion
    assert found.terms.spans(suggestion)


@pytest.mark.parametrize("query", ["확산xyzzy", "xyzzy확싼", "확싼 xyzzy을"])
def test_korean_glued_to_what_is_nowhere_is_answered(korean: Shelf, query: str) -> None:
    assert korean.finder.find(query).total in (0, 1)


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("ghkrtks", "확산"),
        ("qlcdml ghkrtks", "빛의 확산"),
        ("쇼ㅜㄷㄱ", None),
        ("새ㅕㅜㄷㄱ", None),
    ],
)
def test_words_typed_in_the_other_input_mode(korean: Shelf, query: str, meant: str | None) -> None:
    found = korean.finder.find(query)
    assert (found.numbers, found.suggestion) == ((), meant)
    assert korean.finder.find("셔구ㄷㄱ").suggestion == "turner"


def test_a_korean_word_that_is_there_is_not_taken_for_another(korean: Shelf) -> None:
    assert korean.titles("확실") == ["Certain"]
    assert not korean.titles("굉음")
    assert not korean.titles("확률")


def test_parts_of_a_compound_are_no_misspelling(new_shelf) -> None:
    shelf: Shelf = new_shelf()
    shelf.add([entry(f"Apart {n}", "이 바다 지도에서") for n in range(4)])
    shelf.finder.update()
    for query in ("바다지도", "바다지도를", "바다지도 지도"):
        found = shelf.finder.find(query)
        assert found.total == 4
        assert found.notes == ("no paper has it as one word: these have its parts",)


def test_a_misspelt_word_before_or_is_spelt_right(new_shelf) -> None:
    shelf: Shelf = new_shelf()
    shelf.add([*(entry(f"Harbour {n}") for n in range(4)), entry("Lighthouse")])
    shelf.finder.update()
    found = shelf.finder.find("lihgthouse OR harbour")
    assert found.total == 5
    assert found.suggestion == "lighthouse OR harbour"
    assert found.notes == ("4 have one of these words: the others are near it",)
    assert shelf.titles("lihgthouse OR zzzz") == ["Lighthouse"]
    assert shelf.library.count(shelf.finder.where("lihgthouse OR harbour")).total == 4


def test_where_a_compound_is_written_apart_follows_where_it_is_not(new_shelf) -> None:
    shelf: Shelf = new_shelf()
    joined = [entry(f"Together {n}", "바다지도를 펼친다") for n in range(4)]
    shelf.add([*joined, entry("Apart", "이 바다 지도에서"), entry("Far", "지도 없이 바다로")])
    shelf.finder.update()
    assert shelf.titles("바다지도") == ["Together"] * 4 + ["Apart"]
    assert shelf.finder.find("바다지도").notes == (
        "4 have it as one word: the others have its parts",
    )
    assert shelf.library.count(shelf.finder.where("바다지도")).total == 4


@pytest.mark.parametrize("query", ["바따지도", "바다지또", "바다지또를"])
def test_a_typo_in_a_compound_that_is_written_apart(new_shelf, query: str) -> None:
    shelf: Shelf = new_shelf()
    shelf.add([entry("One", "이 바다 지도에서"), entry("Two", "지도 없이 바다로")])
    shelf.finder.update()
    assert set(shelf.titles(query)) == {"One", "Two"}
    assert shelf.finder.find(query).suggestion in ("바다지도", "바다지도를")


def test_a_compound_that_is_nowhere_asks_for_its_words(new_shelf) -> None:
    shelf: Shelf = new_shelf()
    apart = [entry(f"Apart {n}", "이 바다 지도에서") for n in range(4)]
    shelf.add([*apart, entry("Far", "지도 없이 바다로"), entry("Sea", "바다")])
    shelf.finder.update()
    assert shelf.titles("바다지도") == ["Apart"] * 4 + ["Far"]
    assert set(shelf.titles("바다 지도")) == {"Apart", "Far"}


def test_of_a_compound_no_paper_has_the_words_of_those_with_some(new_shelf) -> None:
    shelf: Shelf = new_shelf()
    shelf.add([entry("Sea", "바다를 본다"), entry("Map", "지도와 등대"), entry("Moths")])
    shelf.finder.update()
    assert set(shelf.titles("바다등대")) == {"Sea", "Map"}
    assert any("some of them" in note for note in shelf.finder.find("바다등대").notes)


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("hrp", "HARP"), ("sow kites", "Slow"), ("zoms", "ZOOMS"), ("ooms", "ZOOMS"),
        ("xhu-3", "Phu-3"), ("zsoms", "ZOOMS"), ("lnatrens", "Lanterns"), ("cosmoss", "Cosmos"),
    ],
)  # fmt: skip
def test_a_typo_in_a_short_name(new_shelf, query: str, title: str) -> None:
    shelf: Shelf = new_shelf()
    shelf.add([
        entry("HARP: Kites in Tune"), entry("Slow Kites"), entry("ZOOMS: Seeing Kites"),
        entry("Phu-3 Report"), entry("Lanterns"), entry("Cosmos of Moths"),
    ])  # fmt: skip
    shelf.finder.update()
    assert shelf.titles(query)[0] == title


def test_a_finished_word_that_only_begins_others_may_be_misspelt(new_shelf) -> None:
    shelf: Shelf = new_shelf()
    compounds = [entry(f"Lanternal-lit Kites {n}") for n in range(4)]
    shelf.add([entry("Kites of the Lantern"), *compounds])
    shelf.finder.update()
    assert "Kites" in shelf.titles("lanterna kites")


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("robot piano", "Hands"), ("robots playing pianos", "Hands"), ("로봇 피아노 연주", "Hands"),
        ("패널 관절 로봇팔 워터마크", "Marks"), ("워터마크", "Marks"), ("디퓨전 로봇", "Spread"),
    ],
)  # fmt: skip
def test_what_means_the_same_is_found_in_the_other_language(
    new_shelf, query: str, title: str
) -> None:
    shelf: Shelf = new_shelf()
    shelf.add([
        entry("Hands", "로봇이 피아노를 치는 법", language="ko"), entry("Marks", "A watermark."),
        entry("Spread", "로봇의 확산", language="ko"), entry("Moths"),
    ])  # fmt: skip
    shelf.finder.update()
    assert shelf.titles(query)[0] == title
    assert not shelf.finder.find(query).is_exact


def test_what_means_the_same_is_not_needed_where_a_word_is_there(new_shelf) -> None:
    shelf: Shelf = new_shelf()
    shelf.add([entry("One", "로봇 로봇 로봇", language="ko")])
    shelf.finder.update()
    assert shelf.titles("robot") == ["One"]
    assert any("mean the same" in note for note in shelf.finder.find("robot").notes)
    assert shelf.finder.find("robot").terms.spans("로봇이") == [(0, 2)]
    shelf.add([entry("Kites", "A robot.")], "more.md")
    shelf.finder.update()
    assert shelf.titles("robot") == ["Kites"]


def test_a_misspelt_alternative_in_brackets_is_spelt_right(new_shelf) -> None:
    shelf: Shelf = new_shelf()
    shelf.add([*(entry(f"Harbour Map {n}") for n in range(4)), entry("Lighthouse Map")])
    shelf.finder.update()
    found = shelf.finder.find("(lihgthouse OR harbour) map")
    assert shelf.titles("(lihgthouse OR harbour) map") == ["Harbour"] * 4 + ["Lighthouse"]
    assert found.suggestion == "(lighthouse OR harbour) map"
    assert found.notes == ("4 have all of these words: the others are near it",)
    assert shelf.titles("(lihgthouse OR zzzz) map") == ["Lighthouse"]


def test_where_a_word_is_written_as_two_follows_where_it_is_not(new_shelf) -> None:
    shelf: Shelf = new_shelf()
    joined = [entry(f"Together {n}", "A kitespace.") for n in range(4)]
    shelf.add([*joined, entry("Apart", "The kite space."), entry("Far", "Space for a kite.")])
    shelf.finder.update()
    assert shelf.titles("kitespace") == ["Together"] * 4 + ["Apart"]
    assert shelf.finder.find("kitespace").notes == (
        "4 have it as one word: the others have its parts",
    )


SOUNDS = {
    "트랜스포머": "transformer", "디퓨전": "diffusion", "코스모스": "cosmos", "엑사원": "exaone",
    "라이다": "lidar", "시프트": "shift", "코코넛": "coconut", "벤치마크": "benchmark",
    "리즈닝": "reasoning", "가우시안": "gaussian", "딥시크": "deepseek", "파인튜닝": "finetuning",
}  # fmt: skip


@pytest.mark.parametrize(("korean", "english"), SOUNDS.items())
def test_a_korean_word_finds_the_english_one_that_it_sounds_like(korean: str, english: str) -> None:
    vocabulary = by_first_letter((*SOUNDS.values(), "trance", "cosine", "lido", "coconuts"))
    assert list(sounding_so(korean, vocabulary)) == [english]


def test_a_name_is_found_by_its_sound(new_shelf) -> None:
    shelf: Shelf = new_shelf()
    shelf.add([
        entry("LLaMA-Kite: A Bird"), entry("DeepSea: Moths", "", "Ana Rama"), entry("Lanterns"),
    ])  # fmt: skip
    shelf.finder.update()
    assert shelf.titles("라마") == ["LLaMA-Kite"]
    assert shelf.titles("딥시는") == ["DeepSea"]
    assert set(shelf.titles("라마랜턴")) == {"LLaMA-Kite", "Lanterns"}
    assert not shelf.finder.find("라마").is_exact
    assert shelf.finder.find("딥시").terms.spans("DeepSea")
    assert not shelf.titles("바다")


def test_a_short_stem_is_not_taken_for_a_misspelt_word(new_shelf) -> None:
    shelf: Shelf = new_shelf()
    shelf.add([
        entry("Moths by Mites", "Mites, not lanterns."), entry("Lanterns"),
        *(entry(f"Met {n}", "They met moths, and met again.") for n in range(4)),
    ])  # fmt: skip
    shelf.finder.update()
    found = shelf.finder.find("mites again moths")
    assert found.suggestion is None


def test_what_a_paper_is_about_counts_more_than_the_words_around_it(new_shelf) -> None:
    shelf: Shelf = new_shelf()
    around = entry("Kites", "Something really does something really.")
    shelf.add([around, entry("Otters", "Lanterns."), *(entry(f"Boats {n}") for n in range(4))])
    shelf.finder.update()
    assert shelf.titles("something really has lanterns quaggas")[0] == "Otters"
