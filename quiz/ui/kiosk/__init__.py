"""The kiosk's window, and what belongs to one visitor."""
