"""The Korean language: sentences, morphemes, dates, South and North spellings, particles.

Serves ``article``, ``knowledge``, ``reading`` and ``collation``. Knows Korean, knows nothing of
diplomacy: words of the field come in as arguments.
"""
