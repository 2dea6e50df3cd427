"""Porter's stemmer (M. F. Porter, An algorithm for suffix stripping, 1980), written from the paper."""
from __future__ import annotations

import re
from functools import lru_cache
from typing import Sequence, Tuple

Rules = Sequence[Tuple[str, str]]

LONGER: Rules = (
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"), ("alli", "al"),
    ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"),
    ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"))
SHORTER: Rules = (("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""))
LAST: Rules = tuple((ending, "") for ending in (
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic", "ou"))


@lru_cache(maxsize=None)
def stem(word: str) -> str:
    if len(word) <= 2 or not (word.isascii() and word.isalpha()):
        return word
    word = _plural(word)
    word = _participle(word)
    if word.endswith("y") and _has_vowel(word[:-1]):
        word = word[:-1] + "i"
    word = _replace(word, LONGER, 1)
    word = _replace(word, SHORTER, 1)
    word = _replace(word, LAST, 2)
    if word.endswith("e") and (_measure(word[:-1]) > 1 or _measure(word[:-1]) == 1 and not _short(word[:-1])):
        word = word[:-1]
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word


def akin(one: str, other: str) -> bool:
    """Whether a stemmer, this one or a later and milder one, might take them for the same word."""
    return bool(stems(one) & stems(other))


@lru_cache(maxsize=None)
def stems(word: str) -> frozenset:
    bare = re.sub("(?<=[a-z]{4})(?:ly|ments?|es|ed|ing|s)$", "", word)
    return frozenset((stem(word), stem(bare), bare, word))


def _plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _participle(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    for ending in ("ed", "ing"):
        short = word[:-len(ending)]
        if word.endswith(ending) and _has_vowel(short):
            if short.endswith(("at", "bl", "iz")):
                return short + "e"
            if _doubled(short) and short[-1] not in "lsz":
                return short[:-1]
            return short + "e" if _measure(short) == 1 and _short(short) else short
    return word


def _replace(word: str, rules: Rules, least: int) -> str:
    """Applies the longest ending that fits, if enough of the word is left before it."""
    fitting = [rule for rule in rules if word.endswith(rule[0])]
    if not fitting:
        return word
    ending, replacement = max(fitting, key=lambda rule: len(rule[0]))
    before = word[:-len(ending)]
    if _measure(before) < least or ending == "ion" and not before.endswith(("s", "t")):
        return word
    return before + replacement


def _shape(word: str) -> str:
    """The word as c for consonant and v for vowel; y is a vowel after a consonant."""
    shape = ""
    for at, letter in enumerate(word):
        vowel = letter in "aeiou" or letter == "y" and at > 0 and shape[-1] == "c"
        shape += "v" if vowel else "c"
    return shape


def _measure(word: str) -> int:
    return len(re.findall("v+c+", _shape(word)))


def _has_vowel(word: str) -> bool:
    return "v" in _shape(word)


def _doubled(word: str) -> bool:
    return len(word) > 1 and word[-1] == word[-2] and _shape(word)[-1] == "c"


def _short(word: str) -> bool:
    """Ends consonant, vowel, consonant, the last one not w, x or y."""
    return _shape(word)[-3:] == "cvc" and word[-1] not in "wxy"
