"""Who said what, and what is claimed as fact.

>>> import quotex
>>> extraction = quotex.extract(text)  # doctest: +SKIP
"""
