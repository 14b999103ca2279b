"""The register: meetings and their actions over time in one SQLite file. All SQL of the project is in this folder."""
