"""Names on a drawing keep clear of each other and of the marks."""

from itertools import combinations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.show.web.labels import NARROW, WIDE, Label, Spot, placed, room_of

NAMES = ["Osmarra", "Luthen", "Upper Fenmark and the Seven Locks", "Vell", "港町", "Port Tamsin"]
spots = st.lists(st.builds(Spot, st.integers(0, 100), st.integers(0, 100), st.sampled_from(NAMES), st.booleans()),
                 max_size=10)


def box(spot: Spot, label: Label, width: float, height: float) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a name."""
    room = room_of(label.name)
    left = spot.x * width / 100 + label.dx - {"start": 0.0, "middle": room / 2, "end": room}[label.anchor]
    base = spot.y * height / 100 + label.dy
    return left, base - 11, left + room, base + 4


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(spots)
def test_no_name_lies_on_another_or_leaves_the_drawing_at_any_width(found: list[Spot]) -> None:
    labels = placed(found, 1.5, 0, 14)
    for width in (*NARROW, *WIDE):
        boxes = [box(spot, label, width, width / 1.5) for spot, label in zip(found, labels, strict=True)
                 if label is not None and not (label.only_wide and width in NARROW)]
        for one, other in combinations(boxes, 2):
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert all(left >= 0 and top >= 0 and right <= width and bottom <= width / 1.5
                   for left, top, right, bottom in boxes)


def test_first_come_and_no_more_than_asked_for() -> None:
    apart = [Spot(20 * number + 10, 50, "Vell") for number in range(5)]
    assert [label is not None for label in placed(apart, None, 100, 3)] == [True, True, True, False, False]


def test_long_name_is_cut_and_a_mark_without_one_keeps_its_room() -> None:
    long, = placed([Spot(10, 50, NAMES[2])], 1.5, 0, 14)
    assert long is not None and long.name.endswith("…") and len(long.name) <= 26
    first, second = placed([Spot(50, 50, "Vell"), Spot(55, 50, "")], None, 100, 14)
    assert first is not None and first.anchor != "start" and second is None


def test_a_name_is_hidden_on_narrow_screens_where_it_only_fits_on_wide_ones() -> None:
    first, second = placed([Spot(10, 50, "Port Tamsin"), Spot(35, 50, "Upper Fenmark")], None, 20, 14)
    assert first is not None and first.only_wide
    assert second is not None and not second.only_wide
