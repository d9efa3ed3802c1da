"""Who comes, goes, greets and helps in leads of many papers, and what must not be made of them.

Sentences are our own, facts invented; all pages are of Friday, 2024-11-08.
"""

from __future__ import annotations

import pytest

from factory import read_paragraphs

Found = tuple[str, str, str | None, frozenset[str]]

ROWS: list[tuple[tuple[str, ...], list[Found], str]] = [
    (
        ("지난달 초 김정은 위원장의 방중 때 수행했던 최선희 외무상이 다시 베이징을 찾았다.",),
        [
            ("visit", "occurred", "2024-10-01/2024-10-10", frozenset({"김정은", "중국"})),
            ("visit", "occurred", None, frozenset({"최선희", "중국"})),
        ],
        "the time when one went along was another",
    ),
    (
        ("북한에서는 최선희 외무상이 7일 몽골을 찾았고 왕이 부장은 최 외무상을 만났다.",),
        [
            ("visit", "occurred", "2024-11-07", frozenset({"최선희", "몽골"})),
            ("meeting", "occurred", "2024-11-07", frozenset({"왕이", "최선희"})),
        ],
        "a state with 에서는 before its own minister is a side",
    ),
    (
        ("우리 특사단은 15일 방북한다.",),
        [("visit", "planned", "2024-11-15", frozenset({"한국", "북한"}))],
        "envoys of the paper's own state",
    ),
    (
        ("최선희 외무상은 9일 하노이에 도착했다.",),
        [("visit", "occurred", "2024-11-09", frozenset({"최선희", "베트남"}))],
        "told as done on the day after the page's: from further east",
    ),
    (
        ("북한이 지난 3일 전투 병력을 몽골에 보낸 뒤 왕이 외교부장이 몽골을 찾았다.",),
        [
            ("troops", "occurred", "2024-11-03", frozenset({"북한", "몽골"})),
            ("visit", "occurred", None, frozenset({"왕이", "몽골"})),
        ],
        "troops that are sent are no visitors, whoever comes behind",
    ),
    (
        ("김영남 위원장의 방중은 강석주 비서의 유럽, 몽골 순방과 맞물려 주목된다.",),
        [
            ("visit", "occurred", None, frozenset({"강석주", "몽골"})),
            ("visit", "occurred", None, frozenset({"김영남", "중국"})),
        ],
        "whose journey it is stands before the list of where to",
    ),
    (
        ("오는 12월에는 북한의 교향악단이나 태권도 대표단이 라오스를 방문할 예정이다.",),
        [("visit", "planned", "2024-12", frozenset({"북한", "라오스"}))],
        "the state that owns the delegation sends it",
    ),
    (
        ("최선희 외무상은 중국 외교부의 초청으로 7일 베이징을 찾았다.",),
        [("visit", "occurred", "2024-11-07", frozenset({"최선희", "중국", "중국 외교부"}))],
        "the body that invited",
    ),
    (
        ("최선희 외무상은 박명호 부상을 대동하고 7일 베이징을 찾았다.",),
        [("visit", "occurred", "2024-11-07", frozenset({"최선희", "박명호", "중국"}))],
        "whom the visitor took along",
    ),
    (
        ("박명호 부상을 대동한 최선희 외무상이 7일 베이징을 찾았다.",),
        [("visit", "occurred", "2024-11-07", frozenset({"최선희", "박명호", "중국"}))],
        "the same in a clause that describes the visitor",
    ),
    (
        ("최선희 외무상 인솔하의 북한 대표단이 7일 베이징을 찾았다.",),
        [("visit", "occurred", "2024-11-07", frozenset({"최선희", "중국"}))],
        "under whose lead the delegation comes",
    ),
    (
        ("왕이 부장은 7일 김정은 위원장의 특사인 최선희 외무상과 회담을 가졌다.",),
        [("meeting", "occurred", "2024-11-07", frozenset({"왕이", "최선희"}))],
        "whose envoy somebody is sits at no table",
    ),
    (
        ("왕이 부장과 김정은 위원장의 특사인 최선희 외무상 사이의 회담이 7일 진행됐다.",),
        [("meeting", "occurred", "2024-11-07", frozenset({"왕이", "최선희"}))],
        "nor between the two",
    ),
    (
        ("러시아는 최선희 외무상의 모스크바 방문을 추진할 계획이다.",),
        [("visit", "planned", None, frozenset({"최선희", "러시아"}))],
        "who plans another's visit does not make it",
    ),
    (
        ("최선희 외무상을 비롯한 북한 대표단이 7일 베이징을 방문했다.",),
        [("visit", "occurred", "2024-11-07", frozenset({"최선희", "중국"}))],
        "of a delegation who is named of it",
    ),
    (
        (
            "최선희 외무상이 7일 베이징에 도착했다.",
            "대표단에는 박명호 부상과 김성남 국제부장이 포함됐다.",
        ),
        [
            (
                "visit",
                "occurred",
                "2024-11-07",
                frozenset({"최선희", "박명호", "김성남", "중국"}),
            )
        ],
        "the members of the delegation",
    ),
    (
        ("왕이 부장이 9일 평양을 방문할 예정이다.", "왕이 부장의 이번 방북은 답방 형식이다."),
        [("visit", "planned", "2024-11-09", frozenset({"왕이", "북한"}))],
        "what is pointed at is still to come",
    ),
    (
        ("왕이 부장은 7일 외교부를 찾아 조태열 장관과 회담했다.",),
        [("meeting", "occurred", "2024-11-07", frozenset({"왕이", "조태열"}))],
        "a call at a ministry is no journey",
    ),
    (
        ("최선희 외무상, 그리고 새 보좌관인 박명호 부상이 7일 왕이 부장을 만났다.",),
        [("meeting", "occurred", "2024-11-07", frozenset({"왕이", "최선희", "박명호"}))],
        "what says who somebody is parts no list",
    ),
    (
        ("왕이 부장과 최선희 외무상이 7일 벌인 협상이 결렬됐다.",),
        [("meeting", "occurred", "2024-11-07", frozenset({"왕이", "최선희"}))],
        "talks that break down were held",
    ),
    (
        (
            "김정은 위원장이 7일 왕이 외교부장을 접견했다.",
            "양국 외교장관은 만수대의사당에서 회담했다.",
        ),
        [("meeting", "occurred", "2024-11-07", frozenset({"김정은", "왕이"}))],
        "a head of state is no foreign minister",
    ),
    (
        ("왕이 부장은 7일 평양 순안공항에서 북한 외무성 관리들의 영접을 받았다.",),
        [("ceremony", "occurred", "2024-11-07", frozenset({"왕이", "북한 외무성"}))],
        "officials without names welcome for their body",
    ),
    (
        ("지난해 9월에는 왕이 부장이 개인 자격으로 방북, 최선희 외무상을 만났다.",),
        [
            ("meeting", "occurred", "2023-09", frozenset({"왕이", "최선희"})),
            ("visit", "occurred", "2023-09", frozenset({"왕이", "북한"})),
        ],
        "a word that says where to is a verb before a comma",
    ),
    (
        ("왕이 부장이 7일 평양국제비행장을 통해 입국하고 있다.",),
        [("visit", "occurred", "2024-11-07", frozenset({"왕이", "북한"}))],
        "the airport that one comes in by",
    ),
    (
        ("최선희 외무상은 라오스 외교장관을 환영하는 연회에서 협력을 강화하겠다고 밝혔다.",),
        [("reception", "occurred", None, frozenset({"최선희", "라오스"}))],
        "who speaks at the reception, and whom it welcomes",
    ),
    (
        ("최선희 외무상은 연회에서 협력을 강화하겠다고 밝혔다.",),
        [],
        "of a reception of nobody knows whom nothing is told",
    ),
    (
        ("왕이 부장은 7일 몽골을 방문한 데 이어 라오스와 베트남도 차례로 방문한다.",),
        [
            ("visit", "occurred", "2024-11-07", frozenset({"왕이", "몽골"})),
            ("visit", "planned", None, frozenset({"왕이", "라오스", "베트남"})),
        ],
        "a list that 도 adds to; the day of the first journey is not that of the next",
    ),
    (
        ("왕이 부장은 평양에서 최선희 외무상과 김정규 부상도 만날 예정이다.",),
        [("meeting", "planned", None, frozenset({"왕이", "최선희", "김정규"}))],
        "of what is to come as well, 도 marks whom one meets",
    ),
    (
        ("왕이 부장은 이번 북한 방문 때 최선희 외무상을 만날 것으로 보인다.",),
        [
            ("meeting", "predicted", None, frozenset({"왕이", "최선희"})),
            ("visit", "predicted", None, frozenset({"왕이", "북한"})),
        ],
        "a visit on which something is to be done is to come",
    ),
    (
        ("왕이 부장은 북한에서 국경 문제를 논의할 것이라고 말했다.",),
        [("meeting", "planned", None, frozenset({"왕이", "북한"}))],
        "what somebody says of the own will is planned; those there will talk with him",
    ),
    (
        ("왕이 부장은 최선희 외무상과 만나 현안을 논의할 것이라고 중국 외교부가 말했다.",),
        [("meeting", "planned", None, frozenset({"왕이", "최선희"}))],
        "what an office of the own side announces is planned, to the first verb of the chain",
    ),
    (
        ("정세현 전 장관은 왕이 부장이 내년 평양을 방문할 것이라고 말했다.",),
        [("visit", "predicted", "2025", frozenset({"왕이", "북한"}))],
        "what another foresees is not",
    ),
    (
        ("왕이 부장은 7일 최선희 외무상에게서 조사 상황을 들었다.",),
        [("meeting", "occurred", "2024-11-07", frozenset({"왕이", "최선희"}))],
        "from whom one hears it one meets",
    ),
    (
        (
            "상하이협력기구 정상회의가 6일 하노이에서 열렸다.",
            "회의에는 최선희 외무상과 왕이 부장이 참석했다.",
        ),
        [
            (
                "multilateral",
                "occurred",
                "2024-11-06",
                frozenset({"상하이협력기구", "최선희", "왕이"}),
            )
        ],
        "a body meets, and who came had no talks of their own",
    ),
    (
        ("왕이 부장은 김정은 총비서가 초청하면 그를 만나겠다고 말했다.",),
        [("meeting", "planned", None, frozenset({"왕이", "김정은"}))],
        "a pronoun that is no subject is not who speaks",
    ),
    (
        (
            "최선희 외무상은 7일 라오스를 찾아 협정에 서명했다.",
            "최 외무상은 이날 비엔티안에서 통룬 시술릿 주석과 의정서 2건에 서명했다.",
        ),
        [
            ("sign", "occurred", "2024-11-07", frozenset({"최선희", "통룬 시술릿"})),
            ("visit", "occurred", "2024-11-07", frozenset({"최선희", "라오스"})),
        ],
        "a signing told in brief, then who signed for the state",
    ),
    (
        (
            "북한과 라오스가 7일 외교관계를 맺었다.",
            "최선희 외무상과 통룬 시술릿 주석은 이날 비엔티안에서 수교합의서를 주고받았다.",
        ),
        [
            (
                "AGREE",
                "occurred",
                "2024-11-07",
                frozenset({"북한", "라오스", "최선희", "통룬 시술릿"}),
            )
        ],
        "the paper by which relations begin is no second agreement",
    ),
    (
        ("최선희 외무상은 7일 왕이 부장과 회담하고 북한과 중국의 교류에 대해 의견을 나눴다.",),
        [("meeting", "occurred", "2024-11-07", frozenset({"최선희", "왕이"}))],
        "what was talked over at the meeting, not with whom",
    ),
    (
        (
            "최선희 외무상은 7일 왕이 부장과 회담했다.",
            "북한과 중국은 회담 후 협정을 맺었다.",
        ),
        [
            ("meeting", "occurred", "2024-11-07", frozenset({"최선희", "왕이"})),
            ("sign", "occurred", "2024-11-07", frozenset({"북한", "중국"})),
        ],
        "after the talks told of, by whomever they were held",
    ),
    (
        (
            "북한과 라오스는 7일 비엔티안에서 회담을 열었다.",
            "통신은 회담에 북한측에서 최선희 외무상이, 라오스측에서 통룬 주석이 참석했다고 했다.",
        ),
        [
            (
                "meeting",
                "occurred",
                "2024-11-07",
                frozenset({"북한", "라오스", "최선희", "통룬 시술릿"}),
            )
        ],
        "who came for each side, as a medium tells",
    ),
    (
        ("최선희 외무상은 축전에서 북한은 영원히 통룬 시술릿 주석과 함께 할 것이라고 밝혔다.",),
        [],
        "what a letter promises is to come, not the letter",
    ),
    (
        ("최선희 외무상은 7일 통룬 시술릿 주석에게 쾌유를 비는 메시지를 보냈다.",),
        [("letter", "occurred", "2024-11-07", frozenset({"최선희", "통룬 시술릿"}))],
        "to whom, left of what the message is for",
    ),
    (
        ("왕이 부장은 7일 최선희 외무상에게 시진핑 주석의 따뜻한 인사와 친서를 전했다.",),
        [("letter", "occurred", "2024-11-07", frozenset({"시진핑", "왕이", "최선희"}))],
        "greetings that go with a letter are no second act",
    ),
    (
        (
            "최선희 외무상이 7일 통룬 시술릿 주석에게 조전을 보냈다.",
            "북한이 라오스에 조전을 보낸 것은 이번이 네 번째다.",
        ),
        [("letter", "occurred", "2024-11-07", frozenset({"최선희", "통룬 시술릿"}))],
        "how often it was done, said of what was told right before",
    ),
    (
        (
            "최선희 외무상은 7일 라오스를 방문했다.",
            "통룬 시술릿 주석과 유엔 관계자들도 만날 예정이다.",
        ),
        [
            ("meeting", "planned", None, frozenset({"최선희", "통룬 시술릿", "유엔"})),
            ("visit", "occurred", "2024-11-07", frozenset({"최선희", "라오스"})),
        ],
        "a list that 도 closes is whom the visitor told of will meet",
    ),
    (
        ("왕이 부장은 7일 북한 당국자들을 만나 현안을 논의했다.",),
        [("meeting", "occurred", "2024-11-07", frozenset({"왕이", "북한"}))],
        "officials without names stand for the state that only says whose they are",
    ),
    (
        ("왕이 부장은 최고인민회의의 초청을 받아 7일 평양에 도착했다.",),
        [("visit", "occurred", "2024-11-07", frozenset({"왕이", "북한", "최고인민회의"}))],
        "whose invitation was followed",
    ),
    (
        (
            "최선희 외무상과 왕이 부장은 7일 베이징에서 양해각서에 서명했다.",
            "서명식에는 김정은 국무위원장과 시진핑 주석이 참석했다.",
        ),
        [
            (
                "sign",
                "occurred",
                "2024-11-07",
                frozenset({"최선희", "왕이", "김정은", "시진핑"}),
            )
        ],
        "who stood by where it was signed",
    ),
    (
        ("왕이 부장은 7일 최선희 외무상에게 시진핑 주석의 인사와 80주년에 대한 축하를 전했다.",),
        [("CONSULT", "occurred", "2024-11-07", frozenset({"시진핑", "왕이", "최선희"}))],
        "greetings that are handed on with wishes",
    ),
    (
        ("최선희 외무상은 왕이 부장에게 인사를 시진핑 주석에게 전해줄 것을 부탁했다.",),
        [],
        "that greetings be handed on is no request",
    ),
    (
        ("왕이 부장은 지난달 남북정상회담 직후 평양을 찾았다.",),
        [("visit", "occurred", "2024-10", frozenset({"왕이", "북한"}))],
        "the talks of two states are not those of a third",
    ),
    (
        ("라오스의 구호물자는 9일부터 육로로 북한에 전달된다.",),
        [("AID", "planned", "2024-11-09", frozenset({"라오스", "북한"}))],
        "whose relief goods they are",
    ),
    (
        (
            "최선희 외무상은 7일 라오스를 방문해 통룬 시술릿 주석을 만났다.",
            "최 외무상은 김정은 국무위원장의 친서를 전달했다.",
        ),
        [
            ("letter", "occurred", "2024-11-07", frozenset({"김정은", "최선희", "통룬 시술릿"})),
            ("meeting", "occurred", "2024-11-07", frozenset({"최선희", "통룬 시술릿"})),
            ("visit", "occurred", "2024-11-07", frozenset({"최선희", "라오스"})),
        ],
        "a letter goes to him who was met, not to the state visited",
    ),
    (
        (
            "최선희 외무상은 6일 왕이 부장과 회담했다.",
            "회담에는 김정규 부상과 왕야쥔 대사도 참여했다.",
        ),
        [
            (
                "meeting",
                "occurred",
                "2024-11-06",
                frozenset({"최선희", "왕이", "김정규", "왕야쥔"}),
            )
        ],
        "who else took part",
    ),
    (
        ("7일 평양에서 최선희 외무상을 만난 사람은 김별하람 라오스 외무장관이다.",),
        [("meeting", "occurred", "2024-11-07", frozenset({"최선희", "김별하람"}))],
        "who met him stands behind what the sentence is about",
    ),
    (
        (
            "김별하람 라오스 외무장관이 7일 평양에 도착했다.",
            "장관은 8일 최선희 외무상과 회담했다.",
        ),
        [
            ("meeting", "occurred", "2024-11-08", frozenset({"김별하람", "최선희"})),
            ("visit", "occurred", "2024-11-07", frozenset({"김별하람", "북한"})),
        ],
        "an office alone is of the only one who holds such a one",
    ),
    (
        (
            "김별하람 라오스 외무장관이 7일 평양에 도착했다.",
            "동행한 장관은 8일 최선희 외무상과 회담했다.",
        ),
        [("visit", "occurred", "2024-11-07", frozenset({"김별하람", "북한"}))],
        "an office that is described is of another",
    ),
    (
        ("최선희 외무상은 7일 박명호 부상과 함께 왕이 부장을 만났다.",),
        [("meeting", "occurred", "2024-11-07", frozenset({"최선희", "박명호", "왕이"}))],
        "with whom one meets another",
    ),
    (
        ("박명호 부상을 수석대표로 하는 북한 대표단이 7일 베이징에 도착했다.",),
        [("visit", "occurred", "2024-11-07", frozenset({"박명호", "중국"}))],
        "the head of a delegation by another word",
    ),
    (
        ("북한은 해마다 가을이면 라오스와 회담한다.", "북한은 매년 라오스를 방문해 왔다."),
        [],
        "what goes on each year is no single act",
    ),
    (
        ("최선희 외무상이 7일 왕이 부장을 만나자 언론이 몰렸다.",),
        [("meeting", "occurred", "2024-11-07", frozenset({"최선희", "왕이"}))],
        "no sooner had they met; nobody asks to",
    ),
    (
        ("최선희 외무상은 8일 기자회견에서 전날 왕이 부장을 접견했다고 밝혔다.",),
        [("meeting", "occurred", "2024-11-07", frozenset({"최선희", "왕이"}))],
        "a press conference is no meeting with the press",
    ),
    (
        ("말레이시아는 7일 북한인 억류자 두 명을 석방했다.",),
        [("RETREAT", "occurred", "2024-11-07", frozenset({"말레이시아", "북한"}))],
        "of which people they are, not who lets them go",
    ),
    (
        ("최선희 외무상은 7일 한일 외교장관과 각각 통화했다.",),
        [
            ("phone", "occurred", "2024-11-07", frozenset({"최선희", "한국"})),
            ("phone", "occurred", "2024-11-07", frozenset({"최선희", "일본"})),
        ],
        "the ministers of two states, each of them",
    ),
    (
        ("최선희 외무상은 7일 중국 국방부장을 만났다.",),
        [("meeting", "occurred", "2024-11-07", frozenset({"최선희", "중국"}))],
        "an office cut from the name of a body",
    ),
    (
        ("최선희 외무상과 왕이 부장사이의 회담이 7일 진행되였다.",),
        [("meeting", "occurred", "2024-11-07", frozenset({"최선희", "왕이"}))],
        "written together with what stands between them",
    ),
    (
        ("북한은 박명호 부상이 이끄는 대표단을 7일 라오스에 보냈다.",),
        [("visit", "occurred", "2024-11-07", frozenset({"북한", "박명호", "라오스"}))],
        "who leads those who are sent",
    ),
    (
        ("7일 라오스를 방문하고 돌아온 박명호 부상이 이끄는 대표단이 결과를 알렸다.",),
        [("visit", "occurred", "2024-11-07", frozenset({"박명호", "라오스"}))],
        "a delegation behind what it has done",
    ),
    (
        (
            "왕이 부장은 7일 박명호 부상과 회담했다.",
            "왕야쥔 대사가 동석했으며 북한 측에서는 김정규 국장이 참석했다.",
        ),
        [
            (
                "meeting",
                "occurred",
                "2024-11-07",
                frozenset({"왕이", "박명호", "왕야쥔", "김정규"}),
            )
        ],
        "who else came, by two verbs",
    ),
    (
        ("북한 정부는 7일 중국 외교부장을 환영하여 연회를 마련했다.",),
        [("reception", "occurred", "2024-11-07", frozenset({"북한", "중국"}))],
        "a state gives a feast for somebody",
    ),
    (
        ("미국이 7일 북한에 식량 지원을 제안했다.", "북한은 8일 이를 거부했다."),
        [
            ("AID", "planned", "2024-11-07", frozenset({"미국", "북한"})),
            ("REJECT", "occurred", "2024-11-08", frozenset({"미국", "북한"})),
        ],
        "help that is offered may be turned down",
    ),
    (
        ("통일부는 북측이 회담을 열자고 7일 제안해 왔다고 밝혔다.",),
        [("REQUEST", "occurred", "2024-11-07", frozenset({"북한", "한국"}))],
        "it came to the state of whoever tells of it",
    ),
    (
        ("7일 라오스에 쌀을 제공했다고 통일부가 8일 밝혔다.",),
        [("AID", "occurred", "2024-11-07", frozenset({"통일부", "라오스"}))],
        "who tells of what nobody else is said to have done has done it",
    ),
    (
        ("미국과 중국, 러시아 대표단이 7일 평양에 도착했다.",),
        [("visit", "occurred", "2024-11-07", frozenset({"미국", "중국", "러시아", "북한"}))],
        "every state of the list sends its own delegation",
    ),
    (
        ("북한 외무성은 7일 “미국이 우리의 핵시험을 걸고 있다”고 말했다.",),
        [("ASSAULT", "occurred", None, frozenset({"북한"}))],
        "what is ours was not done by whoever takes it up",
    ),
    (
        ("7일 왕이 부장을 만났다고 조선중앙통신이 8일 밝혔다.",),
        [],
        "a medium only tells",
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_who_comes_and_goes(paragraphs: tuple[str, ...], expected: list[Found], why: str) -> None:
    found = [
        (e.mode or e.type, e.status.value, e.date, frozenset(p.name for p in e.participants))
        for e in read_paragraphs(*paragraphs, published="2024-11-08").events
    ]
    assert sorted(found, key=str) == sorted(expected, key=str), why
