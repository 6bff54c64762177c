"""Communicating With Congress: whoever delivers letters to Congress has a contract with each house,
and a key and an address from it. Without them nothing is sent there."""

from cms.settings import environment as env


def optional_address(name: str) -> str:
    return env.web_address(name, "https://unset.invalid") if env.text(name) else ""


CWC = {
    "house_url": optional_address("CWC_HOUSE_URL"),
    "house_key": env.text("CWC_HOUSE_KEY"),
    "senate_url": optional_address("CWC_SENATE_URL"),
    "senate_key": env.text("CWC_SENATE_KEY"),
    "agent": env.text("CWC_AGENT"),
    "agent_email": env.text("CWC_AGENT_EMAIL"),
    "agent_contact": env.text("CWC_AGENT_CONTACT"),
    "agent_phone": env.text("CWC_AGENT_PHONE"),
    "topic": env.text("CWC_TOPIC", "Civil Rights and Liberties, Minority Issues"),
}
