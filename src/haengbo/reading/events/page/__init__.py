"""What a page has told so far, and its accounts put together: every happening once."""
