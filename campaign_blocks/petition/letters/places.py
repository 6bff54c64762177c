def place_of(city: str, postal_code: str) -> str:
    """As exact as a constituent has to be: a city where she named one, else her ZIP code."""
    return f"{city} {postal_code[:5]}".strip()
