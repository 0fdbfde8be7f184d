"""The closed word classes of English that clause structure hangs on."""

from __future__ import annotations

OBLIGING = frozenset({"shall", "must"})
MODALS = OBLIGING | {"should", "may", "might", "can", "could", "will", "would", "cannot", "ought"}
BE_FINITE = frozenset({"is", "are", "was", "were", "am", "isn't", "aren't", "wasn't", "weren't", "being"}) - {"being"}
BE_OTHER = frozenset({"be", "been", "being"})
HAVE = frozenset({"has", "have", "had", "hasn't", "haven't", "hadn't"})
DO = frozenset({"do", "does", "did", "don't", "doesn't", "didn't"})
CONTRACTED = frozenset({"won't", "can't", "couldn't", "shouldn't", "mustn't", "wouldn't", "shan't", "needn't"})
NEGATIONS = frozenset({"not", "never"})
NO_DETERMINERS = frozenset({"no", "neither"})
POSSESSIVES = frozenset({"its", "their", "his", "her", "our", "your", "my", "whose"})
DETERMINERS = frozenset(
    {"the", "a", "an", "this", "these", "those", "each", "every", "any", "some", "all", "no", "both", "either",
     "neither", "another", "such", "several", "many", "more", "most", "few", "only", "one", "what"}
) | POSSESSIVES  # fmt: skip
_SUBJECT_PRONOUNS_WORDS = """
it he she they we you i there nobody everyone anyone none nothing everything someone this that these those
"""
SUBJECT_PRONOUNS = frozenset(_SUBJECT_PRONOUNS_WORDS.split())
OBJECT_PRONOUNS = frozenset({"them", "him", "us", "me", "itself", "themselves"})
PLURAL_PRONOUNS = frozenset({"they", "we", "you", "i", "these", "those"})
RELATIVES = frozenset({"which", "who", "whom", "whose"})
SUBORDINATORS = frozenset({"if", "when", "whenever", "while", "whilst", "unless", "because", "where", "wherever",
                           "whether", "although", "though", "how", "why", "whereas", "once"})  # fmt: skip
THAT_CLAUSE_NOUNS = frozenset(
    {"case", "cases", "event", "condition", "fact", "assumption", "provided", "given", "extent", "so", "such"}
)
COMPARISONS = frozenset({"<", ">", "=", "≤", "≥", "≠", "<=", ">=", "==", "!="})
LEVELS = frozenset({"above", "below", "over", "under", "beyond", "outside", "<", ">", "≤", "≥", "<=", ">="})
COMPARATIVES = frozenset({"less", "more", "greater", "higher", "lower", "later", "earlier", "larger", "smaller",
                          "longer", "shorter", "fewer", "older", "better"})  # fmt: skip
TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "shift", "quarter"})
SHORT_TIME_UNITS = frozenset({"s", "sec", "min", "h", "hr", "hrs", "d", "ms"})
COORDINATORS = frozenset({"and", "or", "nor", "but", "and/or"})
_PREPOSITIONS_WORDS = """
about above across after against along among around as at before behind below beneath beside between beyond by
concerning despite down during except for from in inside into like near of off on onto out outside over per
regarding since through throughout till toward towards under underneath until up upon via with within without than
"""
PREPOSITIONS = frozenset(_PREPOSITIONS_WORDS.split())
_ADVERBS_WORDS = """
already also always again almost now then still yet soon often once twice currently only even just never ever here
there thus therefore hence however otherwise else instead too very longer further furthermore moreover additionally
meanwhile afterwards together least most more less first last please respectively likewise similarly later
subsequently automatically immediately
"""
ADVERBS = frozenset(_ADVERBS_WORDS.split())
_ADJECTIVES_WORDS = """
able absent active ahead alive apparent asleep available aware bad big blank busy certain clean clear closed cold
compliant complete compatible consistent constant correct critical current different difficult dirty dry due early
easy empty enough equal essential evident exact extra faulty few first free full good greater hard healthy high
higher hot identical idle impossible inactive incomplete incorrect independent insufficient invalid key large larger
last late less likely live local locked long longer lost low lower main manual mandatory missing more necessary new
next non-compliant normal obsolete off offline old on online open other out outdated overdue pending permanent
possible present primary public ready recent red green yellow amber relevant remote responsible right safe same
secondary secure short sick similar single slow small smaller special stable standard sterile sufficient suitable
temporary external internal additional initial final digital electronic electrical actual individual general total
physical logical official global partial formal original mechanical chemical clinical biological particular optional
various relative true false unable unavailable unclear unique unknown unlikely unlocked unsafe unsigned unstable
urgent significant adjacent subsequent frequent
sudden important redundant equivalent concurrent intermittent valid visible warm wet whole wrong zero underage
"""
ADJECTIVES = frozenset(_ADJECTIVES_WORDS.split())
ADJECTIVE_ENDINGS = ("able", "ible", "ive", "ous", "ful", "less", "ical", "ional", "compliant")
NUMBER_WORDS = frozenset(
    {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "hundred"}
)
SINGULAR_NOUNS = frozenset({"mains", "means", "series", "lens", "always", "gas", "bus", "has", "bias", "alias"})
PLURAL_NOUNS = frozenset({"data", "people", "personnel", "staff", "criteria", "media", "children", "men", "women"})
