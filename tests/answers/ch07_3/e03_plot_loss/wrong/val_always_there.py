# check: test_works_without_validation_data
# hint: history_without_validation
import matplotlib.pyplot as plt


def plot_history(history_dict, metric='loss'):
    fig = plt.figure()
    plt.plot(history_dict[metric], label='train')
    plt.plot(history_dict['val_' + metric], label='val')
    plt.xlabel('epoch')
    plt.ylabel(metric)
    plt.legend()
    return fig
