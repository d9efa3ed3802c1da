"""``python -m haengbo`` runs the command line."""

from haengbo.cli.main import main

if __name__ == "__main__":
    main()
