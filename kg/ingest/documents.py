"""From a record to a document with passages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile

from kg.ingest.blocks import Block, find_blocks
from kg.ingest.decode import decode
from kg.ingest.kinds import kinds
from kg.ingest.languages import document_language, passage_language
from kg.ingest.metadata import front_matter, read_date, read_language, read_url
from kg.ingest.records import Record, Skipped
from kg.ingest.rules import PassageRules
from kg.model import DateOrigin, Document, Passage, PassageKind, Span, make_id

#: ``Document.date_rule`` of a date that the metadata gives
DATE_RULE = "metadata"


def make_document(record: Record, rules: PassageRules) -> Document | Skipped:
    """Decode a record and cut its text into passages. Pure: the same record and rules give the same document.

    Metadata of the record goes before front matter in the text; front matter stays in the text but is no passage.
    Values that are no date, language or address are ignored; ``Record.warnings`` says so.

    Args:
        record: as a reader yields it.
        rules: of the language of the corpus.

    Returns:
        The document, or the reason why it is left out: empty, binary, too large.
    """
    decoded = decode(record.data, record.encoding_hint)
    if isinstance(decoded, str):
        return Skipped(record.identifier, decoded)
    sha256 = hashlib.sha256(record.data).hexdigest()
    doc_id = make_id("doc", record.identifier, sha256)
    begin, header, _ = front_matter(decoded.text)
    metadata = {**header, **record.metadata}
    blocks = find_blocks(decoded.text, begin, rules)
    languages = [passage_language(block.cleaned, rules) for block in blocks]
    language = read_language(metadata.get("language", "")) or document_language(
        zip((block.cleaned for block in blocks), languages, strict=True), rules
    )
    passages = _passages(doc_id, blocks, (found or language for found in languages), rules)
    published = read_date(metadata.get("date", ""))
    return Document(
        id=doc_id,
        identifier=record.identifier,
        text=decoded.text,
        language=language,
        sha256=sha256,
        passages=passages,
        published=published,
        date_origin=DateOrigin.GIVEN if published else None,
        date_rule=DATE_RULE if published else None,
        url=read_url(metadata.get("url", "")),
        publisher=metadata.get("publisher"),
        title=_title(metadata, passages, rules),
        encoding=decoded.encoding,
    )


def _passages(
    doc_id: str, blocks: Sequence[Block], languages: Iterable[str], rules: PassageRules
) -> tuple[Passage, ...]:
    return tuple(
        Passage(Span(doc_id, block.begin, block.end), kind, language, block.cleaned, block.alignment)
        for block, kind, language in zip(blocks, kinds(blocks, rules), languages, strict=True)
    )


def _title(metadata: Mapping[str, str], passages: Sequence[Passage], rules: PassageRules) -> str | None:
    """The title given, else the first above all paragraphs, if possible more than a label (``ENTRETIEN``)."""
    if "title" in metadata:
        return metadata["title"]
    opening = takewhile(lambda p: p.kind is not PassageKind.BODY or p.cleaned[-1] not in rules.terminal, passages)
    titles = [passage.cleaned for passage in opening if passage.kind is PassageKind.TITLE]
    return next((t for t in titles if len(t.split()) >= rules.title.words), titles[0] if titles else None)
