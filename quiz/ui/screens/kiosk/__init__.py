"""What a visitor and the staff see at a kiosk."""
