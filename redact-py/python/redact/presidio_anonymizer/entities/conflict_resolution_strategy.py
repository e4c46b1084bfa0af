"""What happens to results of different kinds that overlap."""

from enum import Enum


class ConflictResolutionStrategy(Enum):
    """What happens to results of different kinds that overlap in part.

    ``MERGE_SIMILAR_OR_CONTAINED`` keeps both; where the text is replaced, the left one ends where the right
    one begins. ``REMOVE_INTERSECTIONS`` cuts back the one with the lower score. Under either, results of one
    kind that overlap become one, and one that lies inside another is dropped.
    """

    MERGE_SIMILAR_OR_CONTAINED = "merge_similar_or_contained"
    REMOVE_INTERSECTIONS = "remove_intersections"
