#!/usr/bin/env python3
"""Asks Docker Compose v2 what it makes of the cases in Tests/ComposeFileTests/Fixtures and writes its answers down.

usage: Tests/ComposeFileTests/record-compose.py [FILE.json ...]

Files that are no UTF-8 stand in "bytes": each character up to U+00FF is one byte.

The tests compare davit with what stands there, so that they need neither docker nor an engine. Run this after adding a
case (without "expected" and "rejected") or to compare with another version of Compose.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

FIXTURES = pathlib.Path(__file__).resolve().parent / "Fixtures"
HOME = "/home/user"


def ask(case):
    """Runs Compose on a case in a directory of its own; the answer names it /project."""
    top = tempfile.mkdtemp()
    project = os.path.join(top, "project")
    os.mkdir(project)
    try:
        for name, text in case["files"].items():
            path = os.path.join(project, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            pathlib.Path(path).write_text(text, newline="")
        for name, text in case.get("bytes", {}).items():
            pathlib.Path(project, name).write_bytes(text.encode("latin-1"))
        environment = {
            "PATH": os.environ["PATH"], "HOME": HOME,
            "DOCKER_CONFIG": os.environ.get("DOCKER_CONFIG", os.path.expanduser("~/.docker")),
        }
        environment.update(case.get("environment", {}))
        arguments = ["docker", "compose", *case.get("arguments", []), "config", "--format", "json"]
        where = os.path.join(project, case.get("directory", "."))
        done = subprocess.run(arguments, cwd=where, env=environment, capture_output=True, text=True)
    finally:
        shutil.rmtree(top)
    case.pop("expected", None)
    case.pop("rejected", None)
    if done.returncode == 0:
        case["expected"] = json.loads(done.stdout.replace(top, ""))
    else:
        lines = [line for line in done.stderr.splitlines() if line and "level=warning" not in line]
        message = lines[0] if lines and not lines[0].startswith("panic") else "(Compose crashes)"
        case["rejected"] = message.replace(top, "")


def main(names):
    version = subprocess.run(["docker", "compose", "version", "--short"], capture_output=True, text=True, check=True)
    for path in [pathlib.Path(name) for name in names] or sorted(FIXTURES.glob("*.json")):
        section = json.loads(path.read_text())
        section["compose"] = version.stdout.strip()
        for case in section["cases"]:
            ask(case)
        path.write_text(json.dumps(section, indent=1, ensure_ascii=False, sort_keys=True) + "\n")
        print(f"{path.name}: {len(section['cases'])} cases")


main(sys.argv[1:])
