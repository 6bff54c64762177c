from pathlib import Path

from django.contrib.staticfiles import finders

from cms.bundles import ADDRESS, minified, moved, script, sources, stylesheet


def test_stylesheet__begins_with_the_order_of_layers():
    assert stylesheet().startswith("@layer reset,tokens,base,blocks,utilities")


def test_stylesheet__holds_every_plugins_file():
    folders = {folder for folder, _ in sources("css")}
    assert {"cms/site", "kit/site"} <= folders


def test_script__wraps_each_file_in_a_scope():
    for _, path in sources("js"):
        assert "import " not in path.read_text().split("\n", 1)[0]
    assert script().count("{") >= len(sources("js"))


def test_relative_address__points_to_the_same_file_from_the_bundle():
    assert moved("cms/site", "../fonts/a.woff2") == 'url("../fonts/a.woff2")'
    assert moved("map/site", "pin.svg") == 'url("../../map/site/pin.svg")'


def test_data_address__stays_as_it_is():
    assert not ADDRESS.search("url(data:image/gif;base64,R0)")


def test_finder__offers_both_bundles_as_files():
    for name in ("site.css", "site.js"):
        assert Path(finders.find(f"cms/dist/{name}")).stat().st_size > 0


def test_every_address_in_the_stylesheet__is_a_static_file():
    for address in ADDRESS.findall(stylesheet()):
        path = Path("cms/dist", address)
        normal = str(Path("/", path).resolve()).lstrip("/")
        assert finders.find(normal), address


def test_minified__keeps_a_descendant_with_a_pseudo_class():
    assert minified(".a :is(b) { color: red }") == ".a *:is(b){color:red}"
    assert minified("a:hover { color: red }") == "a:hover{color:red}"
