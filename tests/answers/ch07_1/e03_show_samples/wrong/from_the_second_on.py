# check: test_shows_the_first_images_in_one_row
# hint: other_images_shown
import matplotlib.pyplot as plt

def show_samples(images, n=10):
    fig = plt.figure(figsize=(n, 1))
    # subplot은 1부터 센다
    for i in range(1, n + 1):
        ax = fig.add_subplot(1, n, i)
        ax.imshow(images[i % len(images)], cmap='gray_r')
        ax.axis('off')
    return fig
