# check: test_draws_n_images_on_axes_of_their_own
# hint: images_in_one_axes
import matplotlib.pyplot as plt

def show_samples(images, n=10):
    fig = plt.figure(figsize=(10, 1))
    for i in range(n):
        plt.imshow(images[i], cmap='gray_r')
        plt.axis('off')
    return fig
