"""Interviews, transcripts and letters: who speaks stands before the words, above them, or in bold; lists are no speech."""
# ruff: noqa: E501 - texts stand as they are

from __future__ import annotations

import pytest

from quotex.pipeline.extractor import Extractor

Said = list[tuple[str, str | None]]


def said(extractor: Extractor, text: str) -> Said:
    """The first words of each quotation, and the words that name its source."""
    found = extractor.extract(text).quotes
    return [(" ".join(q.text.split()[:2]), q.source.text if q.source else None) for q in found if q.cue is None]


LAYOUTS: dict[str, tuple[str, Said]] = {
    "letters and blanks": (
        "Q    Thank you. Will the minister resign?\n\nMS. VANCE:  The minister has no plans to resign.  He was elected.\n\n"
        "Q    And the budget?\n\nMS. VANCE:  It will pass.  We have the votes.\n",
        [("Thank you.", "Q"), ("The minister", "MS. VANCE"), ("And the", "Q"), ("It will", "MS. VANCE")],
    ),
    "letters and brackets": (
        "The museum opens soon.\n\nQ) When will it open?\n\nA) I hope in May.\n\nQ) Was it dear?\n\nA) It was.\n",
        [("When will", "Q"), ("I hope", "A"), ("Was it", "Q"), ("It was.", "A")],
    ),
    "roles behind names": (
        "THE COURT: How do you plead?\n\nMR. HARLOW: My client pleads not guilty.\n\nTHE COURT: Call the witness.\n\n"
        "DR. VIN GARDA, PHYSICIAN: She came in on Monday.\n\nMR. HARLOW: I have no questions.\n",
        [
            ("How do", "THE COURT"),
            ("My client", "MR. HARLOW"),
            ("Call the", "THE COURT"),
            ("She came", "DR. VIN GARDA"),
            ("I have", "MR. HARLOW"),
        ],
    ),
    "stamps and asides": (
        "[00:10:05] MARA QUILL: The port was closed today.\n\n[00:10:20] TOM REED (voice-over): The storm came at night.\n\n"
        "[00:11:02] MARA QUILL: When will it open?\n\n[00:11:09] TOM REED: They say on Friday.\n",
        [("The port", "MARA QUILL"), ("The storm", "TOM REED"), ("When will", "MARA QUILL"), ("They say", "TOM REED")],
    ),
    "members of a parliament": (
        "Mr RUDGE (Griffin) (3.18 pm)—I rise to speak on the bill.\n\nMs TARR (Orrin) (3.25 pm)—I thank the member.\n\n"
        "Mr RUDGE (Griffin) (3.31 pm)—That is not so.\n",
        [("I rise", "Mr RUDGE"), ("I thank", "Ms TARR"), ("That is", "Mr RUDGE")],
    ),
    "lines of their own": (
        "Interviewer\nWhy did you leave?\n\nTomas Vell\nI was tired.\n\nInterviewer\nAnd now?\n\nTomas Vell\nI will bake again.\n",
        [("Why did", "Interviewer"), ("I was", "Tomas Vell"), ("And now?", "Interviewer"), ("I will", "Tomas Vell")],
    ),
    "letters to a column": (
        "DEAR CARLA: My brother never pays me back. Should I ask him? -- TIRED IN TULSA\n\n"
        "DEAR TIRED: You should ask him on a good day.\n\nDEAR CARLA: My neighbour sings. What can I do? -- AWAKE IN AMES\n\n"
        "DEAR AWAKE: I would sing along.\n",
        [("My brother", "TIRED IN TULSA"), ("You should", None), ("My neighbour", "AWAKE IN AMES"), ("I would", None)],
    ),
    "a page of letters to an editor": (
        "Letters\n\nRe “Tax the swans” (May 3):\n\nI have fed them for years.\n\nLIONEL BATES\nPort Anselm\n\n"
        "To the Editor:\n\nWe like them.\n\nR. K. Osei (retd), Kell\n",
        [("I have", "LIONEL BATES"), ("We like", "R. K. Osei")],
    ),
    "letters signed with a rank": (
        "Dear Editor,\n\nI like swans.\n\nAda Bloom\n\nDear Editor,\n\nI do not.\n\nCol. R. Dunn (retd)\nUpper Kell\n",
        [("I like", "Ada Bloom"), ("I do", "Col. R. Dunn")],
    ),
    "a thread numbered behind": (
        "The dam broke on Friday.\n\nI was on the crew. 1/3\n\nThe sand was wet. 2/3\n\nIt still is. 3/3\n\n"
        "— Abel Thorn (@abel) 3 May 2026\n",
        [("I was", "Abel Thorn")],
    ),
    "short answers to numbered questions": (
        "Greta Olsen is the harbour master.\n\n1. How did you get the job?\nBy accident. I was wet.\n\n2. Do you like the sea?\nIt pays.\n\n"
        '3. What do you regret?\n"Sell it," said my father. He was right.\n',
        [
            ("By accident.", None),
            ("It pays.", None),
            ('"Sell it,"', None),
        ],
    ),
    "roles behind labels on lines of their own": (
        "[MUSIC]\n\nMINA CHO, HOST:\n\nFrom Kell, I'm Mina Cho.\n\nOTTO LANG:\n\nAnd I'm the beekeeper.\n\n"
        "CHO:\n\nWhat do bees want?\n\nLANG:\n\nThey want me to go.\n",
        [("From Kell,", "MINA CHO"), ("And I'm", "OTTO LANG"), ("What do", "CHO"), ("They want", "LANG")],
    ),
    "what a paper explains": (
        "The tax is new.\n\nWhat do you have to pay?\nA tenth. We asked the board.\n\nDo you have to pay now?\nBy May.\n\n"
        "Where do you pay?\nAt the town hall.\n",
        [],
    ),
    "a list with who is quoted behind": (
        "Reactions came from both sides.\n\n“A great day for birds,” Edda Storm, ornithologist\n\n"
        "“A dark day for bread,” Tomas Grell, baker\n\nThe court is to sit again on Monday.\n",
        [("A great", "Edda Storm"), ("A dark", "Tomas Grell")],
    ),
    "numbered letters": (
        "We asked Abel Thorne.\n\nQ1: How did it fail?\n\nA1: I told them so.\n\nQ2: Whom did you tell?\n\nA2: I told all.\n",
        [("How did", "Q"), ("I told", "A"), ("Whom did", "Q"), ("I told", "A")],
    ),
    "numbered voices": (
        'Two bakers\n\n1. Tomas Grell, Grell & Daughters\n"The plain white."\n\n2. Ada Obi, Loaf Lab\n"Rye, of course."\n',
        [("The plain", "Tomas Grell"), ("Rye, of", "Ada Obi")],
    ),
    "what a speech was about": (
        "Ada Brook spoke at the bridge.\n\nOn the cost: “It cost more than we said.”\n\nOn her rivals: “It stands.”\n",
        [("It cost", None), ("It stands.", None)],
    ),
    "questions in bold": (
        "The ferry stopped in May. We asked why.\n\n**Why did it stop?**\n\nNobody paid for it. We asked twice.\n\n"
        "**Will it run again?**\n\nI think so.\n",
        [("Nobody paid", None), ("I think", None)],
    ),
    "questions with a sentence before them": (
        "Jana Birk has run the port for years.\n\nYou said it would take a year. What happened?\n\nA year did. I stayed.\n\n"
        "Who comes here now?\n\nPeople with boats. We know them.\n\nWould you do it again?\n\nAsk my wife.\n",
        [
            ("A year", None),
            ("People with", None),
            ("Ask my", None),
        ],
    ),
    "notes of what else is done": (
        "CHAIR ASH: The witness may sit.\n\nMR. TARR: (rises) I prefer to stand.\n\nCHAIR ASH: [laughs] As you like.\n",
        [("The witness", "CHAIR ASH"), ("I prefer", "MR. TARR"), ("As you", "CHAIR ASH")],
    ),
    "handles": (
        "I count whales. Ask me.\n\nu/kelp: Do you lose count?\n\nu/edda_storm: Every day.\n\n@moby: Which do you like?\n\n"
        "u/edda_storm: I like them all.\n",
        [("Do you", "u/kelp"), ("Every day.", "u/edda_storm"), ("Which do", "@moby"), ("I like", "u/edda_storm")],
    ),
    "sayings": (
        "Heard this week\n\n“I have no boat.” – Ports minister Pim Alder, on Monday\n\n"
        "“It was dead.” – An angler in Kell\n\n“Define ‘late’.” – Rail boss Una Strick, when asked about the 7.40\n",
        [("I have", "Pim Alder"), ("It was", "An angler in Kell"), ("Define ‘late’.", "Una Strick")],
    ),
    "a post below a link": (
        "Read more: Mayor says no\nWe go.\n\n— Ada Brook (@ada) May 4, 2031\n\nThe port is shut.\n",
        [("We go.", "Ada Brook")],
    ),
    "a chat with nicks": (
        "<kelp> is the tide in?\n<edda_s> not yet, I can see the bar\n<kelp> then we wait\n",
        [("is the", "kelp"), ("not yet,", "edda_s"), ("then we", "kelp")],
    ),
    "a chat with stamps": (
        "[21:07] kelp: they cut the power\n[21:09] edda_s: same here. my ice is gone\n[21:12] kelp: bring candles\n",
        [("they cut", "kelp"), ("same here.", "edda_s"), ("bring candles", "kelp")],
    ),
    "stamps in brackets": (
        "Ada Brook [00:01:12]: The pump failed.\n\nBo Lund [00:01:20]: Who rang you?\n\nAda Brook [00:01:23]: Nobody did.\n",
        [("The pump", "Ada Brook"), ("Who rang", "Bo Lund"), ("Nobody did.", "Ada Brook")],
    ),
    "questions of which one is put to somebody": (
        "Ten minutes with a smith\n\nWhat got you into iron?\n\nI found an anvil. It was cold.\n\nIs it a living?\n\nIt is. I sold my car.\n\n"
        "What do people get wrong?\n\nThey think that I am rich.\n",
        [("I found", None), ("It is.", None), ("They think", None)],
    ),
    "voices behind labels and signed": (
        "Ada Brook, 44, fan: “I have paid.”\n\nBo Lund, 27: “They want me gone.”\n\n“It is late.” Una Strick, 59, steward\n",
        [("I have", "Ada Brook, 44, fan"), ("They want", "Bo Lund, 27"), ("It is", "Una Strick")],
    ),
    "dates of articles": (
        "Published 3 April 2031, 07:15\nThe dam broke.\n\nUpdated 4 April 2031, 09:00\nWe know more now.\n",
        [],
    ),
    "members and ministers": (
        "Ms J. Holt (Kell): Will the road open?\n\nThe Minister for Roads (Mr P. Crane): I drove on it.\n\n"
        "Ms Holt: He drove on a field.\n\nThe Minister: It was a good field.\n",
        [
            ("Will the", "Ms J. Holt"),
            ("I drove", "The Minister for Roads (Mr P. Crane)"),
            ("He drove", "Ms Holt"),
            ("It was", "The Minister for Roads (Mr P. Crane)"),
        ],
    ),
    "voices with an age and what they do": (
        "Ada Brook (34), nurse: I stopped counting.\n\nBo Lund, 51, butcher: They say sorry. I do not believe them.\n",
        [("I stopped", "Ada Brook (34), nurse"), ("They say", "Bo Lund, 51, butcher")],
    ),
    "a list of voices with what they are": (
        "What they told us\n\n- Ada Brook, nurse: I would not worry.\n- Bo Lund, head of the mill: We see no harm in it.\n",
        [("I would", "Ada Brook, nurse"), ("We see", "Bo Lund, head of the mill")],
    ),
    "labels in bold without a colon": (
        "**TESSA** He mends. I break.\n\n**ROLF** You break and you sell.\n\n**TESSA** Only once.\n\n**ROLF** Every day!\n",
        [("He mends.", "TESSA"), ("You break", "ROLF"), ("Only once.", "TESSA"), ("Every day!", "ROLF")],
    ),
    "voices in bold without a colon": (
        "**Edda Storm** I walk. My knees like it.\n\n**Tomas Grell** Like a bird, I tell you.\n\n**Nell** My bus is gone.\n",
        [("I walk.", "Edda Storm"), ("Like a", "Tomas Grell"), ("My bus", "Nell")],
    ),
    "capitals without a colon": (
        "EPISODE 9\n\nNORA Where was it?\n\nGABE In my shoe.\n\nNORA And the other?\n\nGABE I only have the one.\n",
        [("Where was", "NORA"), ("In my", "GABE"), ("And the", "NORA"), ("I only", "GABE")],
    ),
    "dashes behind who calls": (
        "The calls began at nine.\n\nUna from Kell – My roof has gone.\n\nHost – Where is it?\n\nUna – In the school.\n\n"
        "Host – We shall ask.\n",
        [("My roof", "Una from Kell"), ("Where is", "Host"), ("In the", "Una"), ("We shall", "Host")],
    ),
    "turns run into one line": (
        "Here is the tape. Pilot: We see a light. Tower: Which one? Pilot: All of them. Tower: Then you may land.\n",
        [("We see", "Pilot"), ("Which one?", "Tower"), ("All of", "Pilot"), ("Then you", "Tower")],
    ),
    "voices run into one line": (
        "Ada Brook, 34, nurse: I like it. Bo Lund, 51: I do not. Cleo (44), baker: What is it?\n",
        [("I like", "Ada Brook, 34, nurse"), ("I do", "Bo Lund, 51"), ("What is", "Cleo (44), baker")],
    ),
    "one name behind questions": (
        "1. How long is it? Tomas Grell: A mile. I walk it.\n\n2. And the worst of it? Grell: The wind.\n\n"
        "3. The best? Grell: The wind as well.\n",
        [("A mile.", "Tomas Grell"), ("The wind.", "Grell"), ("The wind", "Grell")],
    ),
    "questions in bold with a letter": (
        "**Q: You ran nine miles. Why?**\n\n**Ada Brook:** I was bad at chess.\n\n**Q: Does it hurt?**\n\n**AB:** It does.\n",
        [("You ran", "Q"), ("I was", "Ada Brook"), ("Does it", "Q"), ("It does.", "AB")],
    ),
    "names in brackets behind": (
        "What do you say?\n\n“I stopped counting.” (Ada Brook, 34, nurse)\n\n“It is fine.” (Bo Lund, 51)\n",
        [("I stopped", "Ada Brook"), ("It is", "Bo Lund")],
    ),
    "signed on the last line within the marks": (
        "The mill was “a jewel,” said the mayor.\n\n“I would live in it.\nThe light is fine.\nAda Brook, head of the Trust.”\n",
        [("I would", "Ada Brook")],
    ),
    "a last line within the marks that tells of somebody": (
        "The mill was “a jewel,” said the mayor.\n\n“I would live in it.\nAda Brook, a nurse, sold it.”\n",
        [],
    ),
    "letters with a dash and a farewell": (
        "Sir, – I like swans. They hiss. – Yours, etc.,\nADA BLOOM,\nKell.\n\nSir, – I do not. – Yours, etc.,\nBO DUNN,\nVint.\n",
        [("I like", "ADA BLOOM"), ("I do", "BO DUNN")],
    ),
    "a witness": (
        "MR. TARR: Call Ada Brook.\n\nADA BROOK, having been sworn, testified as follows:\n\nQ. Where do you work?\n\n"
        "A. At the mill.\n\nQ. Were you there?\n\nA. I was.\n",
        [
            ("Call Ada", "MR. TARR"),
            ("Where do", "Q"),
            ("At the", "ADA BROOK"),
            ("Were you", "Q"),
            ("I was.", "ADA BROOK"),
        ],
    ),
    "what is often asked": (
        "Q: What does the permit cost?\n\nA: £40 for the first car.\n\nQ: Where is it sold?\n\nA: Online or at the town hall.\n",
        [],
    ),
    "claims and verdicts": (
        "We checked.\n\nCLAIM: You pay twice what we pay.\n\nVERDICT: This is true of two towns.\n\n"
        "CLAIM: I have cut your tax.\n\nVERDICT: The board cut it.\n",
        [],
    ),
    "sentences that end in a cue": (
        "Ada Brook, from the mill, said: “I will not go.”\n\nBo Lund, head of the board, added: “We asked her twice.”\n",
        [],
    ),
    "a roster": (
        "MILBURN: Harlow 12, Quill 8, Lund 4.\n\nORRIN: Tarr 10, Vell 9, Brandt 2.\n\nMILBURN: Fouls, 12. Rebounds, 31.\n",
        [],
    ),
    "another roster": (
        "Orrin won at home on Friday.\n\nGoals: Tarr 2, Vell.\nCards: Quill, Lund.\nGoals against: none.\nCards: none.\n",
        [],
    ),
}


@pytest.mark.parametrize(("text", "turns"), LAYOUTS.values(), ids=LAYOUTS)
def test_turns(extractor: Extractor, text: str, turns: Said) -> None:
    assert said(extractor, text) == turns


@pytest.mark.parametrize(
    "entries",
    [
        "Owen S. Harlow: Dealing in methamphetamine, possession of a syringe, held in jail in lieu of $32,000 bond.\n"
        "Dara Quill: Possession of marijuana, maintaining a common nuisance, released on $500 bond.\n"
        "Mina Tarr: Dealing in a narcotic drug, neglect of a dependent.\n",
        "Pete Lund, 31: Theft, resisting law enforcement.\nBo Carr, 40: Burglary, two counts.\nAda Venn, 22: Trespass.\n",
    ],
)
def test_charges_are_not_put_into_the_mouths_of_the_accused(extractor: Extractor, entries: str) -> None:
    text = f"Police arrested several people on Monday.\n\n{entries}\nThe investigation goes on, Sheriff Bo Lind said.\n"
    found = extractor.extract(text)
    assert [q.text for q in found.quotes if q.source and q.source.text in entries] == []
    assert {s.name for s in found.speakers if s.name} <= {"Bo Lind", "Lind"}


@pytest.mark.parametrize(
    "text",
    [
        "Jana Birk, the new head of the Dolen Museum, talked to us.\n\nQ: Ms. Birk, when will the museum open?\n\n"
        "A: In May. The roof took two years.\n\nQ: Was it dear?\n\nA: Yes. It cost 4 million.\n",
        "Jana Birk has run the port since 2019. She spoke to us on Friday.\n\n**Why did the ferry stop?**\n\n"
        "Because nobody paid for it. We asked twice.\n\n**Will it run again?**\n\nI think so.\n",
    ],
    ids=["letters", "bold"],
)
def test_answers_are_of_the_person_introduced(extractor: Extractor, text: str) -> None:
    found = extractor.extract(text)
    names = {s.id: s.name for s in found.speakers}
    answers = [q for q in found.quotes if not q.text.endswith("?")]
    assert [names.get(q.speaker or "") for q in answers] == ["Jana Birk", "Jana Birk"]


@pytest.mark.parametrize(
    "text",
    [
        "**Deposit** What you pay first.\n\n**Lien** What you owe on your house.\n\n**Deed** The paper that says you own it.\n",
        "**Friday** We open at noon.\n\n**Saturday** Bring your chair. We eat at one.\n\n**Sunday** Do you sing? Come at ten.\n",
        "**Above** The pier in May.\n\n**Right** Ada Brook with her boat.\n\n**Below** You can see the mill.\n",
        "**Ada Brook** Port Office, 4 Quay Street.\n\n**Bo Lund** Town Hall. Ring twice.\n\n**Cleo Vell** Mill Lane 3.\n",
        "NORA Ada Brook. A diver who cannot swim.\n\nGABE Bo Lund. He can.\n\nTHE JUDGE Tom Reed. Dies in the first act.\n",
        "BROOK, ADA Theft under $500.\n\nLUND, BO Assault in the second degree.\n\nVELL, CLEO No licence.\n",
        "Chair – Welcome, and apologies.\n\nTreasurer – Accounts for the year.\n\nChair – The roof. What it costs.\n",
        "Date: 4 May. Time: 7pm. Venue: The Mill. Date: 5 May. Time: 8pm. Venue: The Quay. Bring your own cup.\n",
        "Pros: It folds. Cons: You cannot lift it. Price: £90. Verdict: We liked it.\n",
        "Goals: Tarr 2, Vell. Cards: Quill. Goals against: none. Cards: none. Which was the best? We say the second.\n",
        "**Rovers** 3 Harriers 1\n\n**United** 0 City 2\n\n**Rovers** 4 Albion 4\n",
    ],
    ids=[
        "glossary", "programme", "captions", "addresses", "cast", "charges", "agenda", "dates", "verdict", "cards", "results"
    ],
)  # fmt: skip
def test_lists_without_colons_are_no_turns(extractor: Extractor, text: str) -> None:
    assert said(extractor, text) == []


def test_a_courtesy_title_in_capitals_is_no_role(extractor: Extractor) -> None:
    text = "MR. TARR: I prefer to stand.\n\nMS. ASH: Do you?\n\nMR. TARR: I do.\n\nMS. ASH: You may.\n"
    assert [(s.name, s.role) for s in extractor.extract(text).speakers] == [("TARR", None), ("ASH", None)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "It is dry. Opposition leader Bo Lund: “It is not the same.” The board denies that it was slow.\n",
            {"It is not": "Bo Lund", "it was slow": None},
        ),
        (
            "Harbour master Ben Sorley told a paper in the morning:\n\nWe have two boats out. I will not rest.\n\n"
            "Mayor Ada Brook has put out this statement:\n\nA search is under way. Two boats are out.\n",
            {"We have two": "Ben Sorley", "A search is": "Ada Brook"},
        ),
        (
            "The dam broke.\n\nMayor Ada Brook, speaking to reporters afterwards:\n\n“We will mend it. I gave my word.”\n",
            {"We will mend": "Ada Brook"},
        ),
        ("Many came.\n\nBo Lund, a butcher: “They blame me.”\n", {"They blame me.": "Bo Lund"}),
    ],
    ids=["a label before another sentence", "led in without marks", "led in without a verb", "a label with a job"],
)
def test_who_stands_before_a_colon_speaks(extractor: Extractor, text: str, names: dict[str, str | None]) -> None:
    found = extractor.extract(text)
    known = {s.id: s.name for s in found.speakers}
    assert {" ".join(q.text.split()[:3]): known.get(q.speaker or "") for q in found.quotes} == names


def test_questions_in_bold_are_the_authors(extractor: Extractor) -> None:
    asked = "**Why did it stop?**\n\nI did not pay for it.\n\n**Will it run again?**\n\nI think so.\n"
    found = extractor.extract(f"By Owen Marsh\n\nAda Brook runs the ferry.\n\n{asked}")
    known = {s.id: s.name for s in found.speakers}
    assert [known.get(q.speaker or "") for q in found.quotes] == ["Owen Marsh", "Ada Brook", "Owen Marsh", "Ada Brook"]


def test_a_turn_of_marks_alone_is_none(extractor: Extractor) -> None:
    text = "The port is shut.\n\n“We go.”\nAda Brook,\nmayor of Vint\n**\nTom Brook (@tom) May 4, 2025\nIt is late.\n"
    assert "" not in [span.text for quote in extractor.extract(text).quotes for span in quote.spans]
