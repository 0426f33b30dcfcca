"""The static folder: pages that open from disk, without a server and without JavaScript."""

from __future__ import annotations

from pathlib import Path

from reportedly.dossier.records import Dossier
from reportedly.show.changed import Changes
from reportedly.show.plain import write
from reportedly.show.web.pages import render


def export(dossier: Dossier, folder: Path, *, shared: bool = False, base: str = "",
           changes: Changes | None = None) -> list[Path]:
    """Write every page; `index.html`, the one to open, comes first.

    `shared`: fit to publish, reports are shown as excerpts; `base`: the address under which the folder will stand;
    `changes`: what changed since an earlier revision, told on a page of its own.
    """
    pages = render(dossier, shared=shared, base=base, changes=changes)
    names = sorted(pages, key=lambda name: (name != "index.html", name))
    return [write(folder, name, pages[name]) for name in names]
