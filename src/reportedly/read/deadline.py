"""One deadline for a whole exchange with a server.

The timeouts of an HTTP client count from one byte to the next, so a server that sends a byte now and then is never
late. Here a timer cuts the connection instead, whatever the server does.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Mapping
from typing import Any, Self

_OPENED = frozenset({"connection.connect_tcp.complete", "connection.start_tls.complete"})


class Deadline:
    """Counts from its `with` statement; when it is over, the connection it was shown is shut down."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.is_over = False
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._ends = time.monotonic() + self.seconds
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    @property
    def remaining(self) -> float:
        """Seconds left, never less than a millisecond: clients take zero for no limit."""
        return max(0.001, self._ends - time.monotonic())

    def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """For the `trace` extension of httpx: learns which connection is open."""
        if event not in _OPENED:
            return
        with self._lock:
            self._socket = info["return_value"].get_extra_info("socket")
            if self.is_over:
                self._shut()

    def _cut(self) -> None:
        with self._lock:
            self.is_over = True
            self._shut()

    def _shut(self) -> None:
        if self._socket is not None:
            with contextlib.suppress(OSError):  # closed already, by either side
                self._socket.shutdown(socket.SHUT_RDWR)
