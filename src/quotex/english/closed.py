"""Closed classes of English: the words of which no new ones are made, in small letters."""

from __future__ import annotations

FIRST_SINGULAR = frozenset(["i", "me", "my", "myself"])
FIRST_PLURAL = frozenset(["we", "us", "our", "ourselves"])
FIRST_PERSON = FIRST_SINGULAR | FIRST_PLURAL
SECOND_PERSON = frozenset(["you", "your", "yours", "yourself"])
INTERLOCUTORS = frozenset(["i", "we", "you"])
"""What those who talk to each other call themselves and one another."""
MASCULINE = frozenset(["he", "him", "his", "himself"])
FEMININE = frozenset(["she", "her", "hers", "herself"])
PERSONAL = MASCULINE | FEMININE
"""Pronouns of the third person that are said of one person."""
CALLED = frozenset(["called", "dubbed", "named"])
ITS = "its"
OWN = "own"
WITHIN = "within"
EVEN = "even"
CONTRACTED_HAD = frozenset(["'d", "’d"])
"""Short for "would" too."""
NEUTER = frozenset(["it", ITS, "itself"])
THIRD_PLURAL = frozenset(["they", "them", "their", "theirs", "themselves"])
THIRD_PERSON = PERSONAL | NEUTER | THIRD_PLURAL
RELATIVE = frozenset(["who", "which", "that", "whom", "whose"])
DEPENDENT_RELATIVES = RELATIVE - {"that"}
"""Those with which no sentence begins that states something."""
WHICH = "which"
PERSONAL_RELATIVE = "who"
"""The relative pronoun that is said of persons only."""
ANYBODY = frozenset(["anybody", "anyone"])
NOBODY = frozenset(["nobody", "no one", "no-one", "none"])
PRONOUNS = FIRST_PERSON | PERSONAL | NEUTER | THIRD_PLURAL | RELATIVE
"""Pronouns that can be the source of a quotation in the news; "you" is none."""
SUBJECT_RELATIVES = frozenset(["who", "which", "that"])
"""Relative pronouns that can be the subject of their clause."""
INTERROGATIVES = frozenset(["how", "why", "what", "who", "whom", "whose", "which", "where", "whether", "if"])
"""Words that open a question, asked or reported."""
WHETHER = "whether"
WHEN = "when"
POLAR_INTERROGATIVES = frozenset([WHETHER, "if"])
"""Words that open a reported question which yes or no answers."""
VAGUE = frozenset(["this", "that", "it", "there", "these", "those", "what", "nothing", "everything"])
"""Subjects that do not say what is meant."""
QUANTIFIERS = frozenset(["some", "many", "several", "these", "those", "another"])
"""Words that begin a noun phrase and are part of no name."""
EMPTY = frozenset(["it", "this", "that", "these", "those", "so", "them", "him", "her", "which", "more", "less"])
"""Words that by themselves do not tell what somebody says."""
COMPLEMENTIZER = "that"
CONTRASTS = frozenset(["high", "highe", "lower", "other", "rival", "trial", "upper"])
"""The beginnings of words before a noun that tell one of a kind from another: "the lower court"."""
LEANINGS = frozenset(["center", "centre", "left", "right", "wing"])
"""What ends words that tell of one's politics, and not of one's work: "the far-<right> minister"."""
STATE = "state"
PARTS = frozenset(["city", "county", "district", "province", "region", STATE, "territory", "town"])
"""What is a part of a state, and owns some of what a state has: "the <county's> highest court"."""
TOWNSHIPS = frozenset(["city", "county", "province", "town"])
"""Of these, the ones that a body has in its name only if it is theirs: a State Department is no state's."""
WHOLE = frozenset(["federal", "national", "us"])
"""What is said in its name of what a whole state has, or a state of states."""
LOCAL = frozenset(["district", "local", "municipal", "provincial", "regional"])
"""What tells where an office is held, and nothing of who holds it: "the <local> governor"."""
PREDICATIVE = "as"
"""What stands between whom or what one describes and how: "described him as a thief"."""
CONDITION = "if"
ADDING = frozenset(["just", "merely", "only", "simply"])
"""Words behind which a negation denies nothing: "not only did she go"."""
THAN = "than"
COORDINATORS = frozenset(["but", "and", "so", "yet", "or", "nor"])
"""Conjunctions that tie a main clause to the one before it."""
DEGREE = "so"
"""What is one of them, but not before what it says the degree of: "so far"."""
SUBORDINATORS = frozenset(
    ["since", "because", "after", "before", "while", "as", "although", "though", "when", "until", "whereas"]
)
"""Conjunctions of clauses that say when, why or against what; those of conditions are words of modality."""
MODALS = frozenset(["may", "might", "could", "would", "can", "'d", "’d"])
PERFECT = "have"
"""The auxiliary of the perfect."""
ABLE = frozenset(["can", "ca"])
"""Forms of "can" as the parser cuts them; "ca" is that of "can't"."""
OBLIGING = frozenset(["must", "ought", "shall", "should"])
"""Auxiliaries by which something ought to be done."""
PRESENT = frozenset(["am", "are", "is", "'m", "'re", "'s", "’m", "’re", "’s"])
"""The present of "be"."""
BEING = "being"
FUTURE = frozenset(["will", "'ll", "’ll", "wo"])
"""Auxiliaries of the future as the parser cuts them; "wo" is that of "won't"."""
AHEAD = frozenset(["will", "'ll", "’ll", "shall", "would", "to", "must", "may", "can", "should"])
"""Auxiliaries by which what a verb says lies ahead."""
POSSIBLY = frozenset(["could", "might"])
"""Auxiliaries by which what a verb says may lie ahead."""
NOT = frozenset(["not", "n't", "n’t", "never"])
COMPARING = frozenset(["more", "most"])
"""What is a comparative by form but, before a noun, a mere share: "most voters"."""

ARTICLES = frozenset(["the", "a", "an"])
DEFINITE = frozenset(["the", "this", "that", "these", "those"])
"""Determiners that point back to what is known."""
INDEFINITE = frozenset(["a", "an", "another", "one"])
"""Determiners that bring in somebody or something new."""
ANAPHORIC = frozenset(["another", "both", "former", "latter", "one", "other", "others"])
"""Words that leave their noun to what stands before: "the <other> declined"."""
FIRST = "first"
FURTHER = frozenset(["another", "second", "third", "fourth", "other"])
"""Words that bring in one more of those told of."""
ONE_OF_MANY = frozenset(["another", "one", "other"])
"""Of these, the ones that leave one of those told of last, whoever they are."""
POSSESSIVE_ENDINGS = frozenset(["'s", "’s", "'", "’"])
COUNTING = frozenset(["these", "those", "many", "some", "several", "most"])
"""Determiners and quantifiers that say more than one."""
DEFINITE_ARTICLE = "the"
JUNCTIONS = frozenset(["of", "for", "on", "in", "at", "to", "and", "from", "with"])
"""Words by which a noun's phrase goes on behind it: "head of the bank"."""
NO_DESCRIPTION = (
    JUNCTIONS
    | RELATIVE
    | PRONOUNS
    | {"about", "after", "against", "as", "before", "behind", "by", "over", "than", "under"}
)
"""Words behind which a name is another's than his of whom the words before tell."""
POSSESSIVE_DETERMINERS = frozenset(["his", "her", "their", "its"])
"""Those of the third person."""
OPENERS = (
    SUBORDINATORS
    | {"about", "according", "across", "almost", "among", "at", "both", "but", "by", "despite", "during", "few", "for"}
    | {"from", "he", "her", "his", "however", "if", "in", "it", "its", "many", "meanwhile", "more", "most", "nearly"}
    | {"on", "several", "she", "some", "such", "the", "their", "there", "these", "they", "this", "those", "under", "we"}
    | {"what", "with", "within", "without"}
)
"""Words with which a sentence often begins, and that no name has as its second word or a later one in capitals."""
AND = "and"
ABOUT = "about"
OF = "of"
FORMER = "former"
LATTER = "latter"
ONE = "one"
ANY = "any"
FOR = "for"
TO = "to"
ACCORDING = "according"
ON = "on"
FROM = "from"
IN = "in"
AT = "at"
BY = "by"
BETWEEN = "between"
BOTH = "both"
AFFILIATING = frozenset([OF, FOR, "at"])
"""Prepositions that say whose or where somebody is: "a spokeswoman for the port"."""
