"""``/api/v1``: the ledger for programs, as JSON, described by its own OpenAPI document.

``service`` puts it together; ``access`` decides who may read and write, ``filters`` what an
address asks for, ``answers`` how it is answered, ``problems`` what is said when it is not. The
records are those of ``haengbo.annals``.
"""
