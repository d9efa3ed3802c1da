"""Which case a particle, or a verb that has become one, gives to the phrase before it.

Grammar, not knowledge of the field: closed classes of the language. Comes in: nothing. Goes out:
tables by form (particles) and by lemma (verbs).
"""

from __future__ import annotations

from haengbo.reading.events.parsing.clauses import Case

#: Particle → case.
PARTICLES = {
    **dict.fromkeys(("이", "가", "께서"), Case.SUBJECT),
    **dict.fromkeys(("은", "는", "도", "만", "ᆫ"), Case.TOPIC),
    **dict.fromkeys(("을", "를", "ᆯ"), Case.OBJECT),
    **dict.fromkeys(("과", "와", "하고", "랑"), Case.WITH),
    **dict.fromkeys(("에", "에게", "께", "한테", "에다"), Case.TO),
    **dict.fromkeys(("에서", "서"), Case.AT),
    **dict.fromkeys(("로", "으로", "로서", "으로서", "로써", "에로"), Case.BY),
    **dict.fromkeys(("로부터", "으로부터", "에게서", "한테서", "부터", "에서부터"), Case.FROM),
    "의": Case.GENITIVE,
    "되다": Case.COMPLEMENT,
    "까지": Case.UNTIL,
}
#: Verbs that have become particles: 에 대한, 를 위해, 에 따라, 를 비롯한, 를 통해, 를 두고.
RELATORS = {
    **dict.fromkeys(("대하다", "관하다", "관련하다", "관련되다", "둘러싸다", "두다"), Case.ABOUT),
    **dict.fromkeys(("겨냥하다", "겨누다", "가리키다", "향하다", "걸고들다"), Case.ABOUT),
    **dict.fromkeys(("위하다",), Case.FOR),
    **dict.fromkeys(("따르다", "의하다", "인하다", "즈음하다", "대신하다", "거치다"), Case.PER),
    **dict.fromkeys(("비롯하다", "포함하다"), Case.AMONG),
    **dict.fromkeys(("통하다", "동원하다", "이용하다", "활용하다"), Case.THROUGH),
}
#: 선박을 동원해, 기구를 거쳐 보냈다 says by what means; 군대를 동원했다, 동원한 훈련 do not.
BY_MEANS_OF = {"동원하다", "이용하다", "활용하다", "거치다"}
THEREBY = ("어", "아", "여")
#: What joins two nouns in one word (무역·농업).
MIDDLE_DOTS = ("·", "ㆍ", "∙", "‧", "・")
#: 장관이, 특사 자격으로 …: what stands before a verbal noun that says where to (방북, …).
BEFORE_DEEDS = {Case.SUBJECT, Case.TOPIC, Case.BY}
