"""Pages as pictures."""

from reportlab.lib.pagesizes import A4, A5

from app.documents.raster import Picture, measures, picture
from app.documents.slip.pages import slip_pdf
from app.domain.slip import Paper
from tests.documents.slip.slips import book, hours, slip, stop


def dark(page: Picture) -> float:
    """The part of the pixels that has ink on it."""
    blue = page.pixels[0::4]
    return sum(value < 128 for value in blue) / len(blue)


def test_pages_have_the_size_of_their_paper() -> None:
    for paper, size in ((Paper.A5, A5), (Paper.A4, A4)):
        (found,) = measures(slip_pdf(slip("fi"), book(), paper)).pages
        assert [round(one) for one in found] == [round(one) for one in size]


def test_a_page_is_as_wide_as_asked_and_keeps_its_shape() -> None:
    pdf = slip_pdf(slip("ar"), book())
    for width in (1, 420, 1240):
        page = picture(pdf, 0, width)
        assert page.width == width
        assert abs(page.height - width * A5[1] / A5[0]) <= 1
        assert len(page.pixels) == page.stride * page.height


def test_ink_is_dark_on_white() -> None:
    page = picture(slip_pdf(slip("ar"), book()), 0, 420)
    assert page.pixels[:3] == b"\xff\xff\xff"
    assert 0.02 < dark(page) < 0.3


def test_grey_is_the_same_in_a_quarter_of_the_bytes() -> None:
    pdf = slip_pdf(slip("ar"), book())
    colour, grey = picture(pdf, 0, 400), picture(pdf, 0, 400, grey=True)
    assert (grey.width, grey.height) == (colour.width, colour.height)
    assert colour.stride == 4 * grey.stride
    inked = sum(value < 128 for value in grey.pixels) / len(grey.pixels)
    assert abs(inked - dark(colour)) < 0.005


def test_every_page_of_many_can_be_seen() -> None:
    pdf = slip_pdf(slip("fi", *[stop(known=hours())] * 9), book())
    count = len(measures(pdf).pages)
    assert count > 1
    assert len({picture(pdf, page, 200).pixels for page in range(count)}) == count
