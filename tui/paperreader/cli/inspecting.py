"""The commands about the installation: stats, topics, keys, paths, doctor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Any

from paperreader import config
from paperreader.cli.output import columns, note, say, say_json
from paperreader.cli.session import opened, paths_of, settings_of
from paperreader.library.filters import HasNote
from paperreader.library.views import Count, Every, Has, Mark, View, ViewKind

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from paperreader.desk import Desk
    from paperreader.ui.commands import Command


def stats(arguments: argparse.Namespace) -> int:
    """Say how much there is of everything."""
    with opened(arguments.library) as desk:
        facts = _facts(desk)
    if arguments.json:
        say_json(facts)
    else:
        say(columns([(label.replace("_", " "), value) for label, value in facts.items()]))
    return 0


def _facts(desk: Desk) -> dict[str, int | str | None]:
    library = desk.library
    every, counts = library.count(Every()), library.counts()
    dates = _as_exact_as_known(view.key for view in counts if view.kind is ViewKind.DATE)
    return {
        "papers": every.total,
        "unread": every.unread,
        "bookmarked": library.count(Has(Mark.BOOKMARKED)).total,
        "queued": library.count(Has(Mark.QUEUED)).total,
        "notes": library.count(HasNote()).total,
        "documents": len(library.documents()),
        "sources": sum(view.kind is ViewKind.SOURCE and counts[view].total > 0 for view in counts),
        "topics": sum(view.kind is ViewKind.TOPIC and counts[view].total > 0 for view in counts),
        "tags": sum(view.kind is ViewKind.TAG for view in counts),
        "first_date": dates[0] if dates else None,
        "last_date": dates[-1] if dates else None,
    }


def _as_exact_as_known(dates: Iterable[str]) -> list[str]:
    """The days, and the months and years without days of their own, in order."""
    known = set(dates)
    coarser = {each[:length] for each in known for length in (4, 7) if len(each) > length}
    return sorted(known - coarser)


def topics(arguments: argparse.Namespace) -> int:
    """List the topics with how many papers each has, and how many of them are unread."""
    with opened(arguments.library) as desk:
        counts = desk.library.counts()
        rows = [
            (topic, counts.get(View(ViewKind.TOPIC, topic.slug), Count(0, 0)))
            for topic in desk.classifier.topics
        ]
    if arguments.json:
        say_json({"topics": [topic._asdict() | count._asdict() for topic, count in rows]})
    else:
        table = [(topic.slug, count.total, count.unread, topic.name) for topic, count in rows]
        say(columns([("topic", "papers", "unread", "name"), *table]))
    return 0


def keys(arguments: argparse.Namespace) -> int:
    """List the keys of the reader, as the settings have them."""
    from paperreader.ui.remapping import table_of  # noqa: PLC0415 - only for keys
    from paperreader.ui.settings import usable  # noqa: PLC0415 - only for keys

    paths = paths_of(arguments.library)
    settings = settings_of(paths)
    chosen = usable(settings, paths.config, table_of)
    for wrong in chosen.wrong[len(settings.wrong) :]:
        note(wrong)
    table = table_of(chosen, paths.config)
    if arguments.json:
        say_json({"commands": [each._asdict() | {"shown": _shown(each)} for each in table]})
    else:
        say("\n\n".join(_key_groups(table)))
    return 0


def _key_groups(table: tuple[Command, ...]) -> Iterator[str]:
    for group, commands in groupby(table, key=lambda each: each.group):
        rows = [(" ".join(_shown(each)), each.id, each.help) for each in commands]
        yield f"{group}\n{columns(rows)}"


def _shown(command: Command) -> list[str]:
    from paperreader.ui.key_names import show_keys  # noqa: PLC0415 - only for keys

    return [show_keys(keys) for keys in command.keys]


def config_(arguments: argparse.Namespace) -> int:
    """Print a commented default config.toml, where it belongs, or what it says now."""
    from paperreader.ui.commands import COMMANDS  # noqa: PLC0415 - only for keys

    paths = paths_of(arguments.library)
    path = paths.config
    if arguments.json:
        say_json({"path": str(path), "settings": _settings(settings_of(paths))})
    elif arguments.path:
        say(str(path))
    else:
        say(config.commented_default((each.id, each.keys, each.help) for each in COMMANDS).rstrip())
    return 0


def _settings(now: config.Config) -> dict[str, Any]:
    values = {each.name: getattr(now, each.name) for each in config.SETTINGS}
    tables = {name: dict(value) for name, value in values.items() if isinstance(value, Mapping)}
    return {**values, **tables, "given": sorted(now.given)}


def paths(arguments: argparse.Namespace) -> int:
    """Say where the files are, whether they exist or not."""
    places: dict[str, Any] = {
        key: str(path) for key, path in asdict(paths_of(arguments.library)).items()
    }
    if arguments.json:
        say_json(places)
    else:
        say(columns(places.items()))
    return 0


def doctor(arguments: argparse.Namespace) -> int:
    """Check what can break, and rebuild what is derived when asked to; fails when trouble stays."""
    with opened(arguments.library, is_quiet=True) as desk:
        if arguments.rebuild:
            desk.rebuild()
        troubles = list(_troubles(desk))
    if arguments.json:
        say_json({"troubles": troubles})
        return int(bool(troubles))
    say("\n".join(troubles) if troubles else "the library, the index and the settings are sound")
    return int(bool(troubles))


def _troubles(desk: Desk) -> Iterator[str]:
    # Only this command looks at them without opening the reader.
    from paperreader.ui.settings import use_settings  # noqa: PLC0415

    use_settings(desk)
    yield from desk.config.wrong_by_line
    yield from desk.library.check()
    if desk.library.revision and not desk.finder.is_current():  # the first import makes it
        yield "the index is behind the library: import again, or `paperreader doctor --rebuild`"
