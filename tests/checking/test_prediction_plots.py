import pytest

from grader.checking.prediction_plots import CLASS_NAMES, classes_named


@pytest.mark.parametrize("name", CLASS_NAMES)
def test_each_class_is_found_by_its_own_name_alone(name: str) -> None:
    assert classes_named(f"predicted: {name.upper()} 87%") == {name}


@pytest.mark.parametrize(
    ("caption", "named"),
    [
        ("T-shirt/top 51% (Shirt)", {"T-shirt/top", "Shirt"}),
        ("T-shirt/top", {"T-shirt/top"}),
        ("9", set()),
        ("", set()),
    ],
)
def test_a_caption_names_what_stands_in_it(caption: str, named: set[str]) -> None:
    assert classes_named(caption) == named
