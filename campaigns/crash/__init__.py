"""Every operation that writes a ledger, killed at random instants; then what is there.

``operations`` says what is done, ``killing`` does and kills it in a forked child, ``checking``
looks at what is left, ``contents`` says what a ledger holds apart from times and running numbers.
"""
