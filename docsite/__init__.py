"""The documentation site: pages made from code and pack, and the commands that its pages show.

Comes in: the command line, the knowledge pack, CHANGELOG and CONTRIBUTING, the pages of ``docs``.
Goes out: Markdown for mkdocs (``hooks``) and runnable commands (``commands``). What can be made
from the code is never written by hand.
"""
