"""Captions with the frames that templates and agencies put around them, and sentences that have none."""

from __future__ import annotations

import time

import pytest

from reportedly.read.captions import caption_zones
from reportedly.records.article import ZoneKind


def caption_in(line: str) -> str | None:
    zones = caption_zones(line, 0, len(line))
    return next((line[zone.start:zone.end] for zone in zones or () if zone.kind is ZoneKind.CAPTION), None)


@pytest.mark.parametrize(("line", "caption"), [
    ("Getty - Contributor The ferry lost its mast in the storm", "The ferry lost its mast in the storm"),
    ("AFP or licensors Rescuers reached the quay before dawn", "Rescuers reached the quay before dawn"),
    ("EPA The owner of the ferry leaves the court", "The owner of the ferry leaves the court"),
    ("Image copyright Alder Post Image caption The mast was found in May", "The mast was found in May"),
    ("Facebook Twitter Pinterest The quay on Sunday. Photograph: Jane Roe/AP", "The quay on Sunday."),
    ("Photos: The ferry fire Crew members leave the hold. Hide Caption 3 of 12",
     "Photos: The ferry fire Crew members leave the hold."),
    ("The quay on Sunday night. (Jane Roe/Alder Post)", "The quay on Sunday night."),
    ("Smoke over the quay on Sunday ©Jane Roe (AFP/File)", "Smoke over the quay on Sunday"),
    ("A sign on the quay, May 4, 2031. REUTERS/Jane Roe", "A sign on the quay, May 4, 2031."),
    ("The first stage of the crane in its hall. (Photo: Jane Roe, Alder Post)",
     "The first stage of the crane in its hall."),
    ("In this May 4, 2031 file photo, the ferry leaves Port Alder.",
     "In this May 4, 2031 file photo, the ferry leaves Port Alder."),
    ("FILE PHOTO: The ferry in May.", "FILE PHOTO: The ferry in May."),
    ("CLOSE The owner of the ferry told his story on Monday. Newsreel",
     "The owner of the ferry told his story on Monday. Newsreel"),
])
def test_caption_comes_off_its_frame(line: str, caption: str) -> None:
    assert caption_in(line) == caption


@pytest.mark.parametrize("line", [
    "Reuters President Jane Roe left the agency on Monday.",
    "Reuters reported on Monday that the ferry was sold",
    "AP News was first to tell of the fire",
    "AP Photographer documents the wreck in the harbour",
    "Swimming with fins (belly/side/back)",
    "The ferry burned on Sunday, the owner told AFP (see below).",
    "This photo changed the course of the trial.",
    "In this case, the photo was shown to the court by the owner.",
    "The file photo was taken in May.",
    "The two boats (Heron and Gannet) sank.",
    "CLOSE CALL FOR FERRY",
    "Close friends of the captain came to the quay.",
    "It was, the judge said, one of 3 of 12 cases.",
])
def test_sentence_without_a_frame_is_no_caption(line: str) -> None:
    assert caption_zones(line, 0, len(line)) is None


@pytest.mark.parametrize("line", ["©Aa Bb, " * 50 + "(", "In this photo " * 40, "(Aa Bb, Aa Bb / " * 30,
                                  "REUTERS/Aa Bb " * 50, "Image copyright Aa " * 60])
def test_no_line_takes_long_however_it_repeats_itself(line: str) -> None:
    before = time.process_time()
    caption_zones(line, 0, len(line))
    assert time.process_time() - before < 1
