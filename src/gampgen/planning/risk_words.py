"""Words on which severity and detectability hang, as patterns over one statement.

Each entry is (what it is called in a reason, pattern). Linear: alternations of fixed words. The lists are gampgen's own
first rating; a person confirms them.
"""

from __future__ import annotations

import re

from gampgen.planning.words import anywhere

HIGH_OBJECT = anywhere(r"""
    batch(?:es)?(?: record)? (?:release|disposition)|release[sd]?(?! notes?| version)|releasing|
    reject(?:s|ed|ion)?(?= .{0,200}\b(?:batch|lot|sample))|certif(?:y|ies) (?:a|the|each|every) (?:batch|lot|product)|
    (?:batch(?:es)?|lots?) certification|
    (?:batch(?:es)?|lots?) (?:is|are|shall be) certified|refus\w+ certification|allow certification|
    upon certification|steril\w+|aseptic\w*|
    dos(?:e|es|ing|age)|dispens\w+|potency|assay|expiry|expiration date|shelf life|retest date|labels?|labelling|
    labeling|recipes?|formulas?|formulations?|critical (?:process )?parameters?|critical quality attributes?|CPPs?|
    CQAs?|audit trails?|electronic(?:ally)? sign\w*|e-?signatures?|signatures?|alarm limits?|
    (?:action|high|low|critical) alarms?|excursions?|patients?|subjects? allocation|allergens?|contaminat\w+|
    cross-contamination|serial numbers?|seriali[sz]\w+|blinding|randomi[sz]\w+|adverse events?|OOS|
    out[- ]of[- ]specification|specification limits?|quarantine\w*|lot numbers?|batch numbers?|yields?|interlocks?|
    emergency stops?|integrity tests?|filter(?:s)? (?:integrity|as)|bubble point|differential pressure|
    test results?|analytical results?|laboratory results?|recalls?|bacterial|endotoxin\w*|bioburden|refrigerators?|
    freezers?|cold (?:chain|storage|room)s?|storage temperature|lyophili[sz]\w+|autoclaves?|incubators?|
    clean ?rooms?|vessel|reactor|bioreactor
""")
MEDIUM_OBJECT = anywhere(r"""
    reports?|review(?:s|ed)?|status(?:es)?|calibration|training|inventory|records?|results?|values?|interfaces?|
    deviations?|CAPAs?|samples?|equipment|materials?|temperature|pressure|humidity|weights?|data|alarms?|alerts?|
    passwords?|users?|accounts?|roles?|log(?:in|on|out| in| on| out| off)|backups?|time ?stamps?|dates?|documents?|
    measurements?|limits?|parameters?|workflows?|batch(?:es)?|lots?|session|entries|fields?
""")
LOW_OBJECT = anywhere(r"""
    colou?rs?|layouts?|fonts?|help(?: texts?| function| pages?)?|dashboards?|languages?|
    sort(?:s|ed|ing|able)?(?: order)?|logos?|icons?|tool ?tips?|themes?|shortcuts?|start page|home ?page|favourites|
    favorites|wallpaper|reminders?|newsletter|column width|search(?:es)?|look up|zoom\w*|menu
""")
EFFECT_VERB = re.compile(
    r"\b(?:(?:re)?calculat|comput|control|regulat|decid|releas|approv|reject|refus|certif|block|prevent|allow|"
    r"permit|forbid|stop|"
    r"start|abort|interrupt|dos|dispens|fill|steril|rais|trigger|alarm|alert|warn|sign|record|stor|sav|creat|"
    r"chang|modif|edit|delet|"
    r"remov|transfer|send|sent|import|export|receiv|print|label|encod|verif|check|compar|valid|assign|allocat|"
    r"lock|unlock|enter|"
    r"archiv|retain|restor|back|set|adjust|generat|keep|kept|maintain|hold|log|captur|measur|monitor|report|"
    r"mark|flag|invalidat|"
    r"convert|round|identif|authentic|requir|enforc|ensur|apply|appl|pass|quarantin|reconcil|recall|invalid|"
    r"become|remain|last|exceed|"
    r"vent|read|open|close|switch|acknowledg|expire|perform|updat|register|complet|confirm|accept|unblind|"
    r"randomi[sz]|seriali[sz]|track)"
    r"(?:e|es|s|ed|d|ing|ting|ted|ped|ping|led|ling|ged|ning|ned|ies|ied|y|tion|ation|able|ible|ally|al)?\b",
    re.IGNORECASE,
)
SHOW_VERB = re.compile(
    r"^(?:be )?(?:show|shown|display|displayed|view|viewed|list|listed|sort|sorted|search|searched|visible|"
    r"highlight\w*|colou?red|"
    r"present|presented|offer|navigate|zoom|scroll)\b",
    re.IGNORECASE,
)  # fmt: skip
SILENT = anywhere(r"""
    calculat\w+|comput\w+|average|mean|rounded|rounding|audit trails?|time ?stamps?|back(?:ed|s)?[- ]?up|backups?|
    retain\w*|retention|archiv\w+|convert\w*|migrat\w+|expiry|encrypt\w*|synchroni[sz]\w+|in the background|labels?
""")
NOTICED = anywhere(r"""
    colou?rs?|layouts?|fonts?|help|logos?|icons?|search(?:es)?|sort(?:ed|ing|able)?|
    filter(?:ed|ing)? (?:by|on|the list|criteria|function)|filterable|start page|languages?|
    second (?:person|user|operator|check|signature)|four[- ]eyes|double[- ]check|
    independent(?:ly)?(?: checked| check)?|checked by|verified by|countersign\w*|zoom|menu|dashboards?
""")
INDEPENDENT_CHECK = anywhere(r"""
    second (?:person|user|operator|check|signature)|four[- ]eyes|double[- ]check|independent(?:ly)? check(?:ed)?|
    checked by|verified by|countersign\w*
""")
WARNS = anywhere(r"""
    invalid|failed|failures?|faults?|faulty|errors?|alarms?|alerts?|warnings?|expired|overdue|quarantined?|rejected|
    out[- ]of[- ](?:range|specification|tolerance|limits?)|OOS|missing|lost|exceeded|unsafe|danger|blocked|not valid
""")
"""States that somebody relies on being shown: where the showing fails, nothing else tells of them."""
MANUAL_ENTRY = anywhere(r"""
    by hand|manual(?:ly)? (?:entr\w+|enter\w*|input|typed|recorded|data|weigh\w*)|(?:entered|recorded) manually|
    typed in|
    keyed in
""")
CUSTOM = anywhere(r"""
    custom(?:[- ]?(?:made|built|developed|coded|ised|ized))?|bespoke|scripts?|scripted|macros?|in-house|proprietary|
    own (?:code|development)|machine learning|neural|algorithms?
""")
UNCHANGED = anywhere(r"""
    standard (?:function|feature|report)s?|out[- ]of[- ]the[- ]box|as supplied|as delivered|
    without (?:any )?modification|default set-?up
""")
COMPLEX = anywhere(r"""
    calculat\w+|comput\w+|interfaces?|transfer\w*|synchroni[sz]\w+|import\w*|migrat\w+|algorithms?|exchange[sd]?
""")

NEVER_LOW = (
    ("audit trail", anywhere(r"audit trails?")),
    ("electronic signature", anywhere(r"""
    electronic(?:ally)? sign\w*|e-?signatures?|signed electronically|digital signatures?
""")),
    ("access control", anywhere(r"""
    log(?:s|ged)? (?:in|on|out|off)|log-?(?:in|on|out|off)s?|passwords?|
    access(?: rights| control)?(?= .{0,200}\b(?:user|role|only|restrict\w*|control\w*|authori[sz]\w*))|authenticat\w+|
    (?:user )?roles?(?= .{0,200}\b(?:only|able|allow\w*|permi\w*|right))|only .{1,80}?(?:shall|may|can|must)|locked|
    user accounts?|not be able to|permissions?|access rights
""")),
    ("backup and restore", anywhere(r"""
    back(?:ed|s)?[- ]?up|backups?|restor(?:e|es|ed|ing|ation)|disaster recovery
""")),
    ("transfer of release data", anywhere(r"""
    (?:transfer|send|transmit|import|export|receive)\w*(?= .{0,200}\b(?:release\w*|results?|decision|lot|batch|
    disposition|specification)\b)
""")),
    ("calculation for release", anywhere(r"""
    (?:calculat|comput)\w+(?= .{0,200}\b(?:release|yield|potency|assay|result|dose|content|shelf|expiry|specification|
    batch|lot|limit)\w*)
""")),
    ("alarm on a critical parameter", anywhere(r"""
    (?:action|high|low|critical|excursion) alarms?|alarms? (?=.{0,200}(?:temperature|pressure|humidity|particle|limit|
    flow|level|speed|oxygen|conductivity|above|below|outside|exceed))
""")),
    ("time source", anywhere(r"""
    time ?stamps?(?= .{0,200}\b(?:server|UTC|NTP|source|synchron\w*|zone))|NTP|time (?:server|source|
    synchroni[sz]ation)|
    system (?:clock|time)|server time
""")),
)  # fmt: skip
"""Functions whose priority is never low (gampgen's own list, after the usual practice of the field)."""
