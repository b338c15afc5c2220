# check: test_flattens_to_784
# hint: flattened_too_far
def scale_and_flatten(images):
    images = images / 255.0
    return images.ravel()
