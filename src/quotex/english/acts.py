"""Words by which English-language news tells what somebody did or holds, and quotes nobody."""

from __future__ import annotations

import re

# fmt: off
TOPICAL = frozenset([
    "conclude", "debate", "declare", "defend", "depict", "describe", "discuss", "endorse", "issue", "list", "portray",
    "present", "publish", "question", "reject", "release",
])
"""Verbs of speech whose object, where it is but a noun, is what one speaks of, and nothing that one says."""
ATTITUDES = frozenset([
    "applaud", "attack", "back", "condemn", "criticise", "criticize", "denounce", "offer", "oppose", "praise",
    "request", "slam", "support", "thank",
])
# fmt: on
"""Verbs that tell how one stands to what is their object; its words are the article's."""
EXPRESSING = frozenset(["express", "voice"])
"""Verbs of putting in words what is thought or felt: "<expressed> the hope"."""
WORDLESS = frozenset(["aim", "decline", "intend", "plan", "refuse", "require"])
"""Verbs that tell what somebody means or has to do, or not to do, in words or without."""
NAMING = frozenset(["brand", "call", "decry", "describe", "dub", "label", "term"])
"""Verbs behind which stands what somebody called someone or something."""
ISSUES = frozenset(["issue", "make", "post", "publish", "put", "record", "release", "share", "sign", "write"])
"""Verbs of putting out what speaks for one: "<posted> a video saying …"."""
PICTURES = frozenset(["cctv", "clip", "film", "footage", "image", "photo", "photograph", "picture", "video"])
PICTURES |= {"clips", "films", "images", "photos", "photographs", "pictures", "videos"}
"""What shows, and says nothing."""
IN_PASSING = re.compile(
    r"""\b(?:
      having\ said\ (?:all\ )?(?:that|this|so),
    | (?:this|that)\ (?:is|being|having\ been)\ (?:to\ say|said)
    | (?:needless|suffice(?:\ it)?|strange|sad|sorry)\ to\ say
    | to\ say\ (?:nothing\ of|the\ least)
    | it(?:\ is|\ was|\ would\ be|\ seems|['’]s)\ (?:\w+\ )?\w+\ to\ say
    | (?:it\ )?(?:goes|went)\ without\ saying
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""Turns of speech by which a text itself says something."""
