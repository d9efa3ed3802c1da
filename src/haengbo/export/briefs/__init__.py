"""A ``Briefing`` → a report in Korean or English: Markdown, HTML, DOCX, HWPX, PDF.

``document`` puts the data into the sentences of ``words.yaml``; ``figures`` draws the pictures as
plain shapes; one module a format writes them. Invariant: the same briefing gives the same bytes.
"""
