"""`gampgen keys`: the machine's run key, persons' keys, and whose keys count."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gampgen.cli import console, options

keys = typer.Typer(help="The keys that seal runs and sign them, and whose keys count.", no_args_is_help=True)

Key = Annotated[str, typer.Argument(metavar="KEY", help="The key's id, or its first digits.", show_default=False)]


@keys.command("list")
def list_keys(as_json: options.Json = False, debug: options.Debug = False) -> None:
    """List the keys of the trust file with holder, age and state.

    Example: gampgen keys list
    """
    with console.failures_told(debug=debug):
        from gampgen.audit.journal import utc_now
        from gampgen.publishing.home import home_folder
        from gampgen.publishing.keystore import TRUST_NAME, load_trust

        path = home_folder() / TRUST_NAME
        trust = load_trust(path)
        if as_json:
            console.result(trust.model_dump_json(indent=2))
            return
        console.say(f"Trust file: {path}")
        for key in trust.keys:
            state = key.objection_at(utc_now()) or "in force"
            console.say(f"{key.key_id}  {key.kind:6}  {key.holder}  since {key.created}: {state}")
        if not trust.keys:
            console.say("No keys yet. The first run makes this machine's; `gampgen keys new` makes a person's.")


@keys.command("new")
def new(
    name: Annotated[str, typer.Option(help="The person's printed name, as it will stand in signatures.")],
    debug: options.Debug = False,
) -> None:
    """Make a person's key under a passphrase. Verify who the person is first (21 CFR 11.100(b)).

    Example: gampgen keys new --name "A. Person"
    """
    with console.failures_told(debug=debug):
        from gampgen.cli.passphrase import new_passphrase
        from gampgen.pipeline.signing import printable
        from gampgen.publishing.home import home_failures, home_folder
        from gampgen.publishing.keystore import create_person_key

        home = home_folder()
        with home_failures(home):
            key = create_person_key(home, printable(name, "--name"), new_passphrase())
        console.say(f"Made the key {key.key_id} of {key.holder} in {home}.")


@keys.command("rotate")
def rotate(debug: options.Debug = False) -> None:
    """Give this machine a new run key; what the old one sealed until now still counts.

    Example: gampgen keys rotate
    """
    with console.failures_told(debug=debug):
        from gampgen.publishing.home import home_failures, home_folder
        from gampgen.publishing.keystore import rotate_run_key

        home = home_folder()
        with home_failures(home):
            signer = rotate_run_key(home)
        console.say(f"The run key is now {signer.key_id}. Give it to whoever verifies this machine's runs.")


@keys.command("revoke")
def revoke(
    key: Key,
    reason: Annotated[str, typer.Option(help="Why: lost, stolen, the person has left.")],
    compromised: Annotated[
        bool, typer.Option("--compromised", help="Somebody else may have used it: nothing that it signed counts.")
    ] = False,
    debug: options.Debug = False,
) -> None:
    """Take a key out of force, from now on or altogether.

    Example: gampgen keys revoke 3f9a --reason "laptop lost" --compromised
    """
    with console.failures_told(debug=debug):
        from gampgen.pipeline.signing import printable
        from gampgen.publishing.home import home_failures, home_folder
        from gampgen.publishing.keystore import revoke_key

        home = home_folder()
        with home_failures(home):
            revoked = revoke_key(home, key, printable(reason, "--reason"), compromised=compromised)
        console.say(f"Revoked {revoked.key_id} of {revoked.holder}. Tell whoever has it in their trust file.")


@keys.command("export")
def export(
    key: Annotated[
        str | None, typer.Argument(metavar="KEY", help="The key's id, or its first digits.", show_default="all")
    ] = None,
    debug: options.Debug = False,
) -> None:
    """Print public keys as a trust file, for others to import or to give to verify --trust.

    Example: gampgen keys export > machine.trust.json
    """
    with console.failures_told(debug=debug):
        from gampgen.audit.trust import Trust, trust_bytes
        from gampgen.publishing.home import home_folder
        from gampgen.publishing.keystore import TRUST_NAME, chosen_key, load_trust

        trust = load_trust(home_folder() / TRUST_NAME)
        wanted = Trust(keys=(chosen_key(trust, key),)) if key is not None else trust
        console.result(trust_bytes(wanted).decode().rstrip("\n"))


@keys.command("import")
def import_file(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A trust file that you got from its owner.")],
    debug: options.Debug = False,
) -> None:
    """Add others' public keys to your trust file. Compare the ids with their owner by another way first.

    Example: gampgen keys import machine.trust.json
    """
    with console.failures_told(debug=debug):
        from gampgen.errors import InputError
        from gampgen.publishing.home import home_failures, home_folder
        from gampgen.publishing.keystore import import_keys

        try:
            data = file.read_bytes()
        except OSError as error:
            raise InputError("The file cannot be read", hint="Check the path", where=str(file)) from error
        home = home_folder()
        with home_failures(home):
            new_keys = import_keys(home, data, str(file))
        for key in new_keys:
            console.say(f"Trusted from now on: {key.key_id}  {key.kind}  {key.holder}")
        if not new_keys:
            console.say("Nothing new: all its keys were trusted already.")
