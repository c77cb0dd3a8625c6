"""A kiosk as a process: its start, what watches over it, and what its staff do about it."""
