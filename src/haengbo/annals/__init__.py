"""The ledger as programs want it: typed records, each with its evidence and addresses.

``records`` says what they hold, ``making`` and ``findings`` make them from the ledger's views,
``ledger`` is ``haengbo.Ledger``. The JSON API and the assistants' tools hand out the same records.
"""
