from deploy.services import packages, places, processes, wire
from deploy.services.service import Service


class Redis(Service):
    name = "redis"
    variable = "REDIS_TEST_URL"
    first_port = 63790

    def launch(self, port: int) -> None:
        server = packages.program("redis-server", "redis-server")
        places.hand_over(self.folder)
        options = {"bind": places.LOOPBACK, "port": str(port), "dir": str(self.folder)}
        options |= {"save": "", "appendonly": "no"}
        arguments = [word for key, value in options.items() for word in (f"--{key}", value)]
        processes.start(self.name, [server, *arguments], folder=self.folder)

    def url(self, port: int) -> str:
        return f"redis://{places.LOOPBACK}:{port}/0"

    def answers(self) -> bool:
        return wire.exchange(self.address, b"PING\r\n").startswith(b"+PONG")
