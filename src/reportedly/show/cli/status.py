"""`reportedly status`."""

from __future__ import annotations

import sys

from reportedly.show.cli import arguments as the


def status(story: the.StoryFolder, as_json: the.AsJson = False, quiet: the.Quiet = False) -> None:
    """Say what a story holds: its revisions, and what could not be read.

    Examples:

      reportedly status quake
    """
    import msgspec

    from reportedly.show import api
    from reportedly.show.cli.brief import unread_lines
    from reportedly.show.cli.printing import print_aligned, write
    from reportedly.text.counted import counted

    opened = api.open(story)
    revisions, unread = opened.revisions, opened.unread
    if as_json:
        found = {"revisions": revisions, "unread": unread}
        sys.stdout.write(msgspec.json.format(msgspec.json.encode(found), indent=2).decode() + "\n")
    elif not quiet:
        write(f"{counted(sum(revision.reports for revision in revisions), 'report')} in "
              f"{counted(len(revisions), 'revision')}")
        print_aligned(["revision", "known at", "reports", "by"],
                      [[str(revision.number), revision.known_at, str(revision.reports), revision.note]
                       for revision in revisions])
        if unread:
            write("\n".join(unread_lines(unread, 100, most=len(unread))))
