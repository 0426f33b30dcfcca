"""The command `reportedly`: one command a file; each parses, calls `show.api` and prints."""
