"""Small pieces that take plain values and know no controller."""
