"""``python -m haengbo`` runs the command line."""

from haengbo.cli.start import main

if __name__ == "__main__":
    main()
