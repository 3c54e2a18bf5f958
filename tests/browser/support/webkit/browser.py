#!/usr/bin/python3
"""A window around WebKitGTK, with what WebDriver lacks: scripts before those of a document, PDF files, downloads, requests.

WebKitWebDriver starts it with two arguments: a Unix socket, to which it writes events as lines of JSON, and the folder for
downloads. Pages command it by `webkit.messageHandlers.test.postMessage([command, …])`, which returns a promise of a text.
"""

import json
import os
import socket
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("JavaScriptCore", "4.1")
gi.require_version("Soup", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gdk, GLib, Gtk, JavaScriptCore, Soup, WebKit2  # noqa: E402


class Page:
    """A web view in a window of its own."""

    def __init__(self, browser, related=None):
        self.browser = browser
        self.name = browser.next_name()
        self.scripts = WebKit2.UserContentManager()
        self.scripts.connect("script-message-with-reply-received", self.on_message)
        self.scripts.register_script_message_handler_with_reply("test", None)
        origin = {"related_view": related} if related else {"web_context": browser.context}
        self.view = WebKit2.WebView(user_content_manager=self.scripts, is_controlled_by_automation=True, **origin)
        self.view.connect("create", lambda opener, _: Page(browser, opener).view)
        self.view.connect("resource-load-started", self.on_request)
        self.window = Gtk.Window(decorated=False)
        self.view.connect("close", lambda _: self.window.destroy())
        self.window.set_default_size(1280, 900)
        self.window.add(self.view)
        # No window manager gives it the focus.
        self.window.connect("map-event", lambda window, _: window.get_window().focus(Gdk.CURRENT_TIME))
        self.window.show_all()
        self.view.grab_focus()

    def on_request(self, _, _resource, request):
        headers = request.get_http_headers()
        referer = headers and headers.get_one("Referer")
        self.browser.tell({"page": self.name, "event": "request", "url": request.get_uri(), "referer": referer})

    def on_message(self, _, message, response):
        context = message.get_context()
        length = message.object_get_property("length").to_int32()
        command, *arguments = [message.object_get_property_at_index(index).to_string() for index in range(length)]

        def reply(text=""):
            response.return_value(JavaScriptCore.Value.new_string(context, text))

        getattr(self, "do_" + command)(reply, *arguments)
        return True

    def do_name(self, reply):
        reply(self.name)

    def do_tell(self, reply, event):
        self.browser.tell({"page": self.name, **json.loads(event)})
        reply()

    def do_addScript(self, reply, source):
        start, frames = WebKit2.UserScriptInjectionTime.START, WebKit2.UserContentInjectedFrames.ALL_FRAMES
        self.scripts.add_script(WebKit2.UserScript.new(source, frames, start, None, None))
        reply()

    def do_resize(self, reply, width, height):
        self.window.resize(int(width), int(height))
        reply()

    def do_setCookie(self, reply, name, value, domain):
        cookie = Soup.Cookie.new(name, value, domain, "/", -1)
        self.browser.context.get_cookie_manager().add_cookie(cookie, None, lambda *_: reply())

    def do_cookies(self, reply):
        def finish(manager, result):
            cookies = manager.get_all_cookies_finish(result)
            reply(json.dumps([{"name": cookie.get_name()} for cookie in cookies]))

        self.browser.context.get_cookie_manager().get_all_cookies(None, finish)

    def do_deleteCookies(self, reply):
        data = self.browser.context.get_website_data_manager()
        data.clear(WebKit2.WebsiteDataTypes.COOKIES, 0, None, lambda *_: reply())

    def do_printPdf(self, reply, path):
        settings = Gtk.PrintSettings()
        settings.set_printer("Print to File")
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, GLib.filename_to_uri(path))
        paper = Gtk.PageSetup()
        paper.set_paper_size_and_default_margins(Gtk.PaperSize.new("iso_a4"))
        printing = WebKit2.PrintOperation(web_view=self.view, print_settings=settings, page_setup=paper)
        printing.connect("finished", lambda _: reply())
        printing.connect("failed", lambda _, error: reply(error.message))
        printing.print_()


class Browser:
    def __init__(self, channel, downloads):
        self.downloads = downloads
        self.pages = 0
        self.first_view = None
        self.channel = socket.socket(socket.AF_UNIX)
        self.channel.connect(channel)
        self.context = WebKit2.WebContext.new_ephemeral()
        self.context.set_automation_allowed(True)
        self.context.connect("automation-started", self.on_automation)
        self.context.connect("download-started", self.on_download)

    def next_name(self):
        self.pages += 1
        return f"page {self.pages}"

    def tell(self, event):
        self.channel.sendall(json.dumps(event).encode() + b"\n")

    def on_automation(self, _, session):
        session.connect("create-web-view", self.on_create)
        session.connect("will-close", lambda _: Gtk.main_quit())

    def on_create(self, _):
        # Related views share a web process: a page that opens, loads a report and closes takes 0.56 s instead of 1.5 s.
        page = Page(self, self.first_view)
        self.first_view = self.first_view or page.view
        return page.view

    def on_download(self, _, download):
        def choose(_, name):
            download.set_destination(GLib.filename_to_uri(os.path.join(self.downloads, name)))
            return True

        def finish(_):
            path, _host = GLib.filename_from_uri(download.get_destination())
            self.tell({"event": "download", "path": path})

        download.connect("decide-destination", choose)
        download.connect("finished", finish)


if __name__ == "__main__":
    browser = Browser(*sys.argv[1:])
    Gtk.main()
