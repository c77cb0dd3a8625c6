"""Floor 3: what people see and touch. The only code that imports PySide6 widgets."""
