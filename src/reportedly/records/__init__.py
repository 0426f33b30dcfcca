"""Frozen records that cross rooms. Standard library only."""
