"""Floor 2: the only code that writes for later, and only when asked."""
