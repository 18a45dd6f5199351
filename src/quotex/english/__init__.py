"""The English language: closed classes, lexicons, people. Another language is another such folder."""
