# check: test_draws_the_metric_that_is_asked_for
# hint: metric_ignored
import matplotlib.pyplot as plt


def plot_history(history_dict, metric='loss'):
    fig = plt.figure()
    plt.plot(history_dict['loss'], label='train')
    if 'val_loss' in history_dict:
        plt.plot(history_dict['val_loss'], label='val')
    plt.xlabel('epoch')
    plt.ylabel(metric)
    plt.legend()
    return fig
