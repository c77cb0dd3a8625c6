"""The two windows of a class, and what a lesson saves."""
