"""Digests into the library, and what is derived from them."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from paperreader.library.folding import fold_all
from paperreader.library.opened import Opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from paperreader.library.model import Document, DocumentRow, ImportCount, Moment
    from paperreader.topics import Classifier

_PAPERS_AT_ONCE = 200  # classified in less time than other writers notice that they wait


class Storing(Opened):
    """The part of a library that takes in documents."""

    def add(
        self, documents: Iterable[Document], classifier: Classifier, *, today: date
    ) -> ImportCount:
        """Store documents in one transaction; entries without a date are from `today`."""
        from paperreader.library.documents import add_documents  # noqa: PLC0415 - reading needs none

        with self._database.writing() as db:
            now = self._clock().astimezone(UTC).isoformat()
            count = add_documents(db, documents, classifier, now=now, today=today)
        self._counts.forget()
        return count

    def remove(self, names: Iterable[tuple[str, str]], classifier: Classifier) -> int:
        """Take documents (source and name) out; how many papers are gone with them.

        What was marked is remembered, for the case that a paper comes again.
        """
        from paperreader.library.documents import remove_documents  # noqa: PLC0415 - reading needs none

        with self._database.writing() as db:
            papers = remove_documents(db, names, classifier)
        self._counts.forget()
        return papers

    def documents(self) -> list[DocumentRow]:
        """All documents, by source and name."""
        from paperreader.library.documents import all_documents  # noqa: PLC0415 - reading needs none

        return all_documents(self._db)

    def moment(self) -> Moment:
        """The library as it is now, for `count_since`."""
        from paperreader.library.documents import moment  # noqa: PLC0415 - reading needs none

        return moment(self._db)

    def count_since(self, before: Moment, names: Iterable[tuple[str, str]]) -> ImportCount:
        """What an import of these documents (source and name) changed since a moment."""
        from paperreader.library.documents import count_since  # noqa: PLC0415 - reading needs none

        return count_since(self._db, before, names)

    def reclassify(
        self,
        classifier: Classifier,
        progress: Callable[[int, int], None],
        should_stop: Callable[[], bool],
    ) -> bool:
        """Give all papers their topics anew; False when it was stopped in between."""
        from paperreader.library.classifying import classify_anew  # noqa: PLC0415 - reading needs none

        numbers = [number for (number,) in self._db.execute("SELECT number FROM papers")]
        for start in range(0, len(numbers), _PAPERS_AT_ONCE):
            if should_stop():
                return False
            some = numbers[start : start + _PAPERS_AT_ONCE]
            with self._database.writing() as db:
                for number in some:
                    classify_anew(db, number, classifier)
            self._counts.forget()
            progress(start + len(some), len(numbers))
        return True

    def rebuild_derived(self, classifier: Classifier) -> int:
        """Derive all papers, places and marks anew from entries and journal."""
        from paperreader.library.documents import moment  # noqa: PLC0415 - reading needs none
        from paperreader.library.joining import derive  # noqa: PLC0415 - reading needs none

        with self._database.writing() as db:
            numbers = [number for (number,) in db.execute("SELECT number FROM papers")]
            revision = moment(db).revision + 1
            for number in numbers:
                derive(db, number, classifier, revision)
            fold_all(db)
            db.execute("UPDATE meta SET value = ? WHERE key = 'revision'", (str(revision),))
        self._counts.forget()
        return len(numbers)
