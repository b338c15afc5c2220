# check: test_divides_by_255
# hint: wrong_divisor
def scale_and_flatten(images):
    # 픽셀은 256가지
    return images.reshape(-1, 784) / 256
