# ruff: noqa: E501 - word lists are kept by meaning, one line each
"""The verbs of requirements as word lists, by kind of action; verbs with a particle are written with a hyphen."""

from __future__ import annotations

from gampgen.domain.clause import ActionKind

WORDS: dict[ActionKind, str] = {
    ActionKind.ALARM: "alarm",
    ActionKind.NOTIFY: "notify alert warn inform remind announce advise e-mail email escalate",
    ActionKind.DISPLAY: "display show present zoom scroll pan resize expand collapse magnify indicate list highlight view see visualise visualize render plot colour preview mask hide"
    " mark flag label illustrate",
    ActionKind.RECORD: "record log save store cache buffer queue capture document register enter input write attach add upload"
    " memorise persist book file comment annotate timestamp stamp trace",
    ActionKind.CREATE: "create generate produce issue build compile derive raise draw copy duplicate clone initialise establish publish"
    " open schedule plan",
    ActionKind.OUTPUT: "print export download report reprint",
    ActionKind.CALCULATE: "calculate compute convert determine estimate sum average round aggregate summarise summarize total"
    " interpolate count quantify",
    ActionKind.REFUSE: "prevent reject refuse prohibit deny disallow forbid block inhibit restrict exclude suppress ignore discard"
    " limit avoid preclude decline eject divert separate sort-out push-out blow-out",
    ActionKind.STOP: "stop halt abort suspend pause terminate cease interrupt disable deactivate close cancel shut-down switch-off trip"
    " end discontinue",
    ActionKind.START: "start restart begin initiate resume continue enable activate trigger execute run launch perform commence proceed"
    " switch-on carry-out conduct",
    ActionKind.ALLOW: "allow permit accept authorise authorize grant unlock let",
    ActionKind.CHANGE: "change edit modify update set reset assign move adjust correct amend replace rename overwrite transition"
    " reclassify link associate allocate select choose insert apply reassign map group merge split toggle switch"
    " increment decrement release approve reopen acknowledge confirm submit complete review close-out sort order filter promote"
    " reconcile prepare process dispense sample scan revise certify invalidate quarantine recall unblind blind renew extend"
    " rework post reverse",
    ActionKind.DELETE: "delete remove purge erase clear dispose destroy withdraw revoke obsolete void",
    ActionKind.TRANSFER: "transfer send transmit import receive exchange integrate interface synchronise synchronize forward push pull"
    " replicate migrate deliver load read connect communicate route acquire collect retrieve-from publish-to",
    ActionKind.SEARCH: "search find query filter browse retrieve look-up navigate",
    ActionKind.REQUIRE: "require request prompt ask demand enforce force need expect mandate",
    ActionKind.CHECK: "validate verify check compare ensure confirm-that test match cross-check inspect examine",
    ActionKind.EVALUATE: "evaluate assess judge classify rate",
    ActionKind.DETECT: "detect identify recognise recognize discover distinguish",
    ActionKind.PROTECT: "encrypt protect secure hash encode anonymise anonymize pseudonymise sanitise sanitize shield safeguard isolate"
    " seal decrypt",
    ActionKind.RESPOND: "respond return reply answer react yield",
    ActionKind.AUTHENTICATE: "authenticate identify-by log-in log-on sign-in sign-on access",
    ActionKind.RESTORE: "restore recover back-up backup roll-back rollback reboot fail-over",
    ActionKind.RETAIN: "retain archive keep preserve maintain hold",
    ActionKind.CONFIGURE: "configure define customise customize parameterise parameterize setup set-up specify install implement develop design deploy introduce build-up construct"
    " manage administer",
    ActionKind.MONITOR: "monitor measure track observe supervise watch poll sample-at trend weigh sense",
    ActionKind.CONTROL: "control regulate operate heat cool stabilise fill dose mix agitate pump",
    ActionKind.LOCK: "lock log-out log-off time-out timeout sign-out sign-off-session lock-out expire logout",
    ActionKind.SIGN: "sign countersign sign-off",
    ActionKind.INCLUDE: "have include contain comprise",
    ActionKind.PROVIDE: "provide support offer feature use utilise utilize deliver-with supply"
    " allow-for cover handle accommodate facilitate employ adopt host incorporate implement-as",
    ActionKind.STATE: "be become remain stay exist",
    ActionKind.OTHER: "comply conform meet follow fail exceed reach occur happen rise fall drop pass match belong depend work"
    " operate-on go come leave take make give get differ increase decrease lower correspond refer appear arrive press push click"
    " touch hit pull-out turn rotate tap wait ask-for try attempt request-for",
}
# an act that is named by its noun, as the verb that it is: "the deletion of raw data" is to delete raw data
ACTS = {
    "deletion": "delete", "creation": "create", "modification": "modify", "approval": "approve",
    "release": "release", "configuration": "configure", "export": "export", "import": "import", "review": "review",
    "closure": "close", "cancellation": "cancel", "editing": "edit", "printing": "print", "signing": "sign",
    "rejection": "reject", "archiving": "archive", "restoration": "restore", "acknowledgement": "acknowledge", "confirmation": "confirm", "verification": "verify",
}  # fmt: skip
