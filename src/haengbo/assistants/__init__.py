"""The ledger for assistants: a server of the Model Context Protocol (``haengbo[mcp]``).

``tools`` is what an assistant may ask and decide, ``service`` the server that offers it over
standard input and output or HTTP. Invariant: every answer carries the words it rests on and
addresses; nothing is written unless a token allows it.
"""
