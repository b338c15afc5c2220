def scale_and_flatten(images):
    return images.reshape(images.shape[0], 784) / 255.0
