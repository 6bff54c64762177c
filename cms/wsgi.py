import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")

application = get_wsgi_application()
# What is loaded once stays: the collector need not look through it after every page, and the
# memory stays shared with the workers forked from here.
gc.collect()
gc.freeze()
