# check: test_flattens_to_784
# hint: reshape_size
def scale_and_flatten(images):
    return (images / 255.0).reshape(60000, 784)
