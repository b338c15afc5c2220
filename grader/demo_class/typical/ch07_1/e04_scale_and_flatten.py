def scale_and_flatten(images):
    scaled = images / 255.0
    return scaled.reshape(-1, 28)
