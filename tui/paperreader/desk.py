"""Desk: library, index and configuration in one object; all that the ui and the cli talk to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from paperreader.config import with_line
from paperreader.errors import ConfigError, PaperReaderError
from paperreader.library import Library
from paperreader.library.store import utc_now
from paperreader.library.views import Either, InView, Sort, ViewKind
from paperreader.topics import version_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from paperreader.config import Config
    from paperreader.intake import Progress, Report
    from paperreader.library.views import Condition, View
    from paperreader.paths import Paths
    from paperreader.search import Finder, Found
    from paperreader.search.following import Follower
    from paperreader.topics import Classifier


_TOPIC_NAMES = "topic names"
_MANY_PAPERS = 300  # fewer are indexed before another process has started
_CLASSIFIED_BY = "classified by"


@dataclass(slots=True)
class Desk:
    """A library to work on, with what finds and classifies its papers.

    Opening one is quick: the index and the table of topics are loaded when they are first needed.
    """

    paths: Paths
    config: Config
    library: Library
    clock: Callable[[], datetime] = utc_now
    _finder: Finder | None = field(default=None, repr=False)
    _classifier: Classifier | None = field(default=None, repr=False)

    @classmethod
    def open(cls, paths: Paths, config: Config, *, clock: Callable[[], datetime] = utc_now) -> Self:
        """Open the library at these paths, made where there is none; raises LibraryError."""
        return cls(paths, config, Library.open(paths.database, clock=clock), clock)

    @property
    def finder(self) -> Finder:
        """The full-text search over the library."""
        if self._finder is None:
            from paperreader.search import Finder  # noqa: PLC0415 - opening a desk stays quick

            self._finder = Finder(self.library, self.paths.index)
        return self._finder

    @property
    def classifier(self) -> Classifier:
        """The classifier with the user's own topics; raises ConfigError where those are wrong."""
        if self._classifier is None:
            from paperreader.topics import Classifier  # noqa: PLC0415 - opening a desk stays quick

            try:
                self._classifier = Classifier.load(self.config.topics)
            except ConfigError as error:
                raise with_line(error, self.paths.config) from error
        return self._classifier

    @property
    def topic_names(self) -> dict[str, str]:
        """What people call each topic, by slug; kept in the library, as the table loads slowly."""
        version = version_of(self.config.topics)
        kept: dict[str, Any] = self.library.recall(_TOPIC_NAMES, {})
        if kept.get("version") != version:
            names = {topic.slug: topic.name for topic in self.classifier.topics}
            kept = {"version": version, "names": names}
            self.library.remember(_TOPIC_NAMES, kept)
        return dict(kept["names"])

    def import_paths(
        self,
        paths: Sequence[Path],
        *,
        progress: Callable[[Progress], None] | None = None,
        should_stop: Callable[[], bool] | None = None,
    ) -> Report:
        """Read files and folders into the library, then bring the index up to date.

        Papers that are there already get new topics first, if those of the configuration changed.
        """
        from paperreader import intake  # noqa: PLC0415 - opening a desk stays quick

        tell = progress or _tell_nobody
        stop = should_stop or _go_on
        telling = {
            phase: lambda done, total, phase=phase: tell(intake.Progress(phase, done, total))
            for phase in intake.Phase
        }
        if not self._classify_anew(telling[intake.Phase.CLASSIFYING], stop):
            return intake.Report(was_cancelled=True)
        with _Indexing(self, self.library.moment().last_paper) as indexing:
            report = intake.import_paths(
                paths, self.library, lambda: self.classifier,
                today=self.clock().astimezone().date(), progress=tell, should_stop=stop,
                stored=indexing.follow,
            )  # fmt: skip
            if report.was_cancelled:
                return report
            try:
                indexing.finish(telling[intake.Phase.INDEXING], stop)
            except OSError as error:  # the papers are stored and can be read
                trouble = intake.FileProblem(str(self.paths.index), 0, _unwritable(error))
                return replace(report, problems=(*report.problems, trouble), has_failed=True)
        return replace(report, was_cancelled=stop() and not self.finder.is_current())

    def _classify_anew(
        self, progress: Callable[[int, int], None], should_stop: Callable[[], bool]
    ) -> bool:
        """Give papers the topics of the configuration as it is now; False when it was stopped."""
        version = version_of(self.config.topics)
        if self.library.recall(_CLASSIFIED_BY) == version:
            return True
        is_done = self.library.reclassify(self.classifier, progress, should_stop)
        if is_done:
            self.library.remember(_CLASSIFIED_BY, version)
        return is_done

    def rebuild(self) -> None:
        """Make all that is derived anew: papers, topics and the index."""
        self.library.rebuild_derived(self.classifier)
        self.library.remember(_CLASSIFIED_BY, version_of(self.config.topics))
        try:
            self.finder.rebuild()
        except OSError as error:
            raise PaperReaderError(f"{self.paths.index} {_unwritable(error)}") from error

    def import_samples(
        self,
        *,
        progress: Callable[[Progress], None] | None = None,
        should_stop: Callable[[], bool] | None = None,
    ) -> Report:
        """Import the sample digests that come with paperreader."""
        from paperreader import intake  # noqa: PLC0415 - opening a desk stays quick

        samples = sorted(intake.sample_paths().iterdir())
        return self.import_paths(samples, progress=progress, should_stop=should_stop)

    def samples(self) -> list[tuple[str, str]]:
        """The sample digests that are in the library, each by its source and name."""
        from paperreader import intake  # noqa: PLC0415 - opening a desk stays quick

        folder = intake.sample_paths()
        documents = self.library.documents()
        return [(one.source, one.name) for one in documents if folder in Path(one.path).parents]

    def remove_samples(self) -> int:
        """Take the sample digests out; how many papers stand in no other digest and are gone."""
        papers = self.library.remove(self.samples(), self.classifier)
        self.finder.update()
        return papers

    def view_where(self, view: View) -> Condition:
        """The condition of a view; a saved search that is gone holds nothing."""
        if view.kind is not ViewKind.SAVED:
            return InView(view)
        query = self.library.saved_searches().get(view.key)
        return Either() if query is None else self.finder.where(query)

    def papers(
        self, where: Condition, sort: Sort = Sort.DATE, limit: int | None = None
    ) -> list[int]:
        """The numbers of the papers for which a condition holds, in order."""
        return self.library.select(where, sort, limit)

    def search(
        self,
        query: str,
        *,
        within: Condition | None = None,
        limit: int | None = None,
        as_you_type: bool = False,
        sort: Sort = Sort.RELEVANCE,
    ) -> Found:
        """What a query finds; it may be anything, also half typed."""
        return self.finder.find(
            query, within=within, limit=limit, as_you_type=as_you_type, sort=sort
        )

    def resolve(self, id: str) -> int:  # noqa: A002 - the word of the product
        """The number of the paper with this id or address; raises PaperReaderError."""
        number = self.library.number_of(id)
        if number is None:
            raise PaperReaderError(f"no paper {id!r}: try `paperreader search` for its id")
        return number

    def close(self) -> None:
        """Close what was opened."""
        if self._finder is not None:
            self._finder.close()
        self.library.close()


@dataclass(slots=True)
class _Indexing:
    """The indexing of an import: beside it in a process of its own once there is much to do."""

    desk: Desk
    last_paper: int
    follower: Follower | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.follower:
            self.follower.stop()

    def follow(self) -> None:
        """Start the process when there are many new papers."""
        new = self.desk.library.moment().last_paper - self.last_paper
        if self.follower is None and new >= _MANY_PAPERS:
            self.follower = self.desk.finder.follow()

    def finish(self, progress: Callable[[int, int], None], should_stop: Callable[[], bool]) -> None:
        """Bring the index up to date."""
        if self.follower:
            self.follower.finish(progress, should_stop)
        else:
            self.desk.finder.update(progress, should_stop)


def _unwritable(error: OSError) -> str:
    return (
        f"can't be written ({error.strerror}): make room or delete it, then run "
        "`paperreader doctor --rebuild`"
    )


def _tell_nobody(_progress: Progress) -> None:
    pass


def _go_on() -> bool:
    return False
