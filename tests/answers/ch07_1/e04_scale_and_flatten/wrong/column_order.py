# check: test_divides_by_255
# hint: pixels_out_of_order
def scale_and_flatten(images):
    scaled = images / 255.
    return scaled.transpose(0, 2, 1).reshape(-1, 784)
