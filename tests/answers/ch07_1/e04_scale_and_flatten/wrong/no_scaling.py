# check: test_divides_by_255
# hint: pixels_not_scaled
def scale_and_flatten(images):
    return images.reshape(-1, 28*28)
