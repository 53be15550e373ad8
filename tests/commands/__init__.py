"""The command line, in process: its words, its JSON, its exits."""
