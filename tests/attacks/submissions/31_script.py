# line: 31
# verdict: failed/exception
# why: HTML is text
def scale_and_flatten(images):
    raise ValueError("</code></pre><script>alert(1)</script><img src=x onerror=alert(1)> <b onclick=x>")
