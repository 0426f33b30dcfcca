"""The words that explanations are told by, with weights that order what a reader of theories looks for."""

from __future__ import annotations

import re

WORTH_A_LOOK = re.compile(
    r"\b(?:becaus\w*|cause[sd]?|causing|due|owing|thanks|result\w*|respon\w+|since|trigger\w*|prompt\w*|spark\w*|provok\w*|"
    r"fuel\w*|allow\w*|enabl\w*|lead\w*|led|contribut\w*|stem\w*|born|blam\w*|attribut\w*|ascrib\w*|put|motiv\w+|driv\w+|"
    r"drove|inspir\w*|orchestrat\w*|mastermind\w*|engineer\w*|instigat\w*|stag\w+|plot\w*|exploit\w*|justif\w*|cit\w+|"
    r"aim\w*|purpos\w*|goals?|pretext\w*|excuse\w*|reasons?|culprits?|conspira\w+|theor\w+|cover-up|"
    r"negligen\w*|neglect\w*|"
    r"rumou?rs?|hypothes[ie]s|possibility|explanations?|terror\w*|retaliat\w*|revenge|act of|rul\w+ out|foul|may have|"
    r"might have|could have|responsibility|guilty|errors?|mistakes?|factors?|sabotag\w*|suspect\w*|"
    r"suspicions?|believ\w+|"
    r"alleg\w+|accus\w+|speculat\w+|thinks?|thought|"
    r"fail\w*|ignor\w*|purpose\w*|deliberate\w*|"
    r"intentional\w*|knowingly|behind|linked|involved|related|evidence|to|so|ulterior|intent\w*|intend\w*|meant|designed|"
    r"expos\w+|subject\w*|why|made|makes?|over|nothing|matter|sake|want\w*|suggest\w*|hint\w*|claim\w*|said|says|involv\w+|fear\w*|blame|fault|attempt|down|price|help\w*|"
    r"play\w*|punished|fired|arrested|jailed|targeted|attacked|sacked|dismissed|would)\b",
    re.IGNORECASE,
)

NAMELESS = re.compile(
    r"\b(?:anonym(?:ity|ous(?:ly)?)|(?:not|n['’]t|declin\w+|refus\w+|asked not) (?:want )?(?:to )?be "
    r"(?:named|identified|quoted)|not (?:being )?(?:allowed|authori[sz]ed|permitted|cleared) to "
    r"(?:talk|speak|comment|discuss|brief))\b",
    re.IGNORECASE,
)
"""A sentence on why a source is not named."""
OPEN_QUESTION = frozenset("""wonder puzzle seek search determine establish investigate look ask question baffle probe
    unknown unclear mysterious mystery elusive undetermined examine discover learn piece""".split())
"""Around a motive these say that nobody knows it."""
ADDRESSING = frozenset("""text call phone email e-mail write tweet message visit meet tell say gather sit return
    ask thank greet discuss hear watch learn mark celebrate attend""".split())
"""Verbs of talk and of going somewhere: what they are done for explains nothing of a story."""
RESULTS = frozenset("""win secure score level clinch become reach beat lose find advance qualify earn finish join emerge
    """.split())
"""Verbs whose infinitive tells what came of it rather than what it was done for: `fought back to win`."""
MEANS = frozenset({"use", "deploy", "dispatch", "exploit", "abuse", "misuse", "weaponise", "weaponize"})
"""Verbs of a means: `used the guards to silence a rival` says what somebody was after."""
MEANT = frozenset({"deliberately", "intentionally", "purposely", "purposefully", "wilfully", "willfully", "knowingly"})
CAUSAL_VERBS = {
    "cause": 0.8,
    "trigger": 0.7,
    "prompt": 0.55,
    "spark": 0.6,
    "provoke": 0.65,
    "fuel": 0.5,
    "allow": 0.5,
    "enable": 0.55,
    "lead": 0.45,
    "result": 0.5,
    "contribute": 0.55,
    "expose": 0.4,
    "subject": 0.4,
}
"""Active: the subject explains the object. The weights say how often the word names a cause of the story's events."""
PASSIVE_CAUSES = {
    "cause": 0.9,
    "trigger": 0.8,
    "prompt": 0.7,
    "spark": 0.7,
    "motivate": 1.0,
    "drive": 0.7,
    "inspire": 0.7,
    "provoke": 0.7,
    "fuel": 0.6,
    "bear": 0.7,
    "orchestrate": 1.0,
    "mastermind": 1.0,
    "instigate": 0.9,
    "stage": 0.6,
    "engineer": 0.6,
    "carry": 0.0,
}
"""Passive with `by`, `of` or `from`: what follows explains the subject."""
CULPRIT_VERBS = {
    "orchestrate": 0.9,
    "mastermind": 0.9,
    "instigate": 0.8,
    "stage": 0.6,
    "plot": 0.8,
    "exploit": 0.8,
    "sabotage": 0.8,
    "motivate": 0.8,
    "drive": 0.4,
    "inspire": 0.4,
}
"""Active: the subject is the culprit or the motive."""
BLAMING = {"blame": 0.9, "attribute": 0.8, "ascribe": 0.8, "accuse": 0.6, "put": 0.8, "pin": 0.7}
SUSPECTING = {
    "suspect": 0.9,
    "speculate": 0.8,
    "allege": 0.5,
    "believe": 0.55,
    "think": 0.4,
    "theorise": 0.9,
    "theorize": 0.9,
}
HINTING = {"suggest": 0.7, "claim": 0.6, "hint": 0.8, "insinuate": 0.8, "say": 0.45}
"""Verbs that explain where what they tell is that somebody had a hand in it."""
HANDS_IN = frozenset({"involve", "involved", "behind", "orchestrate", "stage", "engineer", "instigate", "complicit",
                      "mastermind", "plot"})
WANTED = "says what somebody wanted"
PURPOSE_VERBS = {"aim": 0.5, "intend": 0.5, "mean": 0.45, "design": 0.4}
MOTIVE_NOUNS = {
    "motive": 1.0,
    "motivation": 1.0,
    "aim": 0.8,
    "purpose": 0.8,
    "goal": 0.6,
    "pretext": 1.0,
    "excuse": 0.7,
    "justification": 0.7,
    "reason": 0.6,
    "cause": 0.6,
    "culprit": 0.9,
    "conspiracy": 0.9,
    "plot": 0.7,
    "cover-up": 0.9,
    "negligence": 0.8,
    "error": 0.5,
    "factor": 0.7,
    "sabotage": 0.8,
    "mastermind": 0.9,
    "suspicion": 0.6,
    "intention": 0.6,
    "intent": 0.6,
}
OF_A_CAUSE = frozenset(
    {
        "failure",
        "failing",
        "lack",
        "error",
        "negligence",
        "neglect",
        "flaw",
        "vulnerability",
        "weakness",
        "mistake",
        "decision",
        "policy",
        "order",
        "greed",
        "revenge",
        "fear",
        "worry",
        "desperation",
    }
)
FAILING = {"fail": 0.55, "neglect": 0.7, "ignore": 0.6, "disregard": 0.6, "overlook": 0.5}
CONTROL = frozenset(
    """vow promise pledge threaten refuse agree decide plan try seek want hope expect intend urge ask tell
    order call continue begin start fail need get help force allow enable lead cause encourage persuade invite require
    advise warn permit choose attempt prepare struggle manage offer appear seem like love prefer instruct
    wait take work set move rush
    vote come go stand remain happen turn push confirm question gather look argue aim""".split()
)
"""Verbs whose infinitive is what is wished or ordered, not what for."""
RUMOUR_NOUNS = {
    "rumour": 0.9,
    "rumor": 0.9,
    "speculation": 0.9,
    "theory": 0.9,
    "hypothesis": 0.9,
    "explanation": 0.7,
    "possibility": 0.4,
}
PHRASES = (
    (
        re.compile(
            r"\bno (?:evidence|proof|indications?|signs?|traces?|hints?|suggestion) (?:of|that|for)\b", re.I
        ),
        "finds no sign of",
        0.7,
    ),
    (re.compile(r"\bon purpose\b", re.I), "says it was meant", 0.7),
    (re.compile(r"\bbecause of\b", re.I), "because of", 0.8),
    (re.compile(r"\bbecause\b", re.I), "because", 0.85),
    (re.compile(r"\bas a (?:direct )?(?:result|consequence) of\b", re.I), "as a result of", 0.7),
    (re.compile(r"\b(?:due|owing|thanks)(?: \w+ly)? to\b", re.I), "due to", 0.7),
    (re.compile(r"\bin (?:response|retaliation|revenge) (?:to|for)\b", re.I), "in response to", 0.5),
    (re.compile(r"\bin order (?:to|that)\b|\bso as to\b", re.I), "in order to", 0.7),
    (re.compile(r"\b(?:on|under|as) (?:the |a )?(?:pretext|grounds|excuse)\b", re.I), "on the pretext", 0.9),
    (
        re.compile(r"\bfalse[- ]flag\b|\binside job\b|\bconspiracy theor(?:y|ies)\b|\bulterior motives?\b", re.I),
        "named as a theory",
        1.0,
    ),
    (re.compile(r"\bhuman error\b|\broot cause\b|\btechnical (?:fault|failure|error)\b", re.I), "names a fault", 0.8),
    (re.compile(r"\b(?:cited|citing|cites)\b", re.I), "cited as a reason", 0.75),
    (
        re.compile(
            r"\b(?:an? )?acts? of (?:terror(?:ism)?|war|sabotage|revenge|retaliation|aggression|vengeance)\b", re.I
        ),
        "names the kind of act",
        0.7,
    ),
    (re.compile(r"\brul(?:e[sd]?|ing) out\b|\bfoul play\b", re.I), "rules a cause in or out", 0.6),
    (re.compile(r"\bclaim\w* (?:full )?responsibility\b", re.I), "claims responsibility", 0.7),
    (re.compile(r"\b(?:took|takes|taken) (?:full )?responsibility\b", re.I), "takes the blame", 0.4),
    (re.compile(r"\b(?:suspected|accused|guilty) of\b|\bblamed for\b", re.I), "names a suspect", 0.5),
    (
        re.compile(
            r"\b(?:may|might|could) (?:well )?have (?:wanted|sought|tried|meant|intended|acted|been (?:due|caused|"
            r"triggered|motivated|staged|deliberate|behind|an?|the (?:result|work)|responsible))\b",
            re.I,
        ),
        "guess about the past",
        0.5,
    ),
    (re.compile(r"\bresponsible for\b", re.I), "responsible for", 0.6),
    (re.compile(r"\b(?:was|were|is|are|be|been|being|was not|being) behind\b", re.I), "behind it", 0.7),
    (
        re.compile(
            r"\binvolved the same\b|\b(?:is|are|was|were|be|not) (?:un)?related\b",
            re.I,
        ),
        "linked to",
        0.6,
    ),
    (
        re.compile(r"\b(?:linked|connected|tied) to\b", re.I),
        "linked to",
        0.4,
    ),
    (
        re.compile(
            r"\b(?:over|amid|on) (?:suspicions?|fears?|concerns?|allegations?|claims?|worr(?:y|ies)) "
            r"(?:of|that|about|over)\b",
            re.I,
        ),
        "over suspicions of",
        0.7,
    ),
    (
        re.compile(r"\bnothing to do with\b|\b(?:not|n['’]t) (?:just |only )?a (?:matter|question) of\b", re.I),
        "rules a cause out",
        0.6,
    ),
    (re.compile(r"\bplay(?:s|ed|ing)? (?:an? |the |no |some )?(?:\w+ )?(?:role|part) in\b", re.I),
     "played a part", 0.5),
    (
        re.compile(r"\bfor the sake of\b|\bout of (?:fear|revenge|spite|concern|anger|greed|desperation)\b|\bfearing\b",
                   re.I),
        "names what moved somebody",
        0.6,
    ),
    (
        re.compile(r"\b(?:lay|lays|laid|pin(?:s|ned|ning)?|put(?:s|ting)?)\b[^.,;]{0,30}"
                   r"\b(?:blame|responsibility|fault)\b", re.I),
        "lays the blame",
        0.7,
    ),
    (
        re.compile(r"\b(?:was|is|as|be|action|call(?:s|ed) \w+|move) an attempt (?:to|at)\b", re.I),
        "called an attempt",
        0.6,
    ),
    (re.compile(r"\b(?:be|was|were|is|are) (?:all |largely |mainly |partly )?down to\b", re.I), "down to", 0.6),
    (re.compile(r"\b(?:pay|pays|paid|paying) the price (?:for|of)\b", re.I), "paid the price", 0.5),
    (
        re.compile(r"\bhelp(?:s|ed|ing)? (?:to )?(?:lift|push|boost|drive|send|drag|fuel|spark|trigger|bring about)\b",
                   re.I),
        "helped to",
        0.4,
    ),
    (
        re.compile(r"\b(?:attacked|punished|fired|arrested|jailed|targeted|sacked|suspended|dismissed|expelled|imprisoned|"
                   r"prosecuted|killed|fined) for (?:\w+ly )?(?:\w+ing|his|her|their|its)\b", re.I),
        "done to somebody for",
        0.6,
    ),
    (
        re.compile(r"\bwould (?:not|never) have (?:happened|occurred|died|been)\b|\bhad not taken place\b", re.I),
        "would not have happened",
        0.5,
    ),
)
