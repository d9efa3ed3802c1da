"""``haengbo knowledge check|show``: is the pack sound, and what does it know about a name.

Comes in: the layers of packs. Goes out: text for people, or JSON. ``check`` ends with 2 if the
pack has a problem; ``show`` ends with 1 if nothing has the name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from haengbo.cli.language import _
from haengbo.cli.options import JsonOption, PackOption

if TYPE_CHECKING:
    from haengbo.knowledge.dossiers import Dossier

_CLAIMS = {
    "strong": "이것만을 가리킨다",
    "default": "달리 밝히지 않으면 이것을 가리킨다",
    "short": "앞서 불린 뒤에만 이것을 가리킨다",
    "office": "이 직함을 지녔다",
}
_SOURCES = {"memory": "일반 지식, 확인 안 됨", "facts": "모은 사실", "composed": "지은 이름"}

app = typer.Typer(
    name="knowledge",
    help="지식 꾸러미를 살피고 검사한다.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command()
def check(pack: PackOption = None) -> None:
    """모든 표를 읽고 서로 맞는지 검사한다."""
    from haengbo.knowledge import load  # noqa: PLC0415 - only this command needs it
    from haengbo.knowledge.tables import TABLES  # noqa: PLC0415
    from haengbo.knowledge.validation import find_problems  # noqa: PLC0415

    knowledge = load(pack or ())
    problems = find_problems(knowledge)
    for problem in problems:
        print(f"{problem.table}: {problem.row}: {problem.message}")
    if problems:
        print(_("문제 %(problems)s건", problems=len(problems)))
        raise typer.Exit(2)
    sizes: list[int] = [len(knowledge.table(name, kind)) for name, kind in TABLES]
    print(
        _(
            "표 %(tables)s개, %(rows)s행, 이상 없음 (판 %(version)s)",
            tables=len(TABLES),
            rows=sum(sizes),
            version=knowledge.version,
        )
    )


@app.command()
def show(
    name: Annotated[str, typer.Argument(help="이름: 쇼이구, KCNA, 北 외무성, 외무상 …")],
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="이 날짜의 직함만 보인다 (EDTF).")
    ] = None,
    pack: PackOption = None,
    as_json: JsonOption = False,
) -> None:
    """이름 하나에 대해 아는 것을 모두 보인다: 표기, 직함, 급, 목소리, 출처, 모호함."""
    from haengbo.knowledge import load  # noqa: PLC0415 - only this command needs it
    from haengbo.knowledge.dossiers import find_dossiers  # noqa: PLC0415

    dossiers = find_dossiers(load(pack or ()), name, on=on)
    if not dossiers:
        print(_("%(name)s: 꾸러미에 없는 이름이다.", name=name))
        raise typer.Exit(1)
    if as_json:
        print(json.dumps([d.to_dict() for d in dossiers], ensure_ascii=False, indent=2))
        return
    if len(dossiers) > 1:
        names = ", ".join(d.name for d in dossiers)
        print(_("'%(name)s'은(는) 모호하다: %(names)s\n", name=name, names=names))
    print("\n\n".join("\n".join(_lines(dossier)) for dossier in dossiers))


def _lines(dossier: Dossier) -> Iterable[str]:
    yield f"{dossier.name}  [{dossier.id}, {dossier.kind}]"
    for label, value in (
        (_("물은 이름"), _(_CLAIMS[dossier.claim])),
        (_("남쪽 표기"), dossier.south),
        (_("북쪽 표기"), dossier.north),
        (_("한자"), dossier.hanja),
        ("English", dossier.english),
        ("Русский", dossier.russian),
        (_("앞서 불린 뒤에만"), dossier.short),
        (_("달리 밝히지 않으면"), dossier.default),
        (_("보통 낱말이기도 함"), dossier.homographs),
        (_("나라"), dossier.state),
        (_("목소리"), dossier.voice),
    ):
        if value:
            yield f"  {label}: {_text(value)}"
    for office in dossier.offices:
        rank = f", {office.rank}" if office.rank else ""
        period = f"{office.since or '?'} – {office.until or ''}".rstrip()
        yield _(
            "  직함: %(of)s %(title)s (%(period)s%(rank)s; 출처 %(source)s)",
            of=office.of,
            title=office.title,
            period=period,
            rank=rank,
            source=_source(office.source),
        )
    for label, value in (
        (_("위키데이터"), dossier.wikidata),
        (_("출처"), _source(dossier.source)),
        (_("비고"), dossier.note),
    ):
        if value:
            yield f"  {label}: {value}"


def _source(source: str | None) -> str:
    return _(_SOURCES.get(source or "", source or "없음"))


def _text(value: Any) -> str:  # noqa: ANN401 - a name or several
    return value if isinstance(value, str) else ", ".join(value)


def register(root: typer.Typer) -> None:
    """Mount ``haengbo knowledge``."""
    root.add_typer(app)
