# check: test_flattens_to_784
# hint: not_flattened
def scale_and_flatten(images):
    # 255로 나누기
    return images / 255.0
