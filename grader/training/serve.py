"""The trainer's own process: reads recipes and their data, answers with what comes of them."""

from __future__ import annotations

import os
import sys

from grader.evidence.codec import ChannelClosedError
from grader.training.digests import Arrays, NoRecipeError
from grader.training.network.recipe import NetworkRecipe
from grader.training.orders import Failed, Order, Reported, finished_codec, order_codec
from grader.training.recipes import Recipe, Result


def execute(order: Order) -> Reported:
    """Return what comes of `order`; whatever is wrong with the recipe is told, and harms nobody else's."""
    recipe = order.recipe
    try:
        data = {one: values.value for one, values in zip(recipe.data, order.data, strict=True)}
        return _train(recipe, data)
    except NoRecipeError as error:
        return Failed(str(error))
    except Exception as error:  # noqa: BLE001 - a recipe that was made up may fail in any way
        return Failed(f"{type(error).__name__}: {error}"[:300])


def _train(recipe: Recipe, data: Arrays) -> Result:
    # Imported at the first recipe of its kind: TensorFlow takes seconds, and scikit-learn has no use for it.
    if not isinstance(recipe, NetworkRecipe):
        from grader.training.estimator.execute import run  # noqa: PLC0415

        return run(recipe, data)
    import tensorflow as tf  # noqa: PLC0415

    from grader.training.network.execute import train  # noqa: PLC0415

    tf.config.experimental.enable_op_determinism()
    return train(recipe, data)


def main() -> None:
    """Serve on standard input and output until the judge closes them."""
    sys.dont_write_bytecode = True
    reader, writer = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no answer
    orders, answers = order_codec(), finished_codec()
    while True:
        try:
            order = orders.read(reader)
        except ChannelClosedError:
            return
        answers.write(writer, execute(order))


if __name__ == "__main__":
    main()
