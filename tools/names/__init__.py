"""What trains the reader of names: corpora, their guideline, variety, and scores."""
