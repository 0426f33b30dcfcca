"""A reader on a free port of loopback, stopped at the end."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import uvicorn

from reportedly.show.api import Story
from reportedly.show.web.correcting import Corrections
from reportedly.show.web.guard import Guard
from reportedly.show.web.server import application, named


@contextmanager
def serving(stories: Iterable[Story], password: str | None = None) -> Iterator[str]:
    """The address of a running reader of these stories, who may correct them."""
    corrections = Corrections(Guard(password=password))
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(application(named(stories), ["127.0.0.1"], corrections),
                                               log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            while not server.started and thread.is_alive():
                time.sleep(0.01)
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
