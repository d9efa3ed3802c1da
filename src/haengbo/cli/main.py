"""The command line in full: mounts one module per command.

Command modules import what is heavy inside their functions, so that ``--help`` stays fast.
"""

from __future__ import annotations

from haengbo.cli import (
    accounts,
    actors,
    alerts,
    audit,
    backups,
    brief,
    check,
    count,
    decide,
    demo,
    doctor,
    entries,
    evaluate,
    events,
    exchanges,
    expectations,
    explain,
    export,
    history,
    ingest,
    knowledge,
    ledgers,
    mcp,
    network,
    read,
    reindex,
    remove,
    reread,
    search,
    sequels,
    serve,
    show,
    statements,
    tasks,
    versions,
    watch,
    wording,
)
from haengbo.cli.root import new_app

app = new_app()

COMMANDS = (
    *(read, ingest, watch, explain, events, statements, show, search, export),
    *(expectations, actors, entries, remove, decide, tasks, history, versions),
    *(
        reread,
        reindex,
        ledgers,
        backups,
        audit,
        wording,
        sequels,
        exchanges,
        network,
        check,
        brief,
        count,
    ),
    *(evaluate, knowledge, doctor, alerts, demo, serve, mcp, accounts),
)
for module in COMMANDS:
    module.register(app)
