"""The cover, the firm's own data, and the banner that says what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from gampgen.domain.origin import Origin
from gampgen.domain.risk import Level
from gampgen.domain.second_reading import ContributionKind
from gampgen.domain.suite import AgentRecord, OQTestSuite
from gampgen.rendering.content import Cover, DepartmentNames, Firm, Levels
from gampgen.rendering.index import SuiteIndex
from gampgen.rendering.words import Words, agent_name
from gampgen.settings.house_style import HouseStyle

_IN_TESTS = frozenset({ContributionKind.ADDITIONAL_TEST, ContributionKind.STEP_WORDING})


def cover(index: SuiteIndex, suite_sha256: str, style: HouseStyle) -> Cover:
    """What the cover says; what neither document nor firm says is a marked blank."""
    suite, words = index.suite, index.words
    decided, document = suite.categorisation, suite.document
    scheme = style.document.number_scheme.strip()
    number = words.say("<document number: {scheme}>", scheme=scheme) if scheme else words.say("<document number>")
    return Cover(
        system=suite.system or words.say("<name of the system>"),
        document_title=document.title or words.say("<title of the requirements document>"),
        file_name=document.file_name,
        file_format=document.format.value,
        file_sha256=document.sha256,
        category=words.proposed_category(decided),
        category_basis=words.category_basis(decided),
        category_rationale=decided.rationale,
        category_claimed=words.category(decided.claimed) if decided.claimed else "",
        generator=f"{suite.generator.name} {suite.generator.version}",
        engine=suite.generator.engine,
        settings_sha256=suite.generator.settings_sha256,
        suite_sha256=suite_sha256,
        complete=suite.complete,
        banner=() if suite.complete else tuple(_banner(words, suite.agents)),
        model_notes=tuple(_model_notes(words, suite)),
        number_blank=number,
        date_format=style.document.date_format,
    )


def _model_notes(words: Words, suite: OQTestSuite) -> Iterator[str]:
    """What a language model's words are in the suite, counted; and what of its part is missing."""
    reading = suite.second_reading
    if reading is None:
        return
    steps = sum(step.origin is Origin.LLM for test in suite.tests for step in test.steps if test.origin is Origin.RULES)
    yield words.say(
        "A language model ({model}) read the draft too. Its words, each marked as such: {tests} additional tests, "
        "{steps} step wordings, {hints} hints and failure modes. A person decides on each.",
        model=reading.model,
        tests=str(sum(test.origin is Origin.LLM for test in suite.tests)),
        steps=str(steps),
        hints=str(sum(one.kind not in _IN_TESTS for one in reading.contributions)),
    )
    if not reading.whole:
        yield words.say(
            "The language model's part is not whole: {unanswered} questions got no answer, {dropped} answers were "
            "dropped. The result of the rules stands there alone.",
            unanswered=str(len(reading.unanswered)),
            dropped=str(len(reading.dropped)),
        )


def firm(style: HouseStyle) -> Firm:
    """The firm's data as given."""
    departments = style.company.departments
    return Firm(
        name=style.company.name,
        logo=style.company.logo.name if style.company.logo else "",
        risk_method=style.risk.method,
        departments=DepartmentNames(
            author=departments.author,
            technical_reviewer=departments.technical_reviewer,
            process_owner=departments.process_owner,
            system_owner=departments.system_owner,
            executor=departments.executor,
            results_reviewer=departments.results_reviewer,
            quality_unit=departments.quality_unit,
        ),
    )


def levels(words: Words) -> Levels:
    """The words for the three ratings."""
    return Levels(words.level(Level.HIGH), words.level(Level.MEDIUM), words.level(Level.LOW))


def _banner(words: Words, agents: tuple[AgentRecord, ...]) -> Iterator[str]:
    """What is missing, agent by agent: which, why, how often tried."""
    missing = [agent for agent in agents if agent.failures or not agent.answered]
    for agent in missing:
        reasons = "; ".join(dict.fromkeys(failures_of(words, agent))) or words.say("it gave no answer")
        yield words.say(
            "The answer of the agent {agent} is missing or not whole: {reasons}.",
            agent=agent_name(agent.name),
            reasons=reasons,
        )
    if not missing:
        yield words.say("The suite is marked incomplete, and no agent says why.")


def failures_of(words: Words, agent: AgentRecord) -> Iterator[str]:
    """Each failure of an agent: kind, message, how often tried."""
    for failure in agent.failures:
        tried = words.counted(failure.attempts, "time")
        yield f"{failure.kind}: {failure.message.rstrip('.')} ({words.say('tried {times}', times=tried)})"
