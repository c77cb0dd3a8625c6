"""Myth or Reality: a quiz on sex therapy and sexual wellbeing that says who says so."""

__version__ = "0.1.0"
