"""The command ``stancewire``: reads the command line, calls the run, prints. Every heavy import is inside a command."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline import __version__
from pipeline.errors import ConfigError, LockedError, ModelError, PipelineError

if TYPE_CHECKING:
    from pipeline.config import Config
    from pipeline.run.pipeline import Options, Result

EXIT_NOTHING, EXIT_USAGE, EXIT_STRICT, EXIT_LOCKED = 1, 2, 3, 75

sources_option = click.option(
    "--sources", type=click.Path(path_type=Path), default=None, help="Configuration file.  [default: sources.yaml]"
)
out_option = click.option(
    "--out", type=click.Path(path_type=Path), default=Path("outputs"), show_default=True, help="Output folder."
)


def _set_up_log(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    # Before anything else can go wrong: an error is an event of the log, too.
    from pipeline.terminal import set_up_log

    set_up_log(json_lines=value)


def shared(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options of every command that makes an edition."""
    for option in reversed(
        (
            sources_option,
            out_option,
            click.option("--executor", type=click.Choice(["serial", "processes"]), help="Where the work is done."),
            click.option("--workers", type=click.IntRange(1, 256), help="Processes of the executor."),
            click.option("--since", metavar="TIME", help="Leave out what is older: 2026-11-01, or 30d, 12h."),
            click.option("--dry-run", is_flag=True, help="Say what would be done and why, and do nothing."),
            click.option(
                "--json-log",
                is_flag=True,
                is_eager=True,
                callback=_set_up_log,
                help="Log to standard error as JSON, one event a line.",
            ),
            click.option("--strict", is_flag=True, help="Exit with 3 if a source failed."),
            click.option("--summary/--no-summary", default=None, help="Print the stances.  [default: on a terminal]"),
        )
    ):
        command = option(command)
    return command


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="stancewire")
def cli() -> None:
    """Who claims what, on which side of a question, and since when, with proof.

    Exit codes: 0 an edition stands; 1 nothing could be read or published; 2 bad configuration or usage;
    3 a source failed and --strict was asked; 75 another run is at work in the same folder.
    """


@cli.command()
@shared
def run(**arguments: object) -> None:
    """Read all sources and publish an edition if anything changed."""
    from pipeline.run.options import from_arguments

    _make_edition(from_arguments(arguments), arguments)


@cli.command()
@click.argument("items", nargs=-1, required=True, metavar="PATH|URL|-...")
@click.option("--question", "questions", multiple=True, metavar="TEXT", help="Ask this instead of the configured ones.")
@shared
def ingest(items: tuple[str, ...], questions: tuple[str, ...], **arguments: object) -> None:
    """Add files, folders, addresses or standard input (-) to the corpus, and publish an edition.

    Reads html, md, txt, eml, mbox, RSS, Atom and JSON feeds, and warc.
    """
    from pipeline.run.options import for_items

    _make_edition(for_items(arguments, items, questions), arguments)


@cli.command()
@shared
def publish(**arguments: object) -> None:
    """Make an edition from what was read before, without fetching anything."""
    from pipeline.run.options import from_arguments

    _make_edition(from_arguments(arguments, fetch=False), arguments)


def _make_edition(options: Options, arguments: dict[str, object]) -> None:
    from pipeline.run.clock import now
    from pipeline.run.pipeline import preview, run, summary
    from pipeline.terminal import last_line, progress, show_preview, show_result

    if arguments["dry_run"]:
        with progress() as shown:
            show_preview(preview(options, shown))
        return
    with progress() as shown:
        result = run(options, shown, now)
    wanted = arguments["summary"]
    show_result(result, stances=sys.stdout.isatty() if wanted is None else bool(wanted))
    last_line(summary(result))
    sys.exit(_exit_code(result, strict=bool(arguments["strict"])))


def _exit_code(result: Result, *, strict: bool) -> int:
    if result.edition_id is None:
        return EXIT_NOTHING
    failed = any(status.status == "failed" for status in result.sources)
    return EXIT_STRICT if strict and failed else 0


@cli.command()
@sources_option
@out_option
def status(sources: Path | None, out: Path) -> None:
    """Say what the last run did, what failed, and what the next one would do."""
    from pipeline.run.inspect import status_lines
    from pipeline.run.options import find_config

    for line in status_lines(find_config(sources), out):
        click.echo(line)


@cli.command()
@click.argument("claim_id")
@out_option
def explain(claim_id: str, out: Path) -> None:
    """Show a claim in its paragraph, and which evidence led to which label."""
    from pipeline.run.explain import explain_lines

    for line in explain_lines(claim_id, out):
        click.echo(line)


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("outputs"))
def verify(folder: Path) -> None:
    """Check an output folder without any model: hashes, schemas, and every span against its text."""
    from pipeline.verify import verify as check

    problems = check(folder)
    for problem in problems:
        click.echo(str(problem))
    click.echo(
        f"stancewire: {len(problems)} problem{'s' * (len(problems) > 1)} in {folder}"
        if problems
        else f"stancewire: {folder} is clean"
    )
    sys.exit(1 if problems else 0)


@cli.group()
def sources() -> None:
    """Check, import or export the list of sources."""


@sources.command("check")
@sources_option
@click.option("--online", is_flag=True, help="Also ask every address.")
def sources_check(sources: Path | None, online: bool) -> None:
    """Check the configuration, and with --online every address in it."""
    from pipeline.run.inspect import check_lines
    from pipeline.run.options import find_config

    failed = False
    for ok, line in check_lines(find_config(sources), online=online):
        failed |= not ok
        click.echo(line)
    sys.exit(1 if failed else 0)


@sources.command("import")
@click.argument("opml", type=click.Path(path_type=Path))
def sources_import(opml: Path) -> None:
    """Print the feeds of an OPML file as entries for sources.yaml."""
    from pipeline.run.opml import read_opml

    click.echo(read_opml(opml), nl=False)


@sources.command("export")
@sources_option
def sources_export(sources: Path | None) -> None:
    """Print the feeds of the configuration as OPML."""
    from pipeline.run.opml import write_opml
    from pipeline.run.options import find_config

    config: Config = find_config(sources)
    click.echo(write_opml(config.sources), nl=False)


@cli.command()
@click.argument("task")
@click.argument("source", type=click.Path(path_type=Path), metavar="IN.jsonl")
@click.argument("target", type=click.Path(path_type=Path), metavar="OUT.jsonl")
@sources_option
def predict(task: str, source: Path, target: Path, sources: Path | None) -> None:
    """Answer a benchmark's lines with the code of the main job, so that quality can be measured from outside."""
    from pipeline.run.predict import predict as answer

    count = answer(task, source, target, sources)
    click.echo(f"stancewire: {count} {task} predictions in {target}", err=True)


def main() -> None:
    """Run the command; errors that were foreseen end with one message and their exit code."""
    try:
        cli(standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("stancewire: stopped; the next run goes on from here", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(EXIT_USAGE)
    except PipelineError as error:
        from pipeline.terminal import show_error

        show_error(error.message, item=error.item, kind=error.kind)
        sys.exit(_code_of(error))


def _code_of(error: PipelineError) -> int:
    if isinstance(error, LockedError):
        return EXIT_LOCKED
    return EXIT_USAGE if isinstance(error, ConfigError | ModelError) else EXIT_NOTHING


if __name__ == "__main__":
    main()
