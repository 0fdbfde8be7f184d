"""English verbs that requirements are written with, and their inflection.

A closed list instead of a trained tagger: it is deterministic, needs no download and can be read. `PLAIN` verbs are
hardly ever nouns; `NOUN_VERBS` are both ("the report", "to report"), so that their form alone says nothing.
"""

from __future__ import annotations

_PLAIN = """
abort act react base induce provoke yield arrange suspect trip plug mount inflate deflate dilute dispatch attach detach
unload reload dismiss clarify attest certify countersign cosign initialize decontaminate quarantine exempt waive
interlock acquit acknowledge misuse malfunction overflow underflow idle accept access accommodate accompany accomplish
achieve acquire activate actuate adapt add adhere adjust administer adopt advise affect agree align allocate allow
alter amend analyse analyze announce annotate anonymise anonymize appear append apply approve archive arise arrive ask
assemble assess assign assist associate assume assure attain authenticate authorise authorize avoid await become begin
behave belong bind book boot break bring browse build calculate calibrate cancel capture carry categorise categorize
cease centrifuge characterise choose circulate classify clean coexist collect combine come commence communicate
compare compensate compile complete comply compose compress compute conceal conclude conduct configure confirm
conflict conform connect consider consist consolidate constitute construct consume contain continue convert convey
cool coordinate correct correlate correspond create customise customize deactivate decide declare decline decommission
decrease decrypt deduct define delete deliver demonstrate deny depart depend depict depress derive describe deselect
designate destroy detail detect deteriorate determine develop deviate differ differentiate digitise disable disallow
discard disclose disconnect discontinue disengage dispense dispose dissolve distinguish distribute divide dose
download drain draw drive drop edit elapse eliminate embed emit employ empty enable encounter encrypt end enforce
engage enhance enlarge ensure enter equal establish evaluate evolve examine exceed exchange exclude execute exhibit
exist expand expect expire explain expose extend extract facilitate fail fall fetch find fit follow forbid forward
fulfil fulfill function gain gather generate get give go govern grant group grow guarantee guide handle happen have
heat hide highlight hold identify ignore illustrate impair implement imply import impose improve include incorporate
increase indicate infer influence inform inherit inhibit initialise initiate input insert inspect install instantiate
instruct integrate intend interact interchange intercept interpret interrupt introduce invalidate inventory
investigate invite invoke involve isolate justify keep know label lead leave let link listen load locate lose lower
lyophilise maintain make manage manipulate manufacture maximise maximize mean measure meet merge migrate minimise
minimize mitigate modify move navigate necessitate need negotiate notify observe obtain obey occupy occur offer omit
open operate optimise optimize originate overlap override oversee overwrite owe own participate pass paste perform
permit persist populate possess postpone precede preclude predict prepare preserve prevent proceed prohibit prolong
promote propagate propose protect prove provide publish pull purge push quantify reach read realise realize receive
recognise recognize recommend reconcile reconfigure reconnect reconstruct recover redirect reduce reevaluate refer
reflect refuse regain regenerate register regulate reject relate rely remain remember remind remove rename render
renew reopen repeat replace replenish replicate represent reproduce require resend reserve reside resolve respond
restart restore restrict result resume retain retransmit retrieve reuse revert revise revoke rinse rotate run sanitise
satisfy save say see seem segregate select send separate serve set setup show shut simulate solve sort specify spin
stabilise start state stay sterilise stop store strengthen submit substitute succeed suffice suggest supersede
supervise supply suppress suspend switch synchronise synchronize take tamper tend terminate tolerate transcribe
transfer transform transition translate transmit traverse treat trend turn undergo understand undertake uninstall
unlock update upgrade upload use utilise utilize vacate validate vary verify violate wait want warn wash weigh
withdraw withstand write print sign feed fill log display enclose equip escalate expel inactivate reactivate reassign
recalculate recalibrate reprint reprocess resample retest rework segment serialise aggregate agitate aspirate vent
depressurise pressurise evacuate
absorb accrue adjourn advertise amplify appoint apportion appraise assert attend automate bend bleed blow boil bounce
breathe broadcast buy catch clog coincide collate collide condense confine confuse consult contaminate contradict
converge cooperate corrode corrupt crack crimp culminate decompress deem defer deflect degrade delegate denote deploy
descend desorb devise diagnose diffuse dim diminish disappear discern discover disinfect disperse displace disregard
disrupt dissipate divert dominate drip earn eat eject elect elevate elicit elute emerge emulate encapsulate encode
encourage endanger endure energise energize enjoy enqueue enrol enroll ensue enumerate erase erode evaporate evict
exacerbate excite exert extrapolate extrude fade fasten flicker fluctuate foster frustrate furnish hang homogenise
ignite immerse impede impinge imprint incline incubate incur infect infuse inject inoculate inquire inscribe insist
instil insulate interfere interpolate intersect intervene invent invert ionise irradiate irrigate iterate jeopardise
knock leach leap learn lie linearise liquefy localise lodge loosen magnify misinterpret moisten multiply neutralise
normalise nullify obscure obstruct obviate oppose oscillate outweigh overcome overheat overlook overrule overrun
oxidise parse pay penetrate perceive percolate perforate perish permeate pinpoint pipette plunge pollute precipitate
preset presume prevail prioritise prioritize procure propel prune puncture purify pursue quench quit radiate reappear
rearrange reassure recede recharge reclaim recommence recondition reconsider recur recycle redo reenter refine refit
reformat refrigerate refuel reimburse reinforce reinstall reinstate reiterate relabel relapse relax relocate renumber
reorder repel rephrase replay repopulate reposition reroute rescind rescue resemble resist restock retire retract
retrain revalidate reveal rewrite salvage saturate scramble seek seize sell sensitise settle shrink soak solidify
specialise squeeze stagnate stimulate strive subdivide subside subtract suck suffer summarise surpass surround survive
sustain swell tabulate tell thaw thicken tighten titrate transcend transpose trickle truncate tumble underestimate
undermine underperform unfold unify unmount unplug unseal unwind uphold vanish vaporise vibrate warp waver weaken
widen withhold worsen
"""

_NOUN_VERBS = """
access address aim alarm alert answer approach arrange array assay attack attempt audit back balance bar batch block
border branch buffer bypass cache call cause challenge change charge check claim click close code command comment
concern concur condition contact content contract contrast control copy count cover credit cross cut cycle damage date
deal debit default delay demand deposit design detail dial digest discharge discount dispatch display document double
dump duplicate effect estimate evidence exercise exit experience export face factor fault feature feed field file fill
filter finish fix flag flash flow focus force form format freeze grade guard guide halt harm head help hold host image
impact import increase index input interface issue item join judge jump key label lapse lead level license limit link
list load lock log loop map mark mask master match matter measure merit mix mode model monitor mount move name note
number object offer order output package pair park part patch pattern pause phase place plan plot point poll post
power practice present press pressure print process produce profile program project prompt pump purchase query queue
question quote raise range rank rate reason record refresh regard release report request research reset respect rest
retry return reverse review ring rise risk roll round route sample sanction scale scan schedule scope score screen
scroll search seal seat secure sense sequence service shape share shift shock ship signal slide sound source space
spike split spray stage stamp stand state status step stock store stress strip structure study subject sum support
surface survey switch tag target task test time total touch trace track trade train transport trap travel trigger trip
type use utility value view visit void vote walk warrant watch weight work wrap zoom accord backup login logout escape
contribute dictate conflict mirror benefit last cost consent result upload download update upgrade transfer supply
function input drop fall interlock dose exchange drain segment purge vent rework rinse wash wear trend permit
abuse advance aid appeal blend blink bolt boost breach burn burst clamp clone collapse compromise crash damp debug
decay drift drill echo exhaust fax ferment float flood flush fuse glow harvest hook jam lack lag leak lift melt
mention mill mould neglect notice offset overload peak pivot pour probe punch ramp reboot recall refill refund
relay remedy repair retrofit rupture scatter scrap scratch shuffle sink skip slip span spill splice spoil stack stall
stick stir stretch suit supplement surge swing tear throttle tilt tip toggle tune twist vacuum weld worry reply
"""

PLAIN = frozenset(_PLAIN.split())
NOUN_VERBS = frozenset(_NOUN_VERBS.split())

_PAST = """
become:became:become begin:began:begun bind:bound:bound break:broke:broken bring:brought:brought build:built:built
choose:chose:chosen come:came:come cut:cut:cut deal:dealt:dealt draw:drew:drawn drive:drove:driven fall:fell:fallen
feed:fed:fed find:found:found fit:fit:fit forbid:forbade:forbidden freeze:froze:frozen get:got:got give:gave:given
go:went:gone grow:grew:grown hide:hid:hidden hold:held:held keep:kept:kept know:knew:known lead:led:led
leave:left:left let:let:let lose:lost:lost make:made:made mean:meant:meant meet:met:met override:overrode:overridden
oversee:oversaw:overseen overwrite:overwrote:overwritten put:put:put read:read:read rise:rose:risen run:ran:run
say:said:said see:saw:seen send:sent:sent resend:resent:resent set:set:set show:showed:shown shut:shut:shut
spin:spun:spun split:split:split stand:stood:stood take:took:taken understand:understood:understood
undergo:underwent:undergone undertake:undertook:undertaken withdraw:withdrew:withdrawn
withstand:withstood:withstood write:wrote:written think:thought:thought wear:wore:worn
bend:bent:bent bleed:bled:bled blow:blew:blown buy:bought:bought catch:caught:caught eat:ate:eaten hang:hung:hung
lie:lay:lain overcome:overcame:overcome overrun:overran:overrun pay:paid:paid rewrite:rewrote:rewritten
seek:sought:sought sell:sold:sold shrink:shrank:shrunk sink:sank:sunk stick:stuck:stuck swing:swung:swung
tear:tore:torn tell:told:told withhold:withheld:withheld burst:burst:burst
"""


def _third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


def _stems(base: str, ending: str) -> tuple[str, ...]:
    """The spellings of base + ending: final e dropped, y to i, final consonant single or double."""
    if base.endswith("e") and not (ending == "ing" and base.endswith("ee")):
        return (base[:-1] + ending,)
    if base.endswith("y") and ending == "ed" and base[-2] not in "aeiou":
        return (base[:-1] + "i" + ending,)
    if base[-1] in "bdglmnprt" and base[-2] in "aeiou":
        return (base + ending, base + base[-1] + ending)
    return (base + ending,)


_ALL = PLAIN | NOUN_VERBS
_IRREGULAR = {verb.split(":")[0]: tuple(verb.split(":")[1:]) for verb in _PAST.split()}

BASES = _ALL | frozenset(_IRREGULAR)
THIRD = {_third(base): base for base in sorted(BASES)}
ING = {form: base for base in sorted(BASES) for form in _stems(base, "ing")}
PARTICIPLES = {form: base for base in sorted(_ALL) if base not in _IRREGULAR for form in _stems(base, "ed")} | {
    forms[1]: base for base, forms in sorted(_IRREGULAR.items())
}
PAST = {forms[0]: base for base, forms in sorted(_IRREGULAR.items())}


def base_of(word: str) -> str:
    """The verb that a form belongs to ("detects", "detected", "detecting" → "detect"); the word itself if unknown."""
    return THIRD.get(word) or PARTICIPLES.get(word) or ING.get(word) or PAST.get(word) or word
