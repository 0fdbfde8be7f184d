"""`python -m gampgen`."""

from gampgen.cli.main import main

main()
