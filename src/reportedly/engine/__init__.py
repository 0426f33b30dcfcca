"""Wires the rooms: `build` and `add` read, annotate, link and write one report a transaction."""
