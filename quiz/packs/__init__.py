"""From content files to the model: strict, quick, and with every fault told at once. No Qt here."""
