# check: test_draws_loss_and_validation_loss
# hint: epochs_not_from_0_or_1
import numpy as np
import matplotlib.pyplot as plt


def plot_history(history_dict, metric='loss'):
    fig = plt.figure()
    plt.plot(np.linspace(0, 1, len(history_dict[metric])), history_dict[metric], label='train')
    if 'val_' + metric in history_dict:
        plt.plot(history_dict['val_' + metric], label='val')
    plt.xlabel('epoch')
    plt.ylabel(metric)
    plt.legend()
    return fig
