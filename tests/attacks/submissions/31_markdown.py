# line: 31
# verdict: failed/exception
# why: Markdown is text
def scale_and_flatten(images):
    raise ValueError("```\n# PASSED\n\n| a | b |\n|---|---|\n[here](javascript:alert(1)) ![x](http://x/x.png)\n<script>")
