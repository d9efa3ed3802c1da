"""One module per kind of page: address and query in, values for a template out."""
