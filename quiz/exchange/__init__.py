"""What leaves the program: paper, tables of results, and questions for other programs."""
