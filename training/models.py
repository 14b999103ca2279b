"""The models: trees for headings, which weigh looks against one another; logistic regression for sentences."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

# A feature of sentences counts if so many bodies have it.
LEAST_BODIES = 4
# Of a few values around these none is clearly better.
STRENGTH, ROUNDS, LEAVES = 0.2, 60, 8


Looks = dict[str, float]
Model = Callable[[Sequence[Looks]], list[float]]
WordModel = Callable[[Sequence[frozenset[str]]], list[float]]
"""How likely each of several things is, from 0 to 1."""


def fit_trees(rows: Sequence[Looks], wanted: Sequence[bool], documents: Sequence[str]) -> Model:
    """Boosted trees; a long document weighs more than a short one, but less than by its length."""
    names = sorted(rows[0])
    length = Counter(documents)
    trees = HistGradientBoostingClassifier(
        max_iter=ROUNDS,
        max_leaf_nodes=LEAVES,
        learning_rate=0.1,
        min_samples_leaf=20,
        l2_regularization=1,
        random_state=0,
    ).fit(_table(rows, names), wanted, sample_weight=[length[name] ** -0.5 for name in documents])
    return lambda asked: trees.predict_proba(_table(asked, names))[:, 1].tolist() if asked else []


def _table(rows: Sequence[Looks], names: Sequence[str]) -> list[list[float]]:
    return [[float(row[name]) for name in names] for row in rows]


def fit_linear(
    rows: Sequence[frozenset[str]], wanted: Iterable[Sequence[bool]], bodies: Sequence[str]
) -> list[WordModel]:
    """Logistic regression over the features that several bodies share, one for each thing that is wanted."""
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for row, body in zip(rows, bodies, strict=True):
        for name in row:
            holders[name].add(body)
    kept = {name for name, found in holders.items() if len(found) >= LEAST_BODIES}
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform(_ones(row & kept for row in rows))
    # the solver takes no wider indices
    table.indices, table.indptr = table.indices.astype("int32"), table.indptr.astype("int32")
    return [_linear(vectorizer, table, one) for one in wanted]


def _linear(vectorizer: DictVectorizer, table: csr_matrix, wanted: Sequence[bool]) -> WordModel:
    model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=300, random_state=0).fit(table, wanted)
    return lambda asked: model.predict_proba(vectorizer.transform(_ones(asked)))[:, 1].tolist() if asked else []


def _ones(rows: Iterable[frozenset[str]]) -> list[dict[str, float]]:
    return [dict.fromkeys(sorted(row), 1.0) for row in rows]
