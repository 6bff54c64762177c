"""Behind TLS and a proxy; every secret comes from the environment."""

from cms.settings import environment as env
from cms.settings.base import *  # noqa: F403
from cms.settings.base import BASE_URL

SECRET_KEY = env.required("SECRET_KEY")
ALLOWED_HOSTS = env.listed("ALLOWED_HOSTS") or [env.required("ALLOWED_HOSTS")]
CSRF_TRUSTED_ORIGINS = [BASE_URL]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken"
# The content policy's frame-ancestors decides who may frame what; embeds differ from pages.
SILENCED_SYSTEM_CHECKS = ["security.W002"]
