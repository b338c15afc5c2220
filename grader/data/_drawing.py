"""How each garment is drawn: a few trapezoids, each a little different on every drawing.

How far the garments vary was tuned with Keras until, on the test part, a linear softmax classifier came to
0.84 and a network with 100 hidden units to 0.90 (Adam, batches of 32, 20 epochs on 60,000 images).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from grader.data._sheet import Floats, Sheet


def _top(sheet: Sheet, sleeve: Floats, hem: Floats, width: Floats, sleeve_width: Floats) -> None:
    """Paint a body and two sleeves; `sleeve` is 0 for none and 1 for one that ends at the hem."""
    shoulder = sheet.bell(-10.5, 0.7)
    end = shoulder + 4 + sleeve * 16
    outward = width + 1.2 + sleeve * sheet.bell(3.2, 0.8)
    shade = sheet.bell(0.92, 0.07)
    sheet.paint(
        (shoulder + 0.8, end), (width - 1, outward), (sleeve_width + 0.6, sleeve_width), shade, mirrored=True
    )
    sheet.paint((shoulder, hem), (0.0, 0.0), (width, width * sheet.bell(1.0, 0.06)))
    sheet.paint(
        (shoulder - 1, shoulder + sheet.between(0.5, 3)), (0.0, 0.0), (sheet.between(1.5, 4), 0.5), 0.0
    )


def _front(sheet: Sheet, share: float) -> None:
    """Paint a row of buttons or a zip down the front of a `share` of the drawings, often faint."""
    # A seam of the cloth's own tone is one that cannot be seen.
    faint = 1 - sheet.maybe(share) * sheet.between(0.1, 0.8)
    sheet.paint((-9.0, sheet.bell(10, 1)), (sheet.bell(0, 0.4), 0.0), (0.3, 0.3), faint)


def t_shirt(sheet: Sheet) -> None:
    """Paint T-shirts."""
    _top(sheet, sheet.bell(0.16, 0.16), sheet.bell(10.5, 1), sheet.bell(6.6, 0.8), sheet.bell(2, 0.4))
    printed = sheet.maybe(0.35)
    tone = 1 - printed * sheet.between(-0.3, 0.7)
    sheet.paint((-5.0, sheet.between(-2, 3)), (0.0, 0.0), (sheet.between(1, 4), sheet.between(1, 4)), tone)


def trouser(sheet: Sheet) -> None:
    """Paint trousers."""
    waist, hem = sheet.bell(4, 0.6), sheet.bell(12, 0.8)
    foot = sheet.bell(3.6, 0.9)
    sheet.paint((-12.0, hem), (waist * 0.5, foot), (waist * 0.5, sheet.bell(1.9, 0.4)), mirrored=True)
    sheet.paint((-12.0, sheet.bell(-6, 1)), (0.0, 0.0), (waist, waist))
    sheet.paint((-12.0, -11.0), (0.0, 0.0), (waist, waist), sheet.bell(0.75, 0.15))


def pullover(sheet: Sheet) -> None:
    """Paint pullovers."""
    hem, width = sheet.bell(10.0, 0.9), sheet.bell(7.1, 0.7)
    _top(sheet, sheet.bell(0.88, 0.12), hem, width, sheet.bell(2.0, 0.35))
    sheet.paint((hem - 1.5, hem), (0.0, 0.0), (width, width), 1 - sheet.maybe(0.7) * sheet.between(0, 0.4))


def dress(sheet: Sheet) -> None:
    """Paint dresses."""
    chest, waist = sheet.bell(3.6, 0.6), sheet.bell(3, 0.6)
    middle = sheet.bell(-2.5, 1.2)
    length = sheet.bell(0.25, 0.3) * sheet.maybe(0.6)
    sheet.paint((-11.0, -8 + length * 14), (chest, chest + 2), (0.4, 1.2), mirrored=True)
    sheet.paint((-12.0, middle), (0.0, 0.0), (chest, waist))
    sheet.paint(
        (middle, sheet.bell(12, 0.8)), (0.0, 0.0), (waist, sheet.bell(5.2, 1.3)), sheet.bell(0.95, 0.06)
    )
    sheet.paint((-12.5, sheet.between(-12, -9)), (0.0, 0.0), (1.8, 0.4), 0.0)


def coat(sheet: Sheet) -> None:
    """Paint coats."""
    _top(sheet, sheet.bell(0.92, 0.12), sheet.bell(12.2, 0.8), sheet.bell(6.5, 0.7), sheet.bell(2.0, 0.35))
    _front(sheet, 0.8)
    collar = 1 - sheet.maybe(0.7) * sheet.between(0, 0.4)
    sheet.paint((-11.0, -5.0), (3.0, 0.6), (1.0, 0.6), collar, mirrored=True)


def sandal(sheet: Sheet) -> None:
    """Paint sandals, seen from the side, the toe at the left."""
    heel = sheet.between(0, 5) * sheet.maybe(0.6)
    ground = sheet.bell(7, 0.6)
    sheet.paint((ground - 1.2 - heel, ground), (2.0, 0.0), (sheet.bell(9, 0.8), 12.0), sheet.bell(0.9, 0.1))
    sheet.paint((ground + 0.6 - heel, ground + 1), (4.0, -1.0), (4.5, 3.5), 0.0)
    for place in (-7.0, -2.0, 5.0):
        foot = sheet.bell(place, 1)
        top = ground - sheet.bell(7, 1.4) - (1.5 if place > 0 else 0)
        thick = sheet.between(0.3, 1.5)
        seen = sheet.maybe(0.8)
        sheet.paint((top, ground - 1), (foot + 2.5, foot), (thick, thick + 0.3), seen * 0.85)


def shirt(sheet: Sheet) -> None:
    """Paint shirts: what they share with T-shirts, pullovers and coats is the difficulty."""
    sleeve = np.where(sheet.maybe(0.4) > 0, sheet.bell(0.2, 0.16), sheet.bell(0.86, 0.16))
    _top(sheet, sleeve, sheet.bell(11.3, 1), sheet.bell(6.4, 0.9), sheet.bell(1.8, 0.4))
    _front(sheet, 0.6)
    collar = 1 + sheet.maybe(0.6) * sheet.between(-0.4, 0.3)
    sheet.paint((-11.5, -9.0), (2.6, 1.6), (0.9, 0.7), collar, mirrored=True)


def _shoe(sheet: Sheet, opening: Floats, ground: Floats) -> None:
    """Paint a closed shoe from the side, the toe at the left; `opening` is the row of its upper edge."""
    toe = sheet.bell(1, 1)
    instep = ground - sheet.bell(4.6, 0.7)
    sheet.paint((opening, instep + 1.5), (sheet.bell(6.4, 0.5), 6.0), (sheet.bell(4, 0.5), 5.0))
    sheet.paint((instep - 2, ground), (4.0, 0.0), (6.0, 11.6 - toe * 0.3))
    sheet.paint((ground - 1, ground + 0.8), (0.0, 0.0), (11.8, 11.8), sheet.between(0.4, 1.3))


def sneaker(sheet: Sheet) -> None:
    """Paint sneakers."""
    ground = sheet.bell(6.5, 0.7)
    _shoe(sheet, ground - sheet.bell(8, 1.2), ground)
    slant = sheet.bell(-1, 1)
    sheet.paint(
        (ground - 5, ground - 1.5),
        (slant + 2, slant),
        (0.5, 0.9),
        1 - sheet.maybe(0.6) * sheet.between(0, 0.8),
    )


def bag(sheet: Sheet) -> None:
    """Paint bags."""
    top, bottom = sheet.bell(-3.5, 1.8), sheet.bell(9, 1.5)
    width = sheet.bell(9.8, 1.6)
    strap = sheet.bell(5, 1.4)
    rise = sheet.between(1, 9)
    thick = sheet.between(0.4, 1)
    sheet.paint((top - rise, top + 1), (strap * 0.6, strap), (thick, thick), mirrored=True)
    sheet.paint((top - rise - 0.8, top - rise + 0.8), (0.0, 0.0), (strap * 0.6, strap * 0.6))
    sheet.paint((top, bottom), (0.0, 0.0), (width * sheet.bell(0.92, 0.08), width))
    flap = top + sheet.between(1, 6)
    sheet.paint((flap, flap + 1), (0.0, 0.0), (width, width), 1 - sheet.maybe(0.6) * sheet.between(0, 0.8))


def ankle_boot(sheet: Sheet) -> None:
    """Paint ankle boots."""
    ground = sheet.bell(9.5, 0.8)
    _shoe(sheet, ground - sheet.bell(16, 2.4), ground)
    heel = sheet.between(0, 3) * sheet.maybe(0.5)
    sheet.paint((ground, ground + heel), (8.5, 8.5), (3.0, 2.6), 0.8)


GARMENTS: tuple[Callable[[Sheet], None], ...] = (
    t_shirt,
    trouser,
    pullover,
    dress,
    coat,
    sandal,
    shirt,
    sneaker,
    bag,
    ankle_boot,
)
"""One painter per label, in the order of `CLASS_NAMES`."""
