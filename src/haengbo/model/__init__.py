"""Frozen records that the stages hand to each other; no logic of a stage, no input or output.

Everything may import ``haengbo.model``; it imports nothing of haengbo but ``errors``.
"""
