# ruff: noqa: E501 - word lists are kept by meaning, one line each
"""The field's words that tell properties of delivery, settings and routine use."""

from __future__ import annotations

import re

from gampgen.planning.words import anywhere, beginning, word_set

HARDWARE_HEADS = word_set("""
    server workstation pc computer laptop hardware housing enclosure cabinet rack cable cabling sensor probe
    transmitter processor cpu memory ram disk printer scanner ups network socket keyboard panel surface
    collector logger instrument equipment device machine controller plc hmi terminal balance monitor display
    switch router antenna camera chamber vessel pump valve piping tubing skid unit reader touchscreen screen
    drive battery part material tester analyser analyzer autoclave isolator system
""")
BUILT_HEADS = word_set("""
    housing enclosure cabinet rack cable cabling surface piping tubing socket material weld gasket seal
""")
UTILITY = anywhere(r"""
    compressed air(?: supply)?|(?:power|voltage|mains|electrical|electricity|steam|water|nitrogen|gas|air) supply|
    ambient (?:temperature|conditions?|humidity)|installation (?:room|site|location|environment)|lighting|
    supply voltage|utilities|server room|computer room
""")
EFFECT_HEADS = word_set("status state flag result alarm counter field bit signal valve mode")

# Installation.
STATIC = beginning(r"""
    have|be (?:equipped|fitted|mounted|installed|located|placed|made|constructed|built|protected|rated|powered|wired|
    washable|supplied|delivered|designed for|suitable for|resistant|not (?:wider|higher|larger|heavier)|
    no (?:wider|higher|larger)|wider|higher|larger|heavier|of (?:stainless|material)|connected)|weigh|fit|include|
    possess|contain|comprise|require|occupy|consist|need|withstand|consume|come with
""")
BUILT_STATE = beginning(r"""
    be (?:made|constructed|built|of|protected|rated|resistant|washable|smooth|routed|labelled|labeled|marked|welded|
    polished|electropolished)|have|comply|withstand
""")
SPECIFIED_HARDWARE = re.compile(
    r"^(?:hardware|server|workstation|client|pc|computer)s?(?: requirements?)?:", re.IGNORECASE
)
HARDWARE_OBJECT = re.compile(
    r"\b(?:\d+ ?(?:GB|TB|GiB|TiB|MB) (?:of )?(?:\w+ )?(?:RAM|memory|disk|storage|hard|SSD|free)|RAM|SSD|CPUs?|"
    r"processors?|"
    r"(?:CPU |processor )?cores|hard (?:disks?|drives?)|disk space|network cards?|power suppl(?:y|ies)|(?:USB|Ethernet|"
    r"serial|network|LAN|RS-?232|RS-?485) ports?|UPS|uninterruptible power|IP ?\d\d|protection class|"
    r"stainless(?: steel)?|"
    r"316L|AISI|dimensions?|footprint|kVA|\d+ ?(?:V|VAC|VDC|Hz|kW|W)|mains|(?:power|wall|mains) sockets?|racks?|"
    r"cabinets?|enclosures?|casters|bandwidth|"
    r"castors|batter(?:y|ies)|\d+ ?(?:mm|cm|m|inch(?:es)?|kg) ?(?:wide|high|deep|long|or less|in (?:width|height|depth|"
    r"length))?$|\d+(?:[.,]\d+)? ?(?:kg|inch(?:es)?|dpi)|wider than|heavier than|trolley|graphics card|"
    r"monitors?|keyboards?|"
    r"barcode (?:reader|scanner)s?|touch ?screens?|hardware|surfaces?|explosion[- ]proof|ATEX|trunking|"
    r"cable glands?)\b",
    re.IGNORECASE,
)
BEHAVIOUR_CUE = anywhere(r"""
    alarms?|alerts?|audit trail|log(?:s|ged)?|display(?:s|ed)?|shows?|records?|messages?|warnings?|functions?|
    functionality|screens? (?:for|that|to)|status|password
""")
INSTALLED = re.compile(
    r"^(?:be (?:installed|hosted|deployed|located|mounted|virtuali[sz]ed)\b(?!.*\b(?:automatically|by (?:a|an|"
    r"the) user)\b)|"
    r"(?:run|operate|work|function|be (?:compatible|operable|executable|able to run|capable of running|operated))"
    r" (?:\w+ ){0,3}?(?:on|under|with|in|at)\b.{0,60}?\b(?:windows|linux|unix|macos|android|ios|operating systems?|"
    r"servers?|virtual(?:i[sz]ed)?|vmware|oracle|sql server|postgresql|hardware|"
    r"workstations?|pcs?|citrix|cloud|on[- ]premises?|ambient|data cent(?:re|er)|(?:company|corporate|site|plant) "
    r"(?:network|infrastructure|domain)|infrastructure|°C|degrees?|humidity|voltage)(?:\b|$))",
    re.IGNORECASE,
)
# what the thing delivered is like, as a row ("Chamber volume: 450 L") or as a subject
CONSTRUCTION = (
    r"(?:(?:chamber|vessel|tank|usable|working|nominal|total|interior|internal|drum|bowl) (?:volume|capacity)"
    r"|(?:machine|total|gross|overall|maximum|max\.|shipping|dry) weight|weight(?=\s*[:=]?\s*(?:[<≤]|max\.?|up to)?\s*\d[\d.,]* ?(?:kg|t)\b)"
    r"|(?:(?:outer|overall|external|outside|inner|internal|installation|maximum|machine|unit|footprint) )?dimensions?(?: \([^()]*\))?"
    r"|(?:overall|installation|machine) (?:height|width|depth|length)|footprint|floor space"
    r"|(?:product[- ]contact |housing |body |construction |seal |gasket )?materials?(?: of construction)?|surface (?:roughness|finish)"
    r"|protection (?:class|rating|type)|degree of protection|ingress protection|IP (?:class|rating|code)|power consumption|connected load"
    r"|(?:rated|nominal|supply|mains) (?:voltage|current|power|frequency)|noise level|sound pressure level)"
)
CONSTRUCTION_ROW = re.compile(
    rf"^(?:the )?{CONSTRUCTION}\s*[:=]?\s*(?:[<>≤≥±~]|max\b|min\b|at (?:most|least)|approx|\d|(?<=[:=] )\w)",
    re.IGNORECASE,
)
CONSTRUCTION_SUBJECT = re.compile(
    rf"^(?:the |a |an )?(?:maximum |minimum )?{CONSTRUCTION}(?: of (?:the )?[\w -]{{2,40}})?$", re.IGNORECASE
)
CONSTRUCTION_STATE = re.compile(
    r"^(?:not )?(?:exceed|amount to|be (?:not |no )?(?:at (?:most|least)|more than|less than|larger|higher|wider|[<>≤≥±]|max|min|between|approx|made|stainless|of |IP ?\d|\d))",
    re.IGNORECASE,
)
UNMISTAKABLE_HARDWARE = re.compile(
    r"\b(?:GB|TB) (?:of )?(?:\w+ )?(?:RAM|memory|disk)|\bIP ?\d\d\b|\bstainless steel\b", re.IGNORECASE
)
UTILITY_STATE = re.compile(r"^(?:be|have|provide|comply)\b(?! \w+(?:ed|wn)\b(?! on| with| at))", re.IGNORECASE)
VERSION_HEADS = frozenset({"version", "release", "build"})
VERSION_STATE = beginning(r"""
    be (?:\d|at least|installed|identical|the|version)|correspond|agree|match
""")
# Settings that must simply be so.
SETTING_SUBJECT = anywhere(r"""
    time ?zones?|(?:display |screen |user interface |system |default )?languages?|locales?|
    (?:date|number|time|decimal)(?: and (?:date|time))? formats?|decimal (?:separator|point)s?|
    default (?:value|setting|format|unit|list|currency|parameter|printer|language|time zone)s?|currenc(?:y|ies)|
    unit systems?|naming conventions?|
    (?:host|channel|site|company) names?|logos?|default values?|regional settings?|keyboard layout|paper size|
    default printer|character set
""")
FIXED = re.compile(
    r"^(?:be(?! (?:\w+ly )?(?:displayed|shown|printed|recorded|stored|\w+able|possible|"
    r"changed|selected|taken|adjusted|synchroni[sz]ed|checked|refused|rejected|used|"
    r"supported|audited))|contain|have)\b",
    re.IGNORECASE,
)
SETTINGS_NOUN = anywhere(r"settings|parameters|configuration|units")
TRIGGER = anywhere(r"""
    when|if|upon|after|once|as soon as|unless|until|automatically|by (?:a|an|the) \w+
""")
CONFIGURED_WITH = beginning(r"""
    be (?:pre)?configured (?:with|for|as|in|according|per|by)|be set up (?:with|for|as|according)|
    be parameteri[sz]ed|be pre-?set|be preconfigured|be customi[sz]ed (?:with|according)
""")
SETTING_OBJECT = anywhere(r"""
    time ?zones?|languages?|locales?|formats?|default \w+|(?:channel|site|company|host|user|room|tag) names?|logos?|
    currenc(?:y|ies)|units?|parameters?|settings?|values?|lists?|roles?|master data|english|german|french|spanish|
    templates?|configuration specification
""")
# Performance qualification.
ROUTINE = anywhere(r"""
    (?:routine|regular|normal|commercial|daily|everyday|productive|live|real) (?:production|operation|operations|
    use|manufacturing|work|working)|routine|production conditions|consecutive (?:\w+ )?(?:batches|runs|lots|
    cycles|days)|
    (?:over|during|for|within) (?:a (?:period of )?)?(?:the (?:first )?)?(?:at least )?(?:\d+|one|two|three|four|
    five|six|eight|twelve|several) (?:consecutive |calendar |working |production )?(?:weeks?|months?|shifts?)|
    performance qualification|process validation
""")
PERIOD_OF_DATA = anywhere(r"""
    last|previous|preceding|past|retain\w*|archiv\w*|kept|keep|stored?|history|trends?|reports?|expir\w*|lock\w*|
    alarms?|alerts?|notif\w*|remind\w*
""")
ACHIEVE = anywhere(r"""
    achieve[sd]?|reach(?:es|ed)?|process(?:es|ed)?|handle[sd]?|produce[sd]?|record[s]?|yield[s]?|available|
    availability|throughput|uptime|be (?:certified|packed|filled|produced|processed|released|completed|reproduc\w+)|
    perform(?:s|ed)?|consistent(?:ly)?|reproducib(?:le|ly|ility)|operate[sd]?|run[s]?|demonstrate[sd]?|
    work(?:s|ed)?|fill(?:s|ed)?|maintain(?:s|ed)?|detect(?:s|ed)?|meet
""")
MEASURE = re.compile(
    r"\d ?%|\b(?:at least|minimum|not more than|at most|without|less than|more than|up to|three|\d+)\b|\d",
    re.IGNORECASE,
)
PER_PERIOD = re.compile(
    r"\d[\d,.]{0,12} (?:\w+ ){1,3}?(?:per|a|each|every) (?:day|shift|week|month|year|annum)\b|"
    r"\d ?%(?: of the time)? .{0,30}?(?:per|a|each|every|over|in (?:a|any)|on (?:a|an)|monthly|"
    r"annual)\b.{0,12}?(?:week|month|year|annum|quarter|basis)\b",
    re.IGNORECASE,
)
LOAD = beginning(r"""
    process|handle|achieve|reach|produce|be available|be (?:up|operational|usable)|
    have (?:a|an) (?:\w+ ){0,2}(?:availability|uptime|throughput)|be able to (?:process|handle|produce|fill|run)|
    be capable of (?:processing|handling|producing|filling)|be|fill|run|
    provide (?:a|an) (?:\w+ ){0,2}(?:availability|uptime|throughput)|support|deliver|manage
""")
OUTPUT = anywhere(r"""
    availability|available|uptime|throughput|samples?|batches|lots|vials|bottles|tablets|tests|units|packs|blisters|
    syringes
""")

# Values that only the running system shows.
NAMED_VALUE = re.compile(
    r"^(?P<name>[^\d<>≤≥±=]{2,80}?)\s*[:=–—-]?\s*(?=[<>≤≥±=]|max|min|better than|\d)", re.IGNORECASE
)
OPERATING = re.compile(
    r"\b(?:accuracy|tolerances?|precision|repeatability|resolution|response times?|refresh (?:times?|rates?)|speeds?|"
    r"(?:\w+ )?rates?|latency|delay|duration|cycle times?|intervals?|set ?points?|(?:alarm|action|warning|alert) "
    r"(?:limits?|bands?|thresholds?)|alarms?|limits?|thresholds?|temperature|pressure|humidity|flow|torque|"
    r"(?:working|operating|measuring|control) ranges?|time-?outs?|deviation|drift)\b",
    re.IGNORECASE,
)
PLATFORM = re.compile(
    r"^(?:run|use|have|operate) (?:on |under |with )?(?:an? |the )?(?:\w+ )?"
    r"(?:Windows|Linux|Ubuntu|Debian|RHEL|Red Hat|macOS|Android|iOS)\b"
)
SOFTWARE_HEADS = word_set("database dbms browser middleware hypervisor")
NAMED_PRODUCT = re.compile(
    r"^be (?:an? |at least )?(?:[A-Z][\w.]*)(?: [A-Z0-9][\w.]*){0,4}(?: or (?:later|newer|higher))?$"
)
