"""Words as a tokeniser and a stemmer may see them.

Nobody outside knows which tokeniser and which stemmer a search engine uses, so a text is kept in two forms: `chunks`, plain
words between blanks that every tokeniser sees alike, and `tokens`, every piece that some tokeniser could see.
"""
from __future__ import annotations

import re
import unicodedata
from typing import List, Set

from .stemming import akin, stems

# The stop words of Lucene's English analyser.
STOP_WORDS = frozenset("a an and are as at be but by for if in into is it no not of on or such that the their then there these they "
                       "this to was will with".split())
PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
AROUND = ".,;:!?()[]\"'“”‘’"


def fold(text: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each)).lower()


def pieces(text: str) -> List[str]:
    return re.findall(r"[^\W_]+", fold(text))


class Text:
    """One field of one paper."""

    def __init__(self, text: str) -> None:
        self.lower = text.lower()
        self.tokens = pieces(text)
        self.chunks: List[str] = []     # "" stands where a phrase cannot be trusted to go on
        self.joined: Set[str] = set()   # GPT-4 as gpt4
        for word in self.lower.split():
            bare = word.strip(AROUND)
            self.joined.add("".join(pieces(word)))
            self.chunks += [""] if word[:1] in AROUND else []
            self.chunks.append(bare if PLAIN.fullmatch(bare) else "")
            self.chunks += [""] if word[-1:] in AROUND else []
        self.stems = {each for token in {*self.tokens, *self.joined} for each in stems(token)}

    def has_chunks(self, wanted: List[str]) -> bool:
        return any(self.chunks[at:at + len(wanted)] == wanted for at in range(len(self.chunks) - len(wanted) + 1))

    def has_tokens(self, wanted: List[str]) -> bool:
        """Whether the words may stand in a row; a stop word stands for any word, or for none."""
        def in_a_row(words: List[str], tokens: List[str]) -> bool:
            return any(all(word in STOP_WORDS or akin(word, token) for word, token in zip(words, tokens[at:]))
                       for at in range(len(tokens) - len(words) + 1))

        without = [word for word in wanted if word not in STOP_WORDS]
        return bool(without) and (in_a_row(wanted, self.tokens)
                                  or in_a_row(without, [token for token in self.tokens if token not in STOP_WORDS]))
