# check: test_flattens_to_784
# hint: function_missing
def scale_and_flaten(images):
    return images.reshape(images.shape[0], 784) / 255.0
