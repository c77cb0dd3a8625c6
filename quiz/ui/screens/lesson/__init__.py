"""What the teacher and the room see in a class."""
