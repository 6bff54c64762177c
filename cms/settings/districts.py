"""From a street address to a district. Nothing is asked of anybody while the address is unset."""

from cms.settings import environment as env

CENSUS_GEOCODER_URL = (
    env.web_address("CENSUS_GEOCODER_URL", "https://unset.invalid")
    if env.text("CENSUS_GEOCODER_URL")
    else ""
)
# Which addresses it knows, and of which year its districts are.
CENSUS_GEOCODER_BENCHMARK = env.text("CENSUS_GEOCODER_BENCHMARK", "Public_AR_Current")
CENSUS_GEOCODER_VINTAGE = env.text("CENSUS_GEOCODER_VINTAGE", "Current_Current")
OPENSTATES_API_KEY = env.text("OPENSTATES_API_KEY")
OPENSTATES_API_URL = env.web_address("OPENSTATES_API_URL", "https://v3.openstates.org")
