"""Pictures that go with a link: made by the worker, named by what they show, never by a request."""
