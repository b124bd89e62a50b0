"""What the words of a question mean, as strings whose first character tells the kind.

#x a concept of the lexicon · ?x what is asked for, "?who" · @x a source · ~x a source if it speaks ·
^x somebody whom the report does not quote, "^" any of them · !x words about statements, "!say", "!judge" ·
+ the negative · = a tag, "right?" · % a filler · $ an attempt to direct the bot · anything else is the stem of a word,
or a number in digits.
"""

from __future__ import annotations

Features = frozenset[str]
