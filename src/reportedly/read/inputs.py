"""What the user named -> raw reports: files, folders, globs and addresses, each refusal told with its reason."""

from __future__ import annotations

import glob
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.errors import FetchError, NotFoundError, UnreadableReportError
from reportedly.options import default
from reportedly.read.catalogue import NAME as CATALOGUE_NAME
from reportedly.read.catalogue import Catalogue, catalogue_in
from reportedly.read.charset import decode
from reportedly.read.compressed import GZIP_MAGIC, gunzipped
from reportedly.read.jsonl import row_of
from reportedly.read.sniff import is_html, looks_like
from reportedly.records.article import RawReport, Unread
from reportedly.records.ids import digest

if TYPE_CHECKING:
    from reportedly.read.fetch import Fetched

_MEDIA = {".html": "html", ".htm": "html", ".xhtml": "html", ".txt": "text", ".text": "text", ".md": "text",
          ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json"}
_NOT_YET = {".pdf": "a PDF document", ".doc": "an Office document", ".docx": "an Office document",
            ".rtf": "an RTF document", ".odt": "an OpenDocument text", ".epub": "an EPUB book",
            ".warc": "a web archive (WARC)",
            ".mhtml": "a web archive (MHTML)", ".mht": "a web archive (MHTML)", ".eml": "an e-mail"}
"""Kinds that a person may expect to be read: in a folder these are listed, other unknown files are passed over."""
_HINT = "reads .html .htm .xhtml .txt .text .md .jsonl .ndjson .json, each also as .gz"
_EXPECTED = {"html": "HTML", "text": "text", "json": "JSON", "jsonl": "JSON lines"}
_MEDIA_BY_TYPE = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "text/markdown": "text",
                  "application/json": "json", "application/x-ndjson": "jsonl", "application/jsonl": "jsonl"}

Fetcher = Callable[[str], "Fetched"]


@dataclass(frozen=True, slots=True)
class _Source:
    """One file, how the user reached it, and the table beside it."""

    path: Path
    where: str
    catalogue: Catalogue
    key: str
    """Its name in the table."""


def find_reports(paths: Iterable[str | os.PathLike[str]], *, url: str | None = None, outlet: str | None = None,
                 published: str | None = None, fetcher: Fetcher | None = None,
                 most_bytes: int | None = None) -> Iterator[RawReport | Unread]:
    """Every report that these paths lead to, in the order given (folders sorted), refusals in their place.

    `url`, `outlet`, `published` hold for every report and win over what the reports say. Raises NotFoundError, before
    anything is read, for a path that does not exist, a glob without a match, a folder with nothing to read.
    """
    given = {key: value for key, value in (("url", url), ("outlet", outlet), ("published", published)) if value}
    limit = most_bytes if most_bytes is not None else int(default("max-report-bytes") or 0)
    sources: list[_Source | Unread | str] = []
    for path in paths:
        name = os.fspath(path)
        sources += [name] if _is_address(name) else _expanded(name)
    return _reports(_once(sources), given, fetcher, limit)


def _is_address(name: str) -> bool:
    return name.casefold().startswith(("http://", "https://"))


def _once(sources: Iterable[_Source | Unread | str]) -> list[_Source | Unread | str]:
    """Without files or addresses that were named twice."""
    seen: set[object] = set()
    kept: list[_Source | Unread | str] = []
    for source in sources:
        key = source.path.resolve() if isinstance(source, _Source) else source
        if key not in seen:
            seen.add(key)
            kept.append(source)
    return kept


def _expanded(name: str) -> list[_Source | Unread]:
    path = Path(name)
    if path.is_dir():
        return _in_folder(path)
    if path.exists():
        return [_file(path, catalogue_in(path.parent), path.name)]
    if glob.has_magic(name):
        found = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute patterns
        if not found:
            raise NotFoundError(f"nothing matches {name}; looked for files in {Path(name).parent}")
        return [source for match in found for source in _matched(Path(match))]
    raise NotFoundError(f"{name} does not exist; looked for a file, a folder, a glob or an http(s) address")


def _matched(path: Path) -> list[_Source | Unread]:
    if path.is_dir():
        return _in_folder(path)
    return [] if path.name == CATALOGUE_NAME else [_file(path, catalogue_in(path.parent), path.name)]


def _in_folder(folder: Path) -> list[_Source | Unread]:
    """The folder's reports, sorted by path. Hidden files and the asset folders of saved pages are skipped."""
    found: list[_Source | Unread] = []
    catalogues: dict[Path, Catalogue] = {}
    for parent, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith(".") and not _is_assets(name, names))
        here = Path(parent)
        catalogues[here] = catalogue_in(here)
        found += catalogues[here].problems
        for name in sorted(names):
            if not name.startswith(".") and (source := _in_listing(here / name, catalogues, folder)) is not None:
                found.append(source)
    if not any(isinstance(source, _Source) for source in found):
        listed = "; ".join(f"{item.where}: {item.reason}" for item in found[:3] if isinstance(item, Unread))
        raise NotFoundError(f"{folder} has nothing to read; {_HINT}" + (f" (found {listed})" if listed else ""))
    return found


def _in_listing(path: Path, catalogues: Mapping[Path, Catalogue], top: Path) -> _Source | Unread | None:
    if path.name == CATALOGUE_NAME:
        return None
    if _media_of(path) is not None:
        return _file(path, *_row_for(path, catalogues, top))
    kind = _NOT_YET.get(path.suffix.casefold())
    return Unread(where=str(path), reason=f"{kind} is not read", hint=_HINT) if kind else None


def _row_for(path: Path, catalogues: Mapping[Path, Catalogue], top: Path) -> tuple[Catalogue, str]:
    """The nearest table that has a row for the file, from its own folder up to the one named."""
    here = path.parent
    while here != top and path.name not in catalogues[path.parent].rows:
        here = here.parent
        key = path.relative_to(here).as_posix()
        if key in catalogues[here].rows:
            return catalogues[here], key
    return catalogues[path.parent], path.name


def _is_assets(name: str, files: Sequence[str]) -> bool:
    """True for `Page_files` beside `Page.html`: pictures and frames that a browser saved along with a page."""
    stem = name.removesuffix("_files")
    return stem != name and (f"{stem}.html" in files or f"{stem}.htm" in files)


def _file(path: Path, catalogue: Catalogue, key: str) -> _Source:
    return _Source(path, str(path), catalogue, key)


def _media_of(path: Path) -> str | None:
    suffixes = [suffix.casefold() for suffix in path.suffixes]
    if suffixes and suffixes[-1] == ".gz":
        suffixes.pop()
    return _MEDIA.get(suffixes[-1]) if suffixes else None


def _reports(sources: Iterable[_Source | Unread | str], given: Mapping[str, str], fetcher: Fetcher | None,
             limit: int) -> Iterator[RawReport | Unread]:
    for source in sources:
        if isinstance(source, Unread):
            yield source
        elif isinstance(source, str):
            yield from _fetched(source, given, fetcher)
        else:
            yield from _read_file(source, given, limit)


def _read_file(source: _Source, given: Mapping[str, str], limit: int) -> Iterator[RawReport | Unread]:
    data = b""
    try:
        data = _content(source.path, source.where, limit)
        media = _checked_media(data, _media_of(source.path), source.where)
    except UnreadableReportError as error:
        yield _unread(error, data)
        return
    except OSError as error:
        yield Unread(where=source.where, reason=f"cannot be opened: {error.strerror or error}")
        return
    for raw in _split(RawReport(data=data, media=media, where=source.where, name=source.path.name)):
        if isinstance(raw, Unread):
            yield raw
            continue
        line = raw.name.removeprefix(f"{source.path.name}:")
        row = source.catalogue.row(source.key, int(line) if line.isdecimal() else None)
        yield with_given(raw, given, row)


def _unread(error: UnreadableReportError, data: bytes) -> Unread:
    return Unread(where=error.where, reason=error.reason, hint=error.hint, source=digest(data) if data else None)


def _content(path: Path, where: str, limit: int) -> bytes:
    if not path.is_file():
        raise UnreadableReportError(where, "is no regular file")
    size = path.stat().st_size
    if size > limit:
        raise UnreadableReportError(where, f"has {size:,} bytes; more than {limit:,} are not read",
                                    "raise max-report-bytes if this is one report, or split it")
    data = path.read_bytes()
    if not data:
        raise UnreadableReportError(where, "is empty")
    return gunzipped(data, where=where, most_bytes=limit) if data.startswith(GZIP_MAGIC) else data


def _checked_media(data: bytes, media: str | None, where: str) -> str:
    """The media by name, corrected by what the bytes are. Raises UnreadableReportError for what is no text."""
    if not data.strip():
        raise UnreadableReportError(where, "is empty")
    if (found := looks_like(data)) is not None:
        expected = _EXPECTED.get(media or "")
        raise UnreadableReportError(where, f"looks like {found}" + (f", not {expected}" if expected else ""), _HINT)
    if media in (None, "text", "html"):
        return "html" if is_html(data) else "text"
    return media or "text"


def with_given(raw: RawReport, given: Mapping[str, str], row: Mapping[str, str]) -> RawReport:
    """The report with what the user gave (which wins) and what `reports.csv` has for it (which gives way)."""
    weak = tuple(key for key in ("url", "outlet", "published", "title") if row.get(key) and key not in given)
    return replace(
        raw, catalogued=weak,
        url=given.get("url") or raw.url or row.get("url"), outlet=given.get("outlet") or row.get("outlet"),
        published=given.get("published") or row.get("published"), title=row.get("title"),
        retrieved=raw.retrieved or row.get("retrieved"))


def _split(whole: RawReport) -> Iterator[RawReport | Unread]:
    """A file of JSON as one raw report for each object, checked; anything else as it is."""
    if whole.media == "json":
        whole, pieces = _json_pieces(whole)
        if whole.media == "json":
            yield from (_checked(piece) for piece in pieces)
            return
    if whole.media != "jsonl":
        yield whole
        return
    for number, line in enumerate(_json_lines(whole.data), 1):
        if line.strip():
            yield _checked(replace(whole, data=line, media="json", where=f"{whole.where}:{number}",
                                   name=f"{whole.name}:{number}"))


def _json_lines(data: bytes) -> list[bytes]:
    decoded = decode(data)
    if decoded.encoding != "utf-8":  # lines can only be cut as bytes where a line feed is one byte
        data = decoded.text.encode()
    return [line.removesuffix(b"\r") for line in data.split(b"\n")]


def _json_pieces(whole: RawReport) -> tuple[RawReport, list[RawReport]]:
    """The objects of a JSON file: one object or a list of them. A file of JSON lines comes back as `jsonl`."""
    try:
        value = json.loads(decode(whole.data).text)
    except (ValueError, RecursionError):
        lines = [line for line in whole.data.split(b"\n") if line.strip()]
        is_lines = len(lines) > 1 and all(line.lstrip().startswith(b"{") for line in lines[:2])
        return (replace(whole, media="jsonl") if is_lines else whole), [whole]
    if not isinstance(value, list):
        return whole, [whole]
    return whole, [replace(whole, data=json.dumps(item, ensure_ascii=False).encode("utf-8", "surrogatepass"),
                           where=f"{whole.where}:{number}", name=f"{whole.name}:{number}")
                   for number, item in enumerate(value, 1)]


def _checked(raw: RawReport) -> RawReport | Unread:
    try:
        row_of(raw)
    except UnreadableReportError as error:
        return _unread(error, raw.data)
    return raw


def _fetched(address: str, given: Mapping[str, str], fetcher: Fetcher | None) -> Iterator[RawReport | Unread]:
    if fetcher is None:
        yield Unread(where=address, reason="is an address, and nothing is fetched here",
                     hint="give a saved page instead")
        return
    data = b""
    try:
        got = fetcher(address)
        data = got.data
        media = _checked_media(data, _MEDIA_BY_TYPE.get(got.media, got.media or None), address)
    except FetchError as error:
        yield Unread(where=address, reason=str(error).removeprefix(f"{address}: "))
        return
    except UnreadableReportError as error:
        yield _unread(error, data)
        return
    name = Path(address.partition("?")[0].rstrip("/")).name or "index"
    whole = RawReport(data=data, media=media, where=address, name=name, url=got.url, retrieved=got.retrieved,
                      charset=got.charset, given_by="http")
    for raw in _split(whole):
        yield raw if isinstance(raw, Unread) else with_given(raw, given, {})
