"""The ledger → what it adds up to, every figure with n and the list of cases.

``texts`` gathers dated texts of issuers (from a ledger or a folder); ``wording`` follows words
through them; ``silence``, ``comparison`` and ``remarks`` ask what is missing, what changed, and
whether the press is right about it.
"""
