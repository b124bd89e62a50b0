"""What any question in English may hold: question types, speech, negation, fillers. Knows no report."""

from __future__ import annotations

# What a question asks for. A phrase becomes one word, "?how-many"; entries answer the types their phrasings ask.
ASKS: dict[str, tuple[str, ...]] = {
    "?how-many": (
        "how many", "how much people", "number of", "what number", "count of", "head count", "headcount",
        "how numerous", "total number", "figure of", "what figure", "quantity", "amount of", "total of", "total figure",
        "how many people", "exact number", "what is the count", "what is the number", "in number", "how much", "exact quantity", 
        
    ),
    "?how-long": (
        "how long", "how much time", "what length of time", "for how long", "duration of", "how many hours",
        "how many minutes", "how many days",
    ),
    "?when": (
        "when", "what time", "what day", "which day", "what date", "which date", "what hour", "which hour", "what year",
        "which year", "what month", "date of", "date", "day of the week", "day of week", "at what point", "since when",
        "timing", "which month", "what moment", "day of",
    ),
    "?where": (
        "where", "what place", "which place", "what location", "location", "whereabouts", "in what part", "in which part", "what part of the country",
        "which part of the country", "what part of the world", "which town", "what town", "which city", "what city", "which region", "what region", "which area",
        "what area", "which village", "what village", "which province", "locate", "located", "in which place",
        "what country", "which country", "geographically", "position on the map", "which district", "what district",
        "which corner", "what corner", "coordinates", "what spot", "which spot", "locations", "venue",
    ),
    "?who": ("who", "whom", "whose", "which person", "which people", "whos", "by who", "which man", "what person"),
    "?why": ("why", "what for", "for what", "how come", "what reason", "which reason", "for which reason", "reason for"),
}  # fmt: skip
GATING = frozenset(ASKS)

# Courtesy and chatter around a question. Longest first; dropped unless nothing else is left.
FILLERS: tuple[str, ...] = (
    "i want to know", "i would like to know", "i like to know", "i did like to know", "i just want to know", "want to know",
    "need to know", "can you tell me", "could you tell me", "could you please tell me", "can you please tell me", "tell me please",
    "please tell me", "tell me", "do you know", "please explain", "explain to me", "explain me", "can you explain", "explain",
    "i am confused", "a bit confused", "sorry to bother you", "sorry to trouble you", "sorry to disturb", "sorry for the trouble",
    "excuse me", "may i ask", "can i ask", "could i ask", "i wonder", "wondering", "just wondering", "i was wondering", "quick question",
    "question", "thanks in advance", "thanks a lot", "thank you very much", "thank you so much", "thank you", "thanks", "thx", "many thanks",
    "much appreciated", "please", "pls", "plz", "kindly", "sir", "madam", "maam", "dear", "bro", "bruh", "dude", "mate", "man u", "lol",
    "lmao", "wtf", "omg", "tbh", "btw", "hello", "hi", "hey", "hiya", "good morning", "good evening", "good afternoon", "good day", "salam",
    "salam alaikum", "assalamu alaikum", "yo", "um", "uh", "erm", "hmm", "well", "so", "ok", "okay", "ok so", "right so", "now", "then", "like",
    "actually", "basically", "honestly", "seriously", "literally", "really", "exactly", "precisely", "specifically", "just", "even", "also",
    "too", "again", "kind regards", "regards", "my friend", "friend", "brother", "sister", "guys", "folks", "everyone", "somebody", "someone please",
    "anybody", "if you can", "if possible", "if you do not mind", "for my homework", "for homework", "i need it", "i need", "give me", "show me",
    "let me know", "i heard", "i read", "i saw", "as far as i know", "as i understand", "according to you", "in your opinion", "do you have",
    "have you", "is there any info", "any info", "info on", "info about", "any information", "information about", "any word on", "any details",
    "details on", "details about", "remind me", "inform me", "help me understand", "to be clear", "to be honest", "in fact", "of course",
    "i think", "i guess", "i mean", "i believe", "you know", "apparently", "supposedly", "allegedly", "the hell", "the fuck", "fuck", "fucking",
    "damn", "bloody", "shit", "god", "oh", "ah", "wow", "ugh", "haha", "hahaha", "x", "u", "ur", "r", "quick", "quickly", "asap", "anyway", "anyways",
    "alhamdulillah", "inshallah", "wallah", "wallahi", "yalla", "habibi", "ya", "eh", "huh", "innit", "ffs", "smh", "idk", "rn", "tho", "though",
    "is it known", "do we know", "does anyone know", "anyone know", "who knows", "it is said", "clarify", "please clarify", "specify",
)  # fmt: skip

# Function words: never unexplained, and weigh little.
STOP = frozenset(
    "a an the this that these those there here it its itself he him his himself she her they them their themselves we us our ours i me my mine you your yours "
    "is am are was were be been being do does did doing done has have had having can could may might must shall should will would "
    "of in on at by for from to with without into onto over under about after before during between among amongst through across "
    "against near around up down out off and or but nor if than as because while not no yes only very more most much many some any "
    "each every all both either neither other another such own same else ever never also too just still yet already now then thus "
    "who whom whose which what when where why how whether one ones thing things something anything nothing someone anyone somebody anybody everyone "
    "get gets got getting go goes going went come comes came coming make makes made making take takes took taken taking give gives gave "
    "given put let use used know known think believe see seen look want like need really exactly precisely actually please sir madam tell "
    "s t d m ll re ve n't according per regarding concerning re vs versus via within upon amid et etc eg ie mr mrs ms mister "
    "involved include included including included involve involves ones lot lots way ways bit part parts details detail info information fact facts "
    "true truth right correct sure certain definitely possible really real indeed anymore back again once together people person persons men man guy guys folks "
    "specific specifically particular exact precise actual whole entire entirely total totally full fully overall general mean means meant "
    "first second next later finally end ended start started begin began happened happen day time times today moment currently "
    "say says said talk speak ask asked asking question questions answer answers able seem seems seemed appear appears show shows shown "
    "both everything anything complete completely things remark remarks official officially official officially present amid whoever whatever wherever whenever least most just ever alone single".split()
)

NEGATIONS = frozenset(
    "not no never none nobody nothing zero without neither nor noone unhurt unharmed uninjured unscathed safe intact denies deny denied denying unaffected".split()
)

# Speech: what turns a mention of a source into a question about what it says.
SPEECH: dict[str, tuple[str, ...]] = {
    "!say": (
        "say", "says", "said", "saying", "tell", "tells", "told", "telling", "claim", "claims", "claimed", "claiming", "state", "states",
        "stated", "stating", "reports", "reported", "reporting", "write", "writes", "wrote", "written", "writing", "mention", "mentions",
        "mentioned", "mentioning", "announce", "announces", "announced", "declare", "declares", "declared", "affirm", "affirms", "affirmed",
        "assert", "asserts", "asserted", "speak", "speaks", "spoke", "spoken", "speaking", "talk", "talks", "talked", "talking", "cite", "cites",
        "put out", "puts out", "putting out", "came out with", "come out with", "bring up", "brought up", "post", "posts", "posted", "posting",
        "publish", "publishes", "published", "publishing", "allege", "alleges", "alleged", "maintain", "maintains", "insist", "insists",
        "insisted", "comment", "comments", "commented", "describe", "describes", "described", "argue", "argues", "relay", "relays", "relayed",
        "quoting", "note", "notes", "noted", "add", "adds", "added", "reveal", "reveals", "revealed", "inform", "informs", "informed",
        "share", "shares", "shared", "give", "gives", "gave", "given", "offer", "offers", "suggest", "suggests", "suggested", "attribute",
        "attributes", "confirm", "confirms", "confirmed", "confirming", "admit", "admits", "admitted", "admitting", "acknowledge",
        "acknowledges", "acknowledged", "concede", "concedes", "conceded", "recognise", "recognize", "recognised", "recognized", "agree that",
        "agrees that", "verify", "verified", "corroborate", "corroborated", "corroborates", "back up", "backed up", "vouch", "detail",
        "detailed", "details", "pretend", "pretends", "pretended", "respond", "responds", "responded", "reply", "replied", "answer", "answered",
        "react", "reacted", "count", "counted", "counts", "estimate", "estimates", "estimated", "claimin", "put the", "puts the", "speak of",
        "spoke of", "talk of", "communicate", "communicated", "blame", "blames", "blamed",
        "accuse", "accuses", "accused", "narrate", "narrates", "narrated", "explain", "explains", "explained", "recall", "recalls", "recalled",
        "contend", "contends", "tweet", "tweets", "tweeted", "break the news", "broke the news", "believe", "believes", "think", "thinks", "acknowledging",
        "refer to", "refers to", "referred to", "testify", "testified", "specify", "specifies", "specified", "identify", "identifies", "identified", "sayin", "sez",
        "let slip", "lets slip", "making the claim", "make the claim", "makes the claim", "made the claim", "made the statement", "floated", "float", "spread", "spreads", "started the story",
    ),
    "!deny": ("deny", "denies", "denied", "denying", "refute", "refutes", "refuted", "reject", "rejects", "rejected", "dismiss", "dismisses", "dismissed", "contest", "contests", "contested", "rule out", "rules out", "ruled out"),
    "!differ": (
        "disagree", "disagrees", "disagreement", "disagreements", "disagreed", "contradict", "contradicts",
        "contradicted", "contradiction", "contradictions", "contradictory", "contradicting",
        "conflict with", "conflicting", "conflicts", "at odds", "differ", "differs", "differed",
        "difference", "differences", "different", "discrepancy", "discrepancies", "inconsistent",
        "inconsistency", "inconsistencies", "eye to eye", "clash of accounts", "mismatch", "dispute",
        "disputed", "disputes", "diverge", "divergence", "divergent", "incompatible", "opposite",
        "opposing versions", "match up", "line up", "same story", "not agree", "agree", "agrees", "agreed",
        "agreement", "consistent", "consensus", "add up", "square with", "tally with", "match", "matches",
        "contested", "same or different", "versus", "on the same page", "unanimous", "both versions",
        "controversial", "irreconcilable", "reconcile", "in common", "same number", "same figure",
        "same thing", "same song", "compare with", "conflict between", "clash with each other",
        "gap between", "tension between", "do not agree", "tell different", "different stories", "square",
        "at variance", "opposed", "opposing", "back each other", "confirm each other", "the same",
        "or same",
    ),
    "!account": (
        "account", "version", "versions", "position", "line", "stance", "view", "take", "statement", "statements", "words", "side", "story",
        "testimony", "narrative", "info from", "claim", "opinion", "reporting", "coverage", "response", "reaction", "answer", "explanation",
        "according to", "accord to", "according", "per", "quote from", "word from", "news from", "cited for", "quoted as", "wording", "terms", "message", "accounts", "figure", "figures", "numbers", "number", "contribution", "cited", "quoted", "quote", "quotes", "lines", "assertion", "assertions", "claims", "credited",
    ),
    "!source": (
        "come from", "comes from", "coming from", "came from", "stem from", "stems from", "source", "sources", "sourced", "sourcing", "attribution", "attributed", "attributable", "origin", "originate", "originates", "provenance", "credited to", "credit", "credited", "ascribed", "on whose authority", "whose word", "whose words", "whose claim", "whose account", "whose statement", "in whose mouth", "pinned on", "down to",
    ),
}

# Bodies that speak, in "which agency says so" or "did anyone say so".
SPEAKERS = frozenset(
    "agency agencies outlet outlets media newspaper channel organisation organization organisations organizations body party witness witnesses "
    "spokesman spokesperson official officials website side voice monitor ngo publication person reporter journalist country government "
    "anyone anybody someone somebody nobody noone everyone everybody accounts".split()
)
YES_NO = frozenset("did does do is was were are has have had can could would will should".split())
# What turns a statement into a question whether it is so.
TAG_PHRASES: tuple[str, ...] = (
    "is not it", "is it not", "did they not", "did it not", "did he not", "was it not", "were they not", "correct the record", "do i read them right", "do i have it right", "have i understood well", "i have understood well", "have i got it right", "right or not right", "was it", "am i mistaken", "if i am not mistaken", "or am i wrong", "is it right", "have i misread", "was not it", "did not it", "did not they", "did he", "did they", "did not he", "is that right", "is that true", "is that correct", "is that so",
    "is it so", "is it true", "is this true", "is this correct", "is this right", "true or false", "fact or fiction", "fact check", "correct me if i am wrong", "correct me",
    "am i right", "am i wrong", "do i have that right", "have i got that right", "is that accurate", "is it accurate", "is it correct", "is it right", "is that fair", "fair", "correct", "right", "true",
    "accurate", "check this", "check this sentence", "verify", "please confirm", "confirm", "can you confirm", "yes or no", "yes", "no", "ye", "yeah", "yep", "cap or no cap", "cap", "no cap", "legit", "for real",
    "sounds made up", "made up", "bs", "bullshit", "fake", "facts", "would it be accurate", "would it be right", "would it be fair", "would it be correct", "agreed", "is that chain right",
    "does that hold", "does that stand", "is it exact", "is that sound", "is that attribution sound", "false", "wrong", "nah", "or nah", "or not", "ok", "innit", "is it a fact", "is it sure", "is it certain", "i presume", "correct or not", "right or wrong",
)  # fmt: skip
INFORMED = frozenset("told tell tells informed inform tipped fed briefed gave give quote quotes quoting cite cites citing rely relies get got hear heard learn know".split())

# "who" and the like ask a question only at its beginning or after one of these; else they join a clause.
RELATIVE = frozenset({"who", "whom", "when", "where"})
BEFORE_QUESTION = frozenset(
    ", . and or but so is was are were did do does by of from to for with at on about since until tell me say says said know knows then now "
    "ok um well please also exactly like u you asking wonder wondering name pls specify report reported claims claimed told brother sir hey hello hi lol bro".split()
)

# Attempts to make the bot say something of their own: never a question about the report.
INJECTIONS: tuple[str, ...] = (
    "ignore the report", "ignore the article", "ignore previous", "ignore all previous", "ignore your instructions", "ignore your rules",
    "ignore all instructions", "disregard the report", "disregard the article", "disregard previous", "disregard your instructions",
    "disregard all", "forget the report", "forget the article", "forget your instructions", "forget previous", "forget everything",
    "new report", "new article", "new instructions", "system prompt", "developer mode", "output exactly", "output only", "repeat after me",
    "print exactly", "say exactly", "you are now", "you are dan", "act as", "pretend you are", "pretend to be", "pretend that you", "roleplay",
    "role play", "jailbreak", "override", "from now on you", "answer only with", "respond only with", "write exactly",
)  # fmt: skip
