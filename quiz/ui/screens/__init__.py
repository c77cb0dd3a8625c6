"""The screens: each is shown a value and says what the person wants."""
