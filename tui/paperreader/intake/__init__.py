"""How digests get in: finding files, reading them, storing them, with progress and cancel."""

from paperreader.intake.importing import import_paths, sample_paths
from paperreader.intake.report import FileProblem, Phase, Progress, Report

__all__ = ["FileProblem", "Phase", "Progress", "Report", "import_paths", "sample_paths"]
