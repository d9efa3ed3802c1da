"""``Article`` → ``Reading``: what one page says, every item with span, rule and chain.

A pure function of (article, knowledge, version). When unsure it abstains.
"""
