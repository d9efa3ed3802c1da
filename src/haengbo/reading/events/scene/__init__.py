"""A trigger → when and where its happening was."""
