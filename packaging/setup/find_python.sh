#!/bin/sh
# Print the first Python of this machine that is new enough; where there is none, say so.
for name in python3 python3.14 python3.13 python3.12 python3.11 python3.10 python; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 10))' >/dev/null 2>&1; then
        command -v "$name"
        exit 0
    fi
done
if found=$(python3 -c 'import platform; print(platform.python_version())' 2>/dev/null); then
    echo "Myth or Reality needs Python 3.10 or newer; this machine has $found." >&2
else
    echo "Myth or Reality needs Python 3.10 or newer, and no python3 was found." >&2
fi
# A command for the recipe to fail with, since make goes on after a failed $(shell).
echo false
exit 1
