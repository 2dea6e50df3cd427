"""An independent reading of the query language over the recorded papers.

Every query is read twice. `surely`: the words stand there letter by letter, no tokeniser or stemmer could miss them. `perhaps`:
some reasonable tokeniser and stemmer might find them. A service is right when it offers all that surely answers and nothing
that does not even perhaps; an exclusion swaps the two.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Iterable, List, Optional, Tuple, Union

from .recordings import Paper
from .stemming import stems
from .words import AROUND, PLAIN, STOP_WORDS, Text, pieces

FIELDS = ("title", "abstract", "author", "org", "cat")
EVERYWHERE = ("title", "abstract")
WORDS_OF_THEIR_OWN = ("c++", "c#")
LEXEME = re.compile(r'\s*(?P<minus>-(?=\S))?(?:(?P<field>' + "|".join(FIELDS) + r'):)?'
                    r'(?P<token>"[^"]*"|[()]|[^\s()"]+)')


class QueryError(ValueError):
    pass


@dataclass(frozen=True)
class Term:
    """A word, a phrase or the beginning of a word, looked for in one of the fields."""
    kind: str
    fields: Tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Not:
    inner: "Query"


@dataclass(frozen=True)
class Many:
    every: bool
    inner: Tuple["Query", ...]


Query = Union[Term, Not, Many]


@lru_cache(maxsize=None)
def parse(text: str) -> Query:
    lexemes, at = [], 0
    while text[at:].strip():
        found = LEXEME.match(text, at)
        if not found:
            raise QueryError(f"at {at}: {text}")
        lexemes.append(found)
        at = found.end()
    query, rest = _clauses(lexemes, EVERYWHERE, inside=False)
    if rest or query is None:
        raise QueryError(text)
    return query


def _clauses(lexemes: list, fields: Tuple[str, ...], inside: bool) -> Tuple[Optional[Query], list]:
    """The clauses up to the closing parenthesis or the end, and the lexemes after it."""
    clauses: List[Query] = []
    operators = set()
    expected, negated = None, False
    while lexemes:
        lexeme, lexemes = lexemes[0], lexemes[1:]
        token = lexeme["token"]
        if token == ")" and not lexeme["field"]:
            if not inside:
                raise QueryError("a parenthesis too many")
            return _joined(clauses, operators, expected or negated), lexemes
        if token in ("AND", "OR") and not lexeme["field"]:
            if expected or negated or not clauses:
                raise QueryError(f"{token} joins nothing")
            expected = token
            continue
        if token == "NOT" and not lexeme["field"]:
            negated = not negated
            continue
        here = (lexeme["field"],) if lexeme["field"] else fields
        if token == "(":
            clause, lexemes = _clauses(lexemes, here, inside=True)
        else:
            clause = _term(token, here)
        if lexeme["minus"]:
            negated = not negated
        if clause is not None:
            if clauses:
                operators.add(expected or "AND")
            clauses.append(Not(clause) if negated else clause)
        expected, negated = None, False
    if inside:
        raise QueryError("a parenthesis is open")
    return _joined(clauses, operators, expected or negated), []


def _joined(clauses: List[Query], operators: set, dangling: object) -> Optional[Query]:
    if dangling or len(operators) > 1:
        raise QueryError("AND and OR are mixed, or join nothing")
    if len(clauses) == 1:
        return clauses[0]
    return Many("OR" not in operators, tuple(clauses)) if clauses else None


def _term(token: str, fields: Tuple[str, ...]) -> Optional[Term]:
    if token.startswith('"'):
        return Term("phrase", fields, token[1:-1])
    if re.fullmatch(r"[^\W_]{3,}\*", token):
        return Term("prefix", fields, token[:-1])
    return None if token.lower() in STOP_WORDS else Term("word", fields, token)


@lru_cache(maxsize=None)
def surely(query: str, paper: Paper) -> bool:
    return _answers(parse(query), _view(paper), True)


@lru_cache(maxsize=None)
def perhaps(query: str, paper: Paper) -> bool:
    return _answers(parse(query), _view(paper), False)


def any_surely(queries: Iterable[str], paper: Paper) -> bool:
    return any(surely(query, paper) for query in queries)


def any_perhaps(queries: Iterable[str], paper: Paper) -> bool:
    return any(perhaps(query, paper) for query in queries)


@lru_cache(maxsize=None)
def _view(paper: Paper) -> dict:
    """The texts of each field: what everyone sees first, what only some see (an organisation's handle, split) after it."""
    handles = [re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name) for name in paper.organisations[1:]]
    return {"title": ([Text(paper.title)], []), "abstract": ([Text(paper.abstract)], []), "cat": ([], []),
            "author": ([Text(name) for name in paper.authors], []),
            "org": ([Text(name) for name in paper.organisations[:1]], [Text(name) for name in list(paper.organisations[1:]) + handles])}


def _answers(query: Query, view: dict, sure: bool) -> bool:
    if isinstance(query, Not):
        return not _answers(query.inner, view, not sure)
    if isinstance(query, Many):
        return (all if query.every else any)(_answers(each, view, sure) for each in query.inner)
    for field in query.fields:
        everyone, some = view[field]
        named = field in ("author", "org")
        if any(_stands(query, text, sure, named) for text in (everyone if sure else everyone + some)):
            return True
    return False


def _stands(term: Term, text: Text, sure: bool, named: bool) -> bool:
    lower = term.text.lower()
    if term.kind == "prefix":
        if sure:
            return any(chunk.startswith(lower) for chunk in text.chunks if chunk.isalnum())
        return any(token.startswith("".join(pieces(lower))) for token in [*text.tokens, *text.joined])
    if lower in WORDS_OF_THEIR_OWN:
        return lower in ([word.strip(AROUND) for word in text.lower.split()] if sure else text.lower)
    if sure:
        wanted = [word.strip(AROUND) if term.kind == "word" else word for word in lower.split()]
        return bool(wanted) and all(map(PLAIN.fullmatch, wanted)) and text.has_chunks(wanted)
    wanted = pieces(term.text)
    if named:       # a name is not inflected, and its parts may come in another order
        return bool(wanted) and all(word in text.tokens or word in text.joined for word in wanted)
    if term.kind == "phrase":
        return text.has_tokens(wanted)
    wanted = [word for word in wanted if word not in STOP_WORDS]
    return bool(wanted) and (all(stems(word) & text.stems for word in wanted) or "".join(pieces(lower)) in text.joined)
