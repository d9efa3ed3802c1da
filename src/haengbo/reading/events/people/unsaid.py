"""Who acts where a clause names nobody, but what it stands in does.

Comes in: a ``Trigger`` of a frame in its ``Setting``. Goes out: names, none where grammar leaves it
open. Two turns: somebody's own words without a subject are of that one (“내일 만날 것”이라고
했다), and of a visit that is the topic the visitor acts (장관의 방중은 부장과 회담한 이후 처음).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from haengbo.knowledge.frames import FrameRow
from haengbo.korean.predicates import Ending
from haengbo.korean.quotes import Quote
from haengbo.model.reading import ActorKind, Mention
from haengbo.reading.events.draft import UTTERANCES
from haengbo.reading.events.finding.dropped import tells_time
from haengbo.reading.events.finding.genitives import genitives_before
from haengbo.reading.events.finding.naming import heads
from haengbo.reading.events.finding.subjects import stands_at
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.finding.within import inside
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.setting import Setting

#: Modes of what people do themselves.
_IN_PERSON = {"meeting", "visit", "phone", "reception", "letter"}
_SUBJECTS = {Case.SUBJECT, Case.TOPIC}
#: 만날 것, 만나겠다, 만날 예정, 만났다, 만날 준비가.
_OWN = (
    *("겠 ", "었 ", "았 ", "였 ", "고 싶 ", "기 로 하 "),
    *("어 ", "아 ", "여 ", "어서 ", "아서 ", "면서 ", "며 ", "고 "),
    *(f"{end} {noun}" for end in ("ᆯ", "을") for noun in ("것", "예정", "계획", "용의", "준비")),
)
#: 만난 적이 없다, 방문한 사실은 없다.
_NEVER = re.compile(r"(?:ᆫ|은) (?:적|일|사실|바) (?:[이은도] )?없 ")
#: 나는, 저는.
_I = ("나", "저", "내", "제")


def speaking(setting: Setting, frame: FrameRow) -> tuple[str, ...]:
    """Whose words are the act; a medium's may blame or threaten, but give nothing back."""
    if frame.type in UTTERANCES:
        return setting.speakers
    kind_of = setting.world.kind_of
    return tuple(n for n in setting.speakers if kind_of(n) is not ActorKind.MEDIUM)


def is_anothers_doing(setting: Setting, trigger: Trigger) -> bool:
    """대변인은 [관련국이 제안을 거부했다]고 말했다: whoever did so has no name; no speaker did.

    The trigger stands in the words and does not bear them.
    """
    arguments, clauses = trigger.arguments, setting.clauses
    verb = trigger.verb
    if trigger.noun or verb is None or arguments is None or setting.bears_words:
        return False
    own = [p for p in arguments.own if p.case is Case.SUBJECT and stands_at(clauses, p, verb)]
    return any(
        words.start <= phrase.span.start < trigger.span.start < words.end
        for phrase in own
        for words in setting.words
        if phrase.tokens[0].tag != "NP" and not any(inside(clauses, phrase))
    )


def of_the_speaker(setting: Setting, trigger: Trigger, frame: FrameRow) -> tuple[str, ...]:
    """“내일 부상과 만날 것”이라고 말했다: who says so of nobody else will meet him."""
    verb, clauses = trigger.verb, setting.clauses
    quote = clauses.quote_of(verb) if verb is not None else None
    if verb is None or quote is None or frame.mode not in _IN_PERSON:
        return ()
    own = verb.ending is not Ending.ADNOMINAL and verb.tail.startswith(_OWN)
    if not own and _NEVER.match(verb.tail) is None:
        return ()
    if _names_subject(clauses, quote, verb) or _is_about_another(setting, quote):
        return ()
    return setting.speakers if all(_for_oneself(setting, n) for n in setting.speakers) else ()


def _names_subject(clauses: Clauses, quote: Quote, verb: Verb) -> bool:
    """Whether anybody or anything but 나 is a subject in the words (not of 용의가 있다)."""
    before = clauses.items[: clauses.place_of(verb)]
    own = (i for i in before if isinstance(i, Phrase) and clauses.quote_of(i) == quote)
    return any(
        phrase.case in _SUBJECTS
        and not tells_time(clauses, phrase)
        and not (phrase.tokens[0].tag == "NP" and phrase.tokens[0].form in _I)
        for phrase in own
    )


def _is_about_another(setting: Setting, quote: Quote) -> bool:
    """장관의 방북에 대해 “곧 만날 것”이라고: what is said of somebody else, or foreseen."""
    clauses = setting.clauses
    for item in clauses.items:
        if clauses.quote_of(item) == quote:
            continue
        if isinstance(item, Verb):
            if item.stem >= quote.outer.end and item.lemma in clauses.words.words["foreseeing"]:
                return True
        elif item.case is Case.ABOUT and _is_anothers(clauses, item):
            return True
    return False


def _is_anothers(clauses: Clauses, matter: Phrase) -> bool:
    """장관의 방북에 대해; not 위원장과의 회담에 대해."""
    owners = (p for p in genitives_before(clauses, matter) if p.case is Case.GENITIVE)
    return bool(inside(clauses, matter)) or any(heads(clauses, p) for p in owners)


def _for_oneself(setting: Setting, name: str) -> bool:
    """Whether somebody speaks for himself: no spokesman and nobody who judges."""
    world = setting.world
    if world.kind_of(name) is not ActorKind.PERSON or name in world.experts:
        return False
    spokesmen = setting.clauses.words.words["spokesmen"]
    return not any(title.endswith(spokesmen) for title in world.offices.get(name, ()))


def of_the_visitor(setting: Setting, trigger: Trigger, frame: FrameRow) -> Iterator[Mention]:
    """장관의 이번 방중은 부장과 회담한 이후 처음이다: whose visit is the topic has done it."""
    arguments, clauses = trigger.arguments, setting.clauses
    topic = next(iter(arguments.subjects), None) if arguments is not None else None
    if topic is None or frame.mode not in _IN_PERSON or topic in trigger.chain:
        return
    text = clauses.text(topic.span).replace(" ", "")
    for aim in clauses.words.words["visit-aspects"]:
        text = text.removesuffix(aim)
    noun = clauses.words.noun_ending(text)
    if noun is None or all(f.mode != "visit" for f in clauses.words.by_noun[noun]):
        return
    owners = [m for p in genitives_before(clauses, topic) for m in heads(clauses, p)]
    people = [m for m in (*owners, *inside(clauses, topic)) if m.kind is ActorKind.PERSON]
    yield from people[:1]
