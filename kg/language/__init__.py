"""What the extractors know of a language: words, labels and patterns, all of it data."""
