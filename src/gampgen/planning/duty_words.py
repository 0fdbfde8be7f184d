"""The field's words that tell what kind of duty a statement is.

Heads are head nouns of subjects, singular and lower case. Patterns built by `_starts` must stand at the beginning of a
predicate, those built by `_cue` anywhere. All are alternations of fixed words with bounded repetition, so that matching
stays linear in the length of the sentence.
"""

from __future__ import annotations

import re

from gampgen.planning.words import anywhere, beginning, word_set

TRAINING_HEADS = frozenset({"training", "course", "instruction session", "workshop"})
DOCUMENT_HEADS = word_set("""
    evidence proof manual documentation handbook guide drawing diagram datasheet declaration dossier specification
    plan certificate protocol matrix booklet
""")
CERTIFICATE_HEADS = word_set("certificate declaration certification evidence proof")
PROCEDURE_HEADS = frozenset({"sop", "procedure", "instruction", "policy", "policie", "plan", "guideline"})
SUPPORT_NOUN = anywhere(r"""
    spare parts?|help ?desk|hotline|warranty|maintenance (?:contract|agreement|service)s?|
    service[- ]level agreements?|(?:technical|vendor|supplier|remote|product|application|on-site|software) support|
    escrow|support and maintenance|maintenance and support|support(?: services?)?
""")
SOURCE_CODE = anywhere(r"source code|code reviews?|coding standards?|unit tests?")
SERVICED_HEADS = word_set("""
    sensor instrument probe balance device equipment system transmitter gauge thermometer manometer unit logger
    analyser analyzer tester machine chamber filter printer server battery
""")

LOOSE_DOCUMENT_HEADS = word_set("instruction note list code document record")
PERIODIC_HEADS = word_set("test review drill exercise calibration audit inspection check")
# What shows that the running system does or lets somebody do something.
SYSTEM_CUE = anywhere(r"""
    (?:in|by|on|through|via|within|into|from|to|using) (?:the|its|a) (?:[\w-]+ ){0,2}(?:system(?! owner| admin|
     supplier)|application|software|
    screen|portal|module|dashboard|interface|dialogue?|form|tool|database|menu|app|platform|workflow|gui|ui|
    terminal)|electronically|automatically|click(?:s|ed)?|on[- ]screen|in read-only|by e-?mail|prompted|displayed|
    online
""")
PERMISSION = beginning(r"""
    be able to|be (?:allowed|permitted|authori[sz]ed|entitled|enabled|empowered)|have (?:\w+ ){0,3}(?:access|right|
    rights|permission|permissions|ability|option|possibility|privilege|privileges|authority|role|roles)|
    be (?:prevented|blocked|denied|refused|forced|prompted|asked|warned|alerted|notified|informed|logged|locked|
    shown|presented|given|granted|identified|authenticated|redirected|displayed|assigned|deactivated|disabled|
    listed|marked|stored|recorded|created|selected|linked|flagged|rejected|suspended|required)|receive|see|
    get (?:a|an)
""")
PASSIVE_EFFECT = beginning(r"""
    be (?:able|allowed|permitted|blocked|locked|displayed|shown|marked|flagged|listed|notified|informed|stored|
    recorded|selected|selectable|created|searchable|rejected|refused|suspended|deactivated|disabled|prompted|
    printed|linked|assigned|removed|deleted|archived|maintained in|entered|imported|exported|added|rated|ranked)|
    receive|have (?:\w+ ){0,2}(?:access|unique|rights)
""")

# What people and companies do without the system.
TRAIN = beginning(r"""
    be (?:\w+ly )?(?:trained|instructed|educated|qualified)|be given training|
    have (?:been|received|completed|undergone) (?:\w+ )?(?:trained|training|train)|
    have been (?:trained|instructed|qualified)|(?:receive|complete|undergo|attend|pass|participate in|
    take part in) (?:\w+ ){0,4}(?:training|trainings|course|instruction)|train|be (?:familiar|competent)
""")
TRAINING_NOUN = re.compile(
    r"^\w+ (?:\w+ ){0,4}(?:trainings?|training courses?|training sessions?|training for)(?! (?:records?|status|"
    r"matri\w+|"
    r"history|modules?|dates?|plans?|data|report|assignments?|certificates?|materials?|documents?|files?))\b",
    re.IGNORECASE,
)
PROCEDURAL = beginning(r"""
    (?:read|observe|follow|adhere to|comply with|act according to|work according to|understand)(?= .*\b(?:sops?|
    procedures?|instructions?|polic(?:y|ies)|manuals?|guidelines?|rules?)\b)|wear|clean|calibrate|
    keep (?:\w+ ){0,3}(?:secret|confidential)|not share|share|be responsible|(?:appoint|nominate|designate)|
    sign (?:a|the|an) (?:paper|written|form|declaration|statement)|
    report (?:\w+ ){0,4}(?:to (?:the )?(?:qa|management|supervisor|it))|disclose|treat|protect (?:their|his)
""")
ENDURED = re.compile(
    r"^be (?!responsible|accountable|appointed|nominated|named|designated|aware|qualified|familiar|"
    r"in charge)\w+",
    re.IGNORECASE,
)
PERIODIC_DUTY = re.compile(
    r"^(?:review|check|verify|assess|audit|inspect|test|perform|conduct|carry out|evaluate|reconcile|approve|clean|"
    r"calibrate|maintain|repeat|monitor)\b.*\b(?:periodically|annually|yearly|monthly|weekly|quarterly|regularly|"
    r"once (?:a|per)|at least (?:once|every)|every (?:\d+|two|three|six|twelve|\w+)? ?(?:years?|months?|weeks?|"
    r"quarters?|"
    r"days?)|each (?:year|month|quarter|week)|before (?:go-live|release for use|use|operation)|at regular intervals)\b",
    re.IGNORECASE,
)
VALIDATED = beginning(r"""
    be (?:\w+ly )?(?:validated|qualified|revalidated|requalified|subject to validation)
""")
SERVICED = beginning(r"""
    be (?:\w+ly )?(?:calibrated|recalibrated|serviced|cleaned|maintained|adjusted|inspected|lubricated)
""")

TRAINING_GIVEN = beginning(r"""
    (?:be )?(?:provide|offer|give|given|hold|held|conduct|deliver|perform|carry out|carried out|organi[sz]e|include|
    done|complete|available|document|arrange|supply|supplied|ensure|plan|planned|schedule|require|repeat|cover|
    receive)(?:e?d)?
""")
PERIODIC_TEST = re.compile(
    r"^be (?:tested|performed|conducted|carried out|executed|done|held|repeated|reviewed|calibrated)\b.*\b(?:annually|"
    r"periodically|yearly|monthly|weekly|quarterly|regularly|once (?:a|per)|every \w+ ?(?:years?|months?|weeks?|"
    r"quarters?)|"
    r"every (?:year|month|week|quarter)|each (?:year|month|week|quarter)|at regular intervals|before go-live)\b",
    re.IGNORECASE,
)
PERIODIC_REVIEW = re.compile(
    r"^be (?:reviewed|audited|assessed|reconciled|re-?certified)\b.*\b(?:annually|periodically|yearly|monthly|weekly|"
    r"quarterly|regularly|once (?:a|per)|every (?:\w+ )?(?:years?|months?|weeks?|quarters?)|each (?:year|month|week|"
    r"quarter)|at regular intervals)\b",
    re.IGNORECASE,
)
MANAGEMENT_SUBJECT = anywhere(r"change control|(?:change|incident|configuration|patch|problem|risk|access) management")
RESTORE_SUBJECT = anywhere(r"restores?|backups?|disaster recovery|restoration")
EXERCISED = beginning(r"be (?:\w+ly )?(?:tested|verified|exercised)")
INSTALL = beginning(r"install|commission|mount|connect|set up|wire|assemble|unpack")
ONLY = anywhere(r"only")

# Delivery, documents, certificates, life cycle.
DELIVER = beginning(r"""
    deliver|provide|supply|hand over|submit|furnish|make available|prepare|issue|offer|include|write|produce|create|
    maintain|present|send|enclose|draw up|compile|document
""")
BE_DELIVERED = beginning(r"""
    be (?:delivered|supplied|provided|submitted|handed over|furnished|enclosed|issued|prepared|drawn up|
    made available|available|included|part of|written|in (?:the )?(?:\w+ )?(?:language|english|german|french|
    spanish)|kept on site|established|created|presented)|be there|accompany|exist
""")
BE_HANDED_OVER = beginning(r"""
    be (?:delivered|supplied|handed over|submitted|furnished|enclosed)|be provided by the
""")
DOCUMENT_NOUN = (
    r"(?:manuals?|documentation|handbooks?|user guides?|operating instructions|drawings?|datasheets?|data sheets?|"
    r"certificates?|declarations?|(?:functional|design|configuration|software|hardware|technical|requirements?) "
    r"specifications?|specifications?|(?:test|quality|project|validation|qualification|maintenance|risk) (?:plans?|"
    r"protocols?|reports?|documents?|records?|evidence)|protocols?|source code|configuration lists?|parts? lists?|"
    r"release notes?|wiring diagrams?|traceability matri\w+|documents|design documents?|evidence|risk assessments?|"
    r"(?:iq|oq|fat|sat)(?:/oq)? (?:documents?|documentation|protocols?|reports?))"
)
DOCUMENT_OBJECT = re.compile(rf"^(?:[\w/-]+(?:['’]s?)?,? ){{1,9}}?{DOCUMENT_NOUN}\b", re.IGNORECASE)
PROCEDURE_STATE = beginning(r"""
    be (?:in force|applied|in place|established|available|written|defined|prepared|approved|followed|updated|developed|
    implemented|revised|effective|created|documented|adapted|maintained|there|issued|drawn up|observed|provided)|
    exist|describe|cover|define|govern|specify|regulate|address
""")
QUALITY_EVIDENCE = re.compile(
    r"^(?:have|hold|possess|maintain|operate|demonstrate|show|present|own|be (?:\w+ly )?(?:certified|audited|assessed|"
    r"accredited|qualified|approved|registered)|follow|work|apply|run|prove|provide evidence|undergo|allow|"
    r"permit|accept|"
    r"inform|notify|agree|guarantee|offer|grant|commit)\b",
    re.IGNORECASE,
)
CERTIFIED_HEADS = SERVICED_HEADS | word_set(
    "software product solution platform application provider service plant centre"
)
CERTIFIED = beginning(r"""
    be (?:\w+ly )?(?:certified|accredited|ce[- ]marked|ul[- ]listed|audited)|bear|carry (?:a|the) ce
""")
DEVELOPED = re.compile(
    r"^be (?:\w+ly )?(?:developed|designed|programmed|coded|implemented|built|produced|manufactured|engineered|written|"
    r"tested|released)\b.{0,60}?\b(?:according to|in accordance with|following|under (?:a|an|the)|in compliance with|"
    r"in line with|compliant with|as per|by (?:a|an|the) (?:\w+ ){0,3}(?:supplier|vendor|company|developers?)|"
    r"using (?:a|an|"
    r"the) (?:\w+ ){0,3}(?:life ?cycle|process|methodology|standard))\b",
    re.IGNORECASE,
)
UPDATE_HEADS = word_set("update patch upgrade release support part maintenance hotfix")
DEVELOPMENT_HEADS = word_set("development programming coding design")
DEVELOPMENT_STATE = beginning(r"follow|be (?:carried out|performed|done|documented|based|controlled)|comply")
CODE_STATE = beginning(r"""
    be (?:available|reviewed|documented|kept|deposited|commented|placed|held|stored|under|version[- ]controlled|
    managed|provided|delivered|covered|performed|archived)|follow|exist|comply
""")
SUPPORT_STATE = beginning(r"""
    be (?:available|provided|guaranteed|offered|ensured|included|given|concluded|delivered|supplied)|cover|include
""")
SUPPORTED = re.compile(
    r"^be (?:supported|maintained|serviced|maintainable)\b.{0,60}?\b(?:by the (?:supplier|vendor|manufacturer)|"
    r"for (?:at "
    r"least )?\d+ (?:years?|months?))",
    re.IGNORECASE,
)

BUILD = beginning(r"""
    provide|deliver|supply|implement|integrate|develop|configure|design|program|build|create|include|reali[sz]e|
    set up|adapt|extend
""")
FUNCTION_OBJECT = anywhere(r"""
    that|which|functions?|functionality|features?|interfaces?|reports?|modules?|screens?|dashboards?|system|
    software|application|alarms?|audit trails?|workflows?|roles?|log-?in|exports?|imports?|search|calculations?|
    access|labels?|signatures?|backup|views?|lock(?:ing|out)?|passwords?|to \w+
""")
PRODUCT_INSTRUCTION = anywhere(r"(?:operating|installation|maintenance|cleaning|user) instructions?")
HAS_PROCEDURES = beginning(r"""
    have (?:\w+ ){0,3}(?:procedures?|sops?|instructions?)|be accompanied by (?:\w+ ){0,3}procedures?
""")
OF_SUPPLIER = anywhere(r"(?:supplier|vendor|manufacturer|developer|contractor)(?:['’]s)?")
BY_SUPPLIER = anywhere(r"by the (?:supplier|vendor|manufacturer|developer|contractor)")
HAND_OVER = beginning(r"""
    deliver|provide|supply|hand over|submit|furnish|make available|prepare
""")
DELIVERED_WITH = re.compile(
    rf"^(?:be (?:delivered|supplied|provided|shipped|accompanied|handed over) (?:together )?(?:with|by)|come with)"
    rf"(?: [\w/-]+,?){{0,8}}? {DOCUMENT_NOUN}\b",
    re.IGNORECASE,
)
PROVIDES_MANUAL = re.compile(
    r"^(?:provide|include|have)(?: [\w/-]+){0,4}? (?:manuals?|documentation|handbooks?|user guides?)"
    r"(?: (?:in|for|that|which|describing|and|with|of the (?:system|software|application))\b.{0,120})?$",
    re.IGNORECASE,
)
QUALITY_SYSTEM = anywhere(r"quality (?:management )?systems?")

# The project: what is built on what, change control, going live, retirement.
BUILT_ON = re.compile(
    r"^be (?:based on|built on|built upon|(?:custom[- ]?|specially |individually |newly )?(?:developed|programmed|"
    r"coded|engineered|built)(?= (?:as|in|with|using|for|on|by)\b|$))",
    re.IGNORECASE,
)
TO_DO_SOMETHING = re.compile(r"\b(?:so that|in order to|such that|to (?:[a-z]+))\b")
CHANGE_HEADS = word_set("change modification update patch upgrade adaptation extension amendment logic formula")
UNDER_CONTROL = re.compile(
    r"^(?:require|be subject to|be under|be made under|undergo|go through|follow|be handled (?:by|under|through|via)|"
    r"be controlled (?:by|under|through|via))\b.{0,60}?\b(?:change control|change management|regression test(?:s|ing)?|"
    r"re-?validation|impact assessment)\b",
    re.IGNORECASE,
)
DONE = re.compile(r"^be \w+(?:ed|en|wn|ut|ne)\b", re.IGNORECASE)
BEFORE_USE = re.compile(
    r"\b(?:before|prior to) (?:the )?(?:go[- ]?live|(?:production|productive|routine) use|release for use|start of "
    r"(?:production|operation|routine use)|commissioning|hand-?over|cut-?over|use in production)\b",
    re.IGNORECASE,
)
RETIREMENT = re.compile(
    r"^(?:(?:at|upon|on|after|before|during) )?(?:the )?(?:system )?(?:retirement|decommissioning)\b|"
    r"\b(?:system|application) (?:retirement|decommissioning)$",
    re.IGNORECASE,
)

UNDER_PROCEDURE = re.compile(
    r"^be (?:\w+ ){0,2}?(?:governed|regulated|handled|managed|maintained|controlled|described|defined|performed"
    r"|laid down|carried out|conducted|done|executed|ensured|covered|documented|requested|assigned|granted)\b.{0,40}?"
    r"\b(?:by|in|under|according to|in accordance with|following|as per|by means of|through) "
    r"(?:an?|the|its|our|valid)? ?(?:[\w-]+ ){0,3}(?:procedures?|SOPs?|work instructions?|polic(?:y|ies))$",
    re.IGNORECASE,
)
PERIODIC_SUBJECT = re.compile(
    r"^(?:an?|the)?\s*(?:annual|yearly|monthly|weekly|quarterly|half-yearly|periodic|regular|routine)\s+"
    r"(?:[\w-]+ ){0,3}?(?:reviews?|checks?|tests?|audits?|inspections?|calibrations?|verifications?|assessments?"
    r"|exercises?|drills?)\b",
    re.IGNORECASE,
)
CARRIED_OUT = beginning(r"""
    be (?:\w+ly )?(?:performed|conducted|carried out|done|held|executed|planned|scheduled|documented|possible by)
""")
BY_TEAM = re.compile(
    r"\bby (?:the|an?|our|each) (?:[\w-]+ ){0,3}(?:teams?|departments?|committees?|boards?|management|company"
    r"|organi[sz]ation|contractors?|engineering|metrology|maintenance)$",
    re.IGNORECASE,
)
LIFE_FIGURE = anywhere(r"""
    mean time (?:between|to|before) failures?|mtbf|mttf|service life|design life|useful life|life expectancy
""")
