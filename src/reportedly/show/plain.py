"""Records as plain values, and files written the same way on every machine."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import TypeAlias

Plain: TypeAlias = "bool | int | float | str | list[Plain] | dict[str, Plain] | None"


def plain(value: object) -> Plain:
    """The value as what JSON can hold. Sets are sorted, an open end of a range (infinity) is null.

    Raises TypeError for what is neither a record nor a plain value.
    """
    if isinstance(value, Enum):
        return plain(value.value)
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in sorted(value.items(), key=lambda pair: str(pair[0]))}
    if isinstance(value, set | frozenset):
        return [plain(item) for item in sorted(value, key=str)]
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    raise TypeError(f"{type(value).__name__} is no record and no plain value")


def urn(item: str) -> str:
    """The name of an item outside of its story: `urn:reportedly:ID`."""
    return f"urn:reportedly:{item}"


def json_text(value: object, *, indent: int | None = 1) -> str:
    """The value as JSON text, keys in the order of the record's fields."""
    return json.dumps(plain(value), ensure_ascii=False, indent=indent, allow_nan=False)


def write(folder: Path, name: str, content: str | bytes) -> Path:
    """Write one file below the folder, making folders as needed, and give its path.

    Text is UTF-8 with the newlines it has; half a surrogate pair, which UTF-8 cannot hold, becomes `?`.
    """
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "replace"))
    return path
