# check: test_divides_by_255
# hint: whole_number_division
def scale_and_flatten(images):
    scaled = images // 255
    return scaled.reshape(-1, 784)
