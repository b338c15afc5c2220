# check: test_draws_n_images_on_axes_of_their_own
# hint: wrong_number_of_images
import matplotlib.pyplot as plt

def show_samples(images, n=10):
    for i in range(n):
        fig = plt.figure()
        plt.imshow(images[i], cmap='gray_r')
        plt.axis('off')
        plt.show()
    return fig
