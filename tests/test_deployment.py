"""The files in deploy/: valid, locked down, in step with the settings, the image and each other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml

from bot.settings import Settings

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
COMPOSE = ("compose.yaml", "compose.webhook.yaml")
OURS = {"compose.yaml": ["bot"], "compose.webhook.yaml": ["bot-1", "bot-2"]}
MANIFESTS = tuple(sorted(DEPLOY.glob("kubernetes/*.yaml")))
GRACE = 10  # seconds in which the bot ends


class Strict(yaml.SafeLoader):
    """YAML in which no key may stand twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Return the mapping; fail on a repeated key."""
        keys = [self.construct_object(key, deep=True) for key, _ in node.value if key.tag != "tag:yaml.org,2002:merge"]
        assert len(keys) == len(set(keys)), f"{node.start_mark}: a key stands twice in {keys}"
        return super().construct_mapping(node, deep)


def documents(path: Path) -> list[dict[str, Any]]:
    """Return the documents of a YAML file."""
    return list(yaml.load_all(path.read_text(encoding="utf-8"), Strict))


def compose(name: str) -> dict[str, Any]:
    """Return a Compose file."""
    (found,) = documents(DEPLOY / name)
    return found


def manifests(kind: str) -> list[dict[str, Any]]:
    """Return all Kubernetes objects of this kind."""
    return [each for path in MANIFESTS for each in documents(path) if each["kind"] == kind]


def deployment(name: str) -> dict[str, Any]:
    """Return the deployment of this name."""
    return next(each for each in manifests("Deployment") if each["metadata"]["name"] == name)


@pytest.mark.parametrize("path", MANIFESTS, ids=[path.name for path in MANIFESTS])
def test_manifests_are_valid(path: Path) -> None:
    """Every object fits the schema of the newest Kubernetes known here, with no field that it does not know."""
    for each in documents(path):
        kubernetes_validate.validate(each, kubernetes_validate.latest_version(), strict=True)


@pytest.mark.parametrize("name", COMPOSE)
def test_compose_locks_every_container_down(name: str) -> None:
    """No container can write to itself, gain a privilege, or take more than its share."""
    for service in compose(name)["services"].values():
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert service["restart"] == "unless-stopped"
        assert {"mem_limit", "pids_limit"} <= service.keys()
        assert "privileged" not in service


@pytest.mark.parametrize("name", COMPOSE)
def test_compose_runs_the_bot_with_secrets_as_files(name: str) -> None:
    """Every setting is one the bot knows, every secret a file, and there is time to finish."""
    found = compose(name)
    for each in OURS[name]:
        bot = found["services"][each]
        assert {setting.lower() for setting in bot["environment"]} <= Settings.model_fields.keys()
        files = {value for setting, value in bot["environment"].items() if setting.endswith("_FILE")}
        assert files == {f"/run/secrets/{secret}" for secret in bot["secrets"]}
        assert bot["secrets"] == list(found["secrets"])
        assert int(bot["stop_grace_period"].removesuffix("s")) > GRACE
        assert not {"ports", "cap_add", "user"} & bot.keys()


def test_compose_from_the_project_s_folder_is_the_same() -> None:
    """Where no file is named, Compose finds one that includes the bot by long polling, in the same Compose project."""
    (found,) = documents(ROOT / "compose.yaml")
    assert found["name"] == compose("compose.yaml")["name"], "else both would run, two pollers with one token"
    assert [(DEPLOY.parent / path).resolve() for path in found["include"]] == [(DEPLOY / "compose.yaml").resolve()]


def test_compose_paths_lead_to_the_project() -> None:
    """Paths are meant from the file's own folder: the build is the project, the proxy's file is here."""
    for name in COMPOSE:
        found = compose(name)
        for each in OURS[name]:
            assert (DEPLOY / found["services"][each]["build"] / "Dockerfile").exists()
        assert all(secret["file"].startswith("../secrets/") for secret in found["secrets"].values())
    (proxy_file, _) = compose("compose.webhook.yaml")["services"]["proxy"]["volumes"]
    assert (DEPLOY / proxy_file.partition(":")[0]).exists()


def test_only_the_proxy_is_open_to_the_public() -> None:
    """Nobody but the proxy has a port on the machine, and Valkey has no way out."""
    found = compose("compose.webhook.yaml")
    assert [name for name, service in found["services"].items() if "ports" in service] == ["proxy"]
    assert found["services"]["valkey"]["networks"] == ["inside"]
    assert found["networks"]["inside"] == {"internal": True}


def test_the_proxy_sends_to_every_replica() -> None:
    """The proxy's replicas are those of the Compose file, on the webhook's port."""
    caddyfile = (DEPLOY / "Caddyfile").read_text(encoding="utf-8")
    (upstreams,) = re.findall(r"\{\$WHOSAID_REPLICAS:(.+?)\}", caddyfile)
    port = Settings.model_fields["whosaid_webhook_port"].default
    assert upstreams.split() == [f"{name}:{port}" for name in OURS["compose.webhook.yaml"]]
    assert "health_port {$WHOSAID_STATUS_PORT:8081}" in caddyfile
    assert "handle /webhook" in caddyfile
    assert "metrics" not in caddyfile


@pytest.mark.parametrize("name", ["whosaid", "whosaid-polling", "valkey"])
def test_pods_are_locked_down(name: str) -> None:
    """No pod runs as root, writes to its image, gains a privilege or talks to the cluster."""
    pod = deployment(name)["spec"]["template"]["spec"]
    assert pod["automountServiceAccountToken"] is False
    assert pod["securityContext"]["runAsNonRoot"] is True
    for container in pod["containers"]:
        assert container["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }
        assert "memory" in container["resources"]["limits"]


@pytest.mark.parametrize("name", ["whosaid", "whosaid-polling"])
def test_pods_of_the_bot_fit_the_program(name: str) -> None:
    """Ports, probes, user, secrets and settings are those of the image and the program; there is time to finish."""
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    pod = deployment(name)["spec"]["template"]["spec"]
    (bot,) = pod["containers"]
    assert f"USER {pod['securityContext']['runAsUser']}:" in dockerfile
    ports = {port["name"]: port["containerPort"] for port in bot["ports"]}
    assert all(f"WHOSAID_{port_name.upper()}_PORT={number}" in dockerfile for port_name, number in ports.items())
    assert {setting["name"].lower() for setting in bot["env"]} <= Settings.model_fields.keys()
    assert not any("valueFrom" in setting for setting in bot["env"]), "a secret is a file"
    assert bot["livenessProbe"]["httpGet"] == {"path": "/healthz", "port": "status"}
    assert bot["readinessProbe"]["httpGet"] == {"path": "/readyz", "port": "status"}
    wait = int(bot.get("lifecycle", {"preStop": {"exec": {"command": ["", "0"]}}})["preStop"]["exec"]["command"][1])
    assert pod["terminationGracePeriodSeconds"] > wait + GRACE


def test_replicas_are_replaced_one_by_one_and_pollers_never_overlap() -> None:
    """An update of the webhook leaves all replicas, an update of the poller leaves none beside the new one."""
    webhook, polling = (deployment(name)["spec"] for name in ("whosaid", "whosaid-polling"))
    assert webhook["strategy"]["rollingUpdate"] == {"maxUnavailable": 0, "maxSurge": 1}
    assert webhook["replicas"] > 1
    assert polling["strategy"] == {"type": "Recreate"}
    assert polling["replicas"] == 1
    (budget,) = manifests("PodDisruptionBudget")
    assert budget["spec"]["selector"] == webhook["selector"]


def test_every_pod_has_its_network_policy() -> None:
    """What a pod may send and receive is said for each, both ways, and its ports exist."""
    policies = {policy["metadata"]["name"]: policy["spec"] for policy in manifests("NetworkPolicy")}
    for each in manifests("Deployment"):
        policy = policies.pop(each["metadata"]["name"])
        assert policy["podSelector"] == each["spec"]["selector"]
        assert policy["policyTypes"] == ["Ingress", "Egress"]
        ports = {port["name"] for port in each["spec"]["template"]["spec"]["containers"][0]["ports"]}
        assert {port["port"] for rule in policy["ingress"] for port in rule["ports"]} <= ports
    assert policies == {}


def test_every_file_has_its_command_on_the_operations_page() -> None:
    """Whoever chose a way to run the bot finds the command for it; no command names a file that is not there."""
    page = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    commands = "".join(re.findall(r"^```sh\n(.+?)^```", page, re.M | re.S))
    files = {str(path.relative_to(ROOT)) for path in (*(DEPLOY / name for name in COMPOSE), *MANIFESTS)}
    assert set(re.findall(r"deploy/[\w/.-]+\.yaml", commands)) == files


def test_what_the_operations_page_adds_to_a_file_fits_it() -> None:
    """The examples are valid YAML in the place they are meant for, their settings and lists are there."""
    page = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    examples = re.findall(r"^```yaml\n(.+?)^```", page, re.M | re.S)
    for_compose, for_pod = (Strict(text).get_single_data() for text in examples)
    assert for_compose.keys() - {"volumes"} <= compose("compose.yaml")["services"]["bot"].keys()
    assert {setting.lower() for setting in for_compose["environment"]} <= Settings.model_fields.keys()
    pod = deployment("whosaid-polling")["spec"]["template"]["spec"]
    (bot,) = for_pod["spec"]["containers"]
    assert for_pod["spec"].keys() <= pod.keys()
    assert bot.keys() <= pod["containers"][0].keys()
    assert {setting["name"].lower() for setting in bot["env"]} <= Settings.model_fields.keys()
    assert [each["name"] for each in bot["volumeMounts"]] == [each["name"] for each in for_pod["spec"]["volumes"]]
