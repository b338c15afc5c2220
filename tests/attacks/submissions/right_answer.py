def scale_and_flatten(images):
    return images.reshape(len(images), 784) / 255
