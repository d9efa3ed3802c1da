"""Korean time expressions → EDTF. A package that knows nothing of diplomacy."""
