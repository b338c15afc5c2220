# check: test_turns_the_axes_off
# hint: axes_not_off
import matplotlib.pyplot as plt

def show_samples(images, n=10):
    fig = plt.figure(figsize=(n, 1))
    for i in range(n):
        plt.subplot(1, n, i + 1)
        plt.imshow(images[i], cmap='gray_r')
    plt.axis('off')
    return fig
