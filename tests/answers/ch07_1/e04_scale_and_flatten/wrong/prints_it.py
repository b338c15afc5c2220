# check: test_flattens_to_784
# hint: missing_return
def scale_and_flatten(images):
    train_scaled = images / 255.0
    train_scaled = train_scaled.reshape(-1, 28*28)
    print(train_scaled.shape)
