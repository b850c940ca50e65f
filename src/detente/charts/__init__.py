"""Numbers become pictures: one function a chart, each an Altair chart that :func:`save` writes to a file."""

from detente.charts.contacts import contacts_chart
from detente.charts.distances import distances_chart
from detente.charts.index import index_chart
from detente.charts.landmarks import Landmark, find_landmarks
from detente.charts.matrix import matrix_chart
from detente.charts.network import bloc_chart
from detente.charts.relations_map import relations_map
from detente.charts.responses import responses_chart
from detente.charts.saving import FORMATS, check_format, save, to_svg
from detente.charts.thirds_map import thirds_map
from detente.charts.tracks import tracks_chart
from detente.charts.triangle import triangle_chart
from detente.charts.visits import count_visits

__all__ = [
    "FORMATS",
    "Landmark",
    "bloc_chart",
    "check_format",
    "contacts_chart",
    "count_visits",
    "distances_chart",
    "find_landmarks",
    "index_chart",
    "matrix_chart",
    "relations_map",
    "responses_chart",
    "save",
    "thirds_map",
    "to_svg",
    "tracks_chart",
    "triangle_chart",
]
