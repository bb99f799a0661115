#!/usr/bin/env python3
"""Brings the project in Fixtures/shop up with each Compose that is there, and writes down what the engine tells of it.

usage: scripts/private-engine run Tests/StackPlanningTests/record-stack.py

The tests compare the project with what stands in Fixtures/compose-1.json and compose-2.json, so that they need neither
docker nor an engine. The folder is called /srv/shop in them.
"""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

FIXTURES = pathlib.Path(__file__).resolve().parent / "Fixtures"
CONFIG = [
    'CMD ["sleep", "100000"]', "ENV APP_MODE=production APP_COLOUR=blue", "EXPOSE 8080", "USER 1000", "WORKDIR /tmp",
    'LABEL org.opencontainers.image.title="shop app"', "VOLUME /cache",
    "HEALTHCHECK --interval=2m --timeout=9s --retries=2 CMD test ! -e /tmp/sick",
]


def run(*arguments, cwd=None):
    done = subprocess.run(arguments, cwd=cwd, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)}: {done.stderr}")
    return done.stdout


def make_images():
    """An image with settings of its own, and one without."""
    run("docker", "tag", "busybox:test", "shop-base:1")
    run("docker", "create", "--name", "shop-image", "busybox:test")
    changes = [word for change in CONFIG for word in ("--change", change)]
    run("docker", "commit", *changes, "shop-image", "shop-app:1")
    run("docker", "rm", "shop-image")
    run("docker", "tag", "shop-app:1", "shop-app:2")


def trimmed(value):
    """Leaves out what a plan does not look at and what says nothing."""
    if isinstance(value, dict):
        dropped = {"GraphDriver", "Health", "MaskedPaths", "ReadonlyPaths", "RootFS", "ContainerConfig"}
        pairs = {key: trimmed(item) for key, item in value.items() if key not in dropped}
        return {key: item for key, item in pairs.items() if item is False or item not in (None, 0)}
    return [trimmed(item) for item in value] if isinstance(value, list) else value


def inspect(kind, names):
    return [trimmed(item) for item in json.loads(run("docker", kind, "inspect", *names))] if names else []


def record(compose, path):
    top = tempfile.mkdtemp()
    folder = os.path.join(top, "shop")
    shutil.copytree(FIXTURES / "shop", folder)
    try:
        run(*compose, "up", "-d", cwd=folder)
        hashes = dict(line.split() for line in run(*compose, "config", "--hash", "*", cwd=folder).splitlines())
        answer = {
            "compose": run(*compose, "version", "--short").strip(),
            "hashes": hashes,
            "containers": inspect("container", run("docker", "ps", "-aq", "--no-trunc").split()),
            "images": inspect("image", sorted(set(run("docker", "image", "ls", "-q", "--no-trunc").split()))),
            "networks": inspect("network", run("docker", "network", "ls", "-q").split()),
            "volumes": inspect("volume", run("docker", "volume", "ls", "-q").split()),
        }
        root = run("docker", "info", "--format", "{{.DockerRootDir}}").strip()
    finally:
        subprocess.run([*compose, "down", "-v", "-t", "1"], cwd=folder, capture_output=True)
        shutil.rmtree(top)
    text = json.dumps(answer, indent=1, sort_keys=True) + "\n"
    text = text.replace(folder, "/srv/shop").replace(os.path.dirname(root), "/var/lib").replace(
        "/var/lib/data", "/var/lib/docker")
    path.write_text(text)
    print(f"{path.name}: {len(answer['containers'])} containers of Compose {answer['compose']}")


def main():
    make_images()
    if shutil.which("docker-compose"):
        record(["docker-compose"], FIXTURES / "compose-1.json")
    if subprocess.run(["docker", "compose", "version"], capture_output=True).returncode == 0:
        record(["docker", "compose"], FIXTURES / "compose-2.json")


main()
