"""Two workers of sixteen threads: the shape that signed fastest on two cores, as those who sign at
the same moment share a transaction."""

import os

os.environ.setdefault("DATABASE_ROLE", "web")  # visitors are not kept waiting by a lock
bind = os.environ.get("BIND", "0.0.0.0:8000")
worker_class = "gthread"
workers = int(os.environ.get("WEB_WORKERS", "2"))
threads = 16  # the database pool of a worker has as many connections
preload_app = True
timeout = 30
graceful_timeout = 20
limit_request_line = 0  # nginx bounds it; a very long search gets a page, too
keepalive = 5  # nginx keeps its connections to us open
max_requests = 20_000
max_requests_jitter = 2_000
accesslog = None  # nginx writes one, without addresses of people
errorlog = "-"
forwarded_allow_ips = "*"  # only nginx reaches this port
