"""A team at one ledger: who is logged in, what each may do, and the keys of programs."""
