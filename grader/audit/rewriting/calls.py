"""The same call with its arguments in another form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import libcst as cst

from grader.audit.rewriting.tree import Rule, code_of, expression, with_visitor

# The order of the parameters, the same in Keras 3 and in tf_keras.
_PARAMETERS: Mapping[str, Sequence[str]] = {
    "Dense": ("units", "activation", "use_bias"),
    "Dropout": ("rate",),
    "EarlyStopping": ("monitor", "min_delta", "patience", "verbose", "mode"),
    "Input": ("shape",),
    "ModelCheckpoint": ("filepath", "monitor", "verbose", "save_best_only"),
    "SGD": ("learning_rate", "momentum", "nesterov"),
    "Sequential": ("layers",),
    "SparseCategoricalCrossentropy": ("from_logits",),
    "add": ("layer",),
    "argmax": ("a", "axis"),
    "argmin": ("a", "axis"),
    "bar": ("x", "height"),
    "compile": ("optimizer", "loss"),
    "confusion_matrix": ("y_true", "y_pred"),
    "cross_validate": ("estimator", "X", "y"),
    "evaluate": ("x", "y", "batch_size", "verbose"),
    "fit": ("x", "y", "batch_size", "epochs", "verbose"),
    "fit_transform": ("X",),
    "imshow": ("X", "cmap"),
    "load_model": ("filepath",),
    "load_weights": ("filepath",),
    "mean": ("a", "axis"),
    "predict": ("x", "batch_size", "verbose"),
    "save": ("filepath",),
    "save_weights": ("filepath",),
    "set_xlabel": ("xlabel",),
    "set_xticks": ("ticks", "labels"),
    "set_ylabel": ("ylabel",),
    "subplots": ("nrows", "ncols"),
    "transform": ("X",),
    "unique": ("ar",),
}

# What the libraries take where nothing is said.
_DEFAULTS: Mapping[str, Mapping[str, str]] = {
    "Dense": {"use_bias": "True", "kernel_initializer": '"glorot_uniform"', "bias_initializer": '"zeros"'},
    "Dropout": {"noise_shape": "None", "seed": "None"},
    "EarlyStopping": {"monitor": '"val_loss"', "min_delta": "0", "mode": '"auto"', "baseline": "None"},
    "Flatten": {"data_format": "None"},
    "ModelCheckpoint": {"monitor": '"val_loss"', "mode": '"auto"', "save_weights_only": "False"},
    "SGD": {"learning_rate": "0.01", "momentum": "0.0", "nesterov": "False"},
    "SGDClassifier": {"penalty": '"l2"', "alpha": "0.0001", "shuffle": "True"},
    "SparseCategoricalCrossentropy": {"ignore_class": "None"},
    "StandardScaler": {"copy": "True", "with_mean": "True", "with_std": "True"},
    "Softmax": {"axis": "-1"},
    "compile": {"optimizer": '"rmsprop"'},
    "confusion_matrix": {"sample_weight": "None", "normalize": "None"},
    "cross_validate": {"scoring": "None"},
    "evaluate": {"batch_size": "32"},
    "fit": {"batch_size": "32", "shuffle": "True", "initial_epoch": "0"},
    "load_model": {"compile": "True"},
    "mean": {"axis": "None"},
    "predict": {"batch_size": "32"},
    "save": {"overwrite": "True"},
    "save_weights": {"overwrite": "True"},
    "train_test_split": {"shuffle": "True", "stratify": "None"},
    "unique": {"return_index": "False", "axis": "None"},
}

# Between two positional arguments nothing may be missing.
_FILLERS: Mapping[str, Mapping[str, str]] = {
    **_DEFAULTS,
    "EarlyStopping": {"monitor": '"val_loss"', "min_delta": "0"},
    "ModelCheckpoint": {"monitor": '"val_loss"', "verbose": "0"},
}


class _Calls(cst.CSTTransformer):
    """Changes the arguments of calls; what is called is told by its last name."""

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:  # noqa: N802
        if any(one.star for one in original_node.args):
            return updated_node
        function = updated_node.func
        name = function.attr.value if isinstance(function, cst.Attribute) else code_of(function)
        args = self.changed(name, [_bare(one) for one in updated_node.args])
        return updated_node if args is None else updated_node.with_changes(args=args)

    def changed(self, name: str, args: list[cst.Arg]) -> list[cst.Arg] | None:
        """Return other arguments for the call of `name`, or None to leave it as it is."""
        raise NotImplementedError


class _Keywords(_Calls):
    def changed(self, name: str, args: list[cst.Arg]) -> list[cst.Arg] | None:
        names = _PARAMETERS.get(name, ())
        positional = [one for one in args if one.keyword is None]
        if not positional or len(positional) > len(names):
            return None
        named = [_named(parameter, one.value) for parameter, one in zip(names, positional, strict=False)]
        return [*named, *args[len(positional) :]]


class _Positional(_Calls):
    def changed(self, name: str, args: list[cst.Arg]) -> list[cst.Arg] | None:
        names = _PARAMETERS.get(name, ())
        given = {one.keyword.value: one.value for one in args if one.keyword is not None}
        positional = [one for one in args if one.keyword is None]
        last = max((place for place, one in enumerate(names) if one in given), default=-1)
        fillers = _FILLERS.get(name, {})
        for parameter in names[len(positional) : last + 1]:
            value = given.pop(parameter, None)
            if value is None and parameter not in fillers:
                return None
            positional.append(cst.Arg(value or expression(fillers[parameter])))
        if len(positional) + len(given) == len(args) and last < 0:
            return None
        return [*positional, *(_named(keyword, value) for keyword, value in given.items())]


class _Defaults(_Calls):
    def changed(self, name: str, args: list[cst.Arg]) -> list[cst.Arg] | None:
        order = _PARAMETERS.get(name, ())
        said = set(order[: sum(1 for one in args if one.keyword is None)])
        said |= {one.keyword.value for one in args if one.keyword is not None}
        defaults = _DEFAULTS.get(name, {})
        added = [_named(key, expression(value)) for key, value in defaults.items() if key not in said]
        return [*args, *added] if added else None


class _Stars(_Calls):
    def changed(self, name: str, args: list[cst.Arg]) -> list[cst.Arg] | None:  # noqa: ARG002
        positional = [one for one in args if one.keyword is None]
        if len(positional) < 2:
            return None
        packed = cst.Tuple([cst.Element(one.value) for one in positional])
        return [cst.Arg(packed, star="*"), *args[len(positional) :]]


class _DoubleStars(_Calls):
    def changed(self, name: str, args: list[cst.Arg]) -> list[cst.Arg] | None:  # noqa: ARG002
        named = [one for one in args if one.keyword is not None]
        if not named:
            return None
        pairs = [
            cst.DictElement(cst.SimpleString(f'"{one.keyword.value}"'), one.value)
            for one in named
            if one.keyword is not None
        ]
        return [*args[: -len(named)], cst.Arg(cst.Dict(pairs), star="**")]


class _Methods(cst.CSTTransformer):
    """Calls an array's method for a function of NumPy."""

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.Call:  # noqa: ARG002, N802
        name = code_of(updated_node.func)
        if name not in ("np.argmax", "np.argmin", "np.mean"):
            return updated_node
        array = expression("np.asarray()").with_changes(args=[_bare(updated_node.args[0])])
        method = cst.Attribute(array, cst.Name(name.removeprefix("np.")))
        return updated_node.with_changes(func=method, args=updated_node.args[1:])


class _CalledModels(cst.CSTTransformer):
    """Calls the model for `predict`."""

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.Call:  # noqa: ARG002, N802
        if code_of(updated_node.func) != "model.predict":
            return updated_node
        outputs = updated_node.with_changes(func=cst.Name("model"), args=[_bare(updated_node.args[0])])
        return cst.Call(cst.Attribute(outputs, cst.Name("numpy")))


class _SinglePrecision(_Calls):
    """Hands over float32, which is what Keras makes of its data anyway."""

    def changed(self, name: str, args: list[cst.Arg]) -> list[cst.Arg] | None:
        if name not in ("fit", "evaluate", "predict"):
            return None
        value = args[0].value
        if isinstance(value, cst.BinaryOperation):
            value = value.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
        single = cst.Call(cst.Attribute(value, cst.Name("astype")), [cst.Arg(expression('"float32"'))])
        return [cst.Arg(single), *args[1:]]


def _bare(argument: cst.Arg) -> cst.Arg:
    """Return `argument` without the layout of the call that it stood in."""
    if argument.keyword is None:
        return cst.Arg(argument.value, star=argument.star)
    return _named(argument.keyword.value, argument.value)


def _named(keyword: str, value: cst.BaseExpression) -> cst.Arg:
    return cst.Arg(value, keyword=cst.Name(keyword), equal=_EQUAL)


_EQUAL = cst.AssignEqual(cst.SimpleWhitespace(""), cst.SimpleWhitespace(""))

RULES = (
    Rule("keywords", "keywords for positional arguments", with_visitor(_Keywords)),
    Rule("positional", "positional arguments for keywords", with_visitor(_Positional)),
    Rule("defaults", "defaults spelt out", with_visitor(_Defaults)),
    Rule("stars", "arguments handed on as `*(a, b)`", with_visitor(_Stars)),
    Rule("double_stars", "keywords handed on as `**{...}`", with_visitor(_DoubleStars)),
    Rule("methods", "methods of arrays for functions of NumPy", with_visitor(_Methods)),
    Rule("called_model", "the model called for `predict`", with_visitor(_CalledModels)),
    Rule("single_precision", "data handed over as float32", with_visitor(_SinglePrecision)),
)
