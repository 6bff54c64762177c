import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")

application = get_wsgi_application()
# What is loaded once stays: the collector need not look through it after every page, and the
# memory stays shared with the workers forked from here.
gc.collect()
gc.freeze()
# An answer is made of thousands of objects that die with it: after 700, as Python is set, nearly
# all of them still live, and looking through them is in vain.
gc.set_threshold(10_000, 10, 10)
