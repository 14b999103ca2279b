"""PNG, JPEG and TIFF: pictures of pages, read by OCR."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageOps

from minutes_cli.errors import CorruptInputError, LimitError, NoTextError, over
from minutes_cli.model.document import Document
from minutes_cli.readers.ocr.picture import Picture
from minutes_cli.readers.options import Options
from minutes_cli.readers.pdf.flow import flow
from minutes_cli.readers.pdf.layout import lay_out
from minutes_cli.readers.pdf.lean import as_seen
from minutes_cli.readers.pdf.quality import Quality
from minutes_cli.readers.pdf.scans import DOTS_PER_INCH, Scans, too_many
from minutes_cli.readers.sniff import media_type_of

_FORMATS = ("PNG", "JPEG", "TIFF")
# a resolution outside of these is a default of the program that wrote it: then a picture is as wide as a page
_RESOLUTIONS = (100, 1200)
_PAGE_INCHES = 8.3
# larger pictures are made smaller: letters are well over 40 dots high then
_WIDEST = 2 * _PAGE_INCHES * DOTS_PER_INCH


def read(data: bytes, name: str, options: Options) -> Document:
    """The document in an image, or in all images of a TIFF file, one a page.

    Raises CorruptInputError, LimitError, UsageError for a language without its data, or NoTextError for an image
    without text and where OCR is not possible or not wanted.
    """
    if options.ocr == "never":
        raise NoTextError(name, "an image, which only OCR can read", "run it without --ocr never")
    scans = Scans(name, options)
    quality = Quality(scans)
    pages = []
    for number, picture in enumerate(_pictures(data, name, options), 1):
        page = scans.read(picture, number)
        quality.judge(page)
        pages.append(lay_out(page))
    quality.refuse_if_nothing_is_left(name)
    blocks = as_seen(flow(pages), pages)
    sizes = tuple((page.width, page.height) for page in pages)
    return Document(blocks, media_type_of(data, ""), len(pages), {}, quality.problems(), sizes)


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of large or odd images: they are read or refused, and not talked about
        with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
            yield image


def _pictures(data: bytes, name: str, options: Options) -> Iterator[Picture]:
    """The images of a file in grey; each is decoded only once its size is known to be within the limit."""
    most = options.limits.image_dots
    number = 0
    try:
        with _opened(data) as image:
            count = getattr(image, "n_frames", 1)
            if count > options.limits.ocr_pages:
                raise too_many(name, options.limits.ocr_pages)
            for number in range(count):
                image.seek(number)
                if image.width * image.height > most:
                    raise _too_large(name, most)
                yield _picture(image)
    except Image.DecompressionBombError as error:
        raise _too_large(name, most) from error
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        hint = "open it in a viewer and save it again"
        raise CorruptInputError(name, f"image {number + 1} is damaged", hint) from error


def _too_large(name: str, most: int) -> LimitError:
    hint = "make it smaller: 300 dots an inch are enough"
    return over(name, f"an image of more than {most // 1_000_000} megapixels", "image-dots", hint)


def _picture(image: Image.Image) -> Picture:
    stated = image.info.get("dpi", (0, 0))[0]
    upright = ImageOps.exif_transpose(image)
    if "A" in upright.getbands():  # what shows through is paper
        upright = Image.alpha_composite(Image.new("RGBA", upright.size, "white"), upright.convert("RGBA"))
    grey = upright.convert("L")
    dots_per_inch = float(stated) if _RESOLUTIONS[0] <= stated <= _RESOLUTIONS[1] else grey.width / _PAGE_INCHES
    if grey.width > _WIDEST:
        height = max(round(grey.height * _WIDEST / grey.width), 1)
        dots_per_inch *= _WIDEST / grey.width
        grey = grey.resize((round(_WIDEST), height))
    elif dots_per_inch < DOTS_PER_INCH / 2:  # tesseract wants letters that are higher
        grey = grey.resize((2 * grey.width, 2 * grey.height))
        dots_per_inch *= 2
    return Picture(grey.width, grey.height, grey.tobytes(), dots_per_inch)
