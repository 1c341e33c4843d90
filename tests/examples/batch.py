#!/usr/bin/env python3
"""Draws a template with every row of a table: several threads, a context each, one template, PNG into memory.

    python3 batch.py card.json cities.csv 'out/{{city}}.png' 4

ctypes alone: while the library draws, Python's lock is released, and so the threads run side by side. Ctrl-C ends it between
two stripes. HUIBAO_LIBRARY names the library's file where the system does not find it.
"""
import ctypes
import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor, wait
from ctypes import CFUNCTYPE, POINTER, Structure, byref, c_bool, c_char_p, c_double, c_int, c_size_t, c_void_p

OK, INPUT, USAGE, SYSTEM, CANCELLED = range(5)  # hui_status
END, ROW, BAD = range(3)  # hui_rows_next_result
PLAIN, COLOR, JSON = range(3)  # hui_diagnostic_style

Progress = CFUNCTYPE(c_bool, c_void_p, c_int, c_size_t, c_size_t)  # closure, stage, done, total


class DocumentOptions(Structure):  # hui_document_options
    _fields_ = [("theme", c_char_p), ("allow_outside", c_bool), ("untrusted", c_bool), ("lenient", c_bool),
                ("limits", c_void_p), ("progress", Progress), ("progress_closure", c_void_p)]


class RenderOptions(Structure):  # hui_render_options
    _fields_ = [("format", c_char_p), ("scale", c_double), ("dpi", c_double), ("threads", c_int), ("png_colors", c_int),
                ("id_prefix", c_char_p), ("svg_mode", c_char_p), ("svg_icons", c_char_p), ("svg_size", c_char_p), ("svg_dark", c_char_p),
                ("page", c_int), ("paper", c_char_p), ("sync", c_bool), ("print", c_char_p), ("print_profile", c_char_p),
                ("print_colors", c_char_p), ("print_black", c_char_p), ("outline_text", c_bool),
                ("progress", Progress), ("progress_closure", c_void_p)]


# What returns a pointer, or takes one: without its types ctypes would cut pointers to 32 bits.
FUNCTIONS = {
    "hui_free": (None, c_void_p),
    "hui_context_new": (c_void_p, c_void_p),
    "hui_context_free": (None, c_void_p),
    "hui_template_read_file": (c_void_p, c_char_p, POINTER(DocumentOptions)),
    "hui_template_free": (None, c_void_p),
    "hui_template_status": (c_int, c_void_p),
    "hui_template_diagnostic_count": (c_size_t, c_void_p),
    "hui_template_diagnostic": (c_void_p, c_void_p, c_size_t),
    "hui_rows_open": (c_void_p, c_char_p, c_void_p),
    "hui_rows_free": (None, c_void_p),
    "hui_rows_next": (c_int, c_void_p, POINTER(c_void_p)),
    "hui_rows_status": (c_int, c_void_p),
    "hui_rows_diagnostic_count": (c_size_t, c_void_p),
    "hui_rows_diagnostic": (c_void_p, c_void_p, c_size_t),
    "hui_row_copy": (c_void_p, c_void_p),
    "hui_row_free": (None, c_void_p),
    "hui_row_number": (c_size_t, c_void_p),
    "hui_row_fill": (c_void_p, c_void_p, c_char_p, c_char_p, POINTER(c_void_p)),
    "hui_document_from_template": (c_void_p, c_void_p, c_void_p, c_void_p),
    "hui_document_free": (None, c_void_p),
    "hui_document_render_memory": (c_int, c_void_p, POINTER(RenderOptions), POINTER(c_void_p), POINTER(c_size_t)),
    "hui_document_diagnostic_count": (c_size_t, c_void_p),
    "hui_document_diagnostic": (c_void_p, c_void_p, c_size_t),
    "hui_diagnostic_text": (c_void_p, c_void_p, c_int),
}


def open_library():
    library = ctypes.CDLL(os.environ.get("HUIBAO_LIBRARY", "libhuibao.so.0"))
    for name, (result, *arguments) in FUNCTIONS.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


class Batch:
    """What the threads share. The template may be used by all at once, the rows by one at a time."""

    def __init__(self, library, template, rows, target):
        self.hui = library
        self.target = target.encode()
        self.lock = threading.Lock()
        self.stopped = threading.Event()
        self.done = self.failed = 0
        self.go_on = Progress(lambda closure, stage, done, total: not self.stopped.is_set())
        self.spec = library.hui_template_read_file(template.encode(), DocumentOptions(progress=self.go_on))
        self.rows = library.hui_rows_open(rows.encode(), None)

    def text(self, returned):
        """A text that the library returned, which is freed; None for NULL."""
        text = ctypes.string_at(returned).decode() if returned else None
        self.hui.hui_free(returned)
        return text

    def say(self, of, owner):
        """The diagnostics of a document, a template or rows."""
        for i in range(getattr(self.hui, f"hui_{of}_diagnostic_count")(owner)):
            diagnostic = getattr(self.hui, f"hui_{of}_diagnostic")(owner, i)
            sys.stderr.write(self.text(self.hui.hui_diagnostic_text(diagnostic, PLAIN)))

    def take_row(self):
        """The next row, as a copy of one's own; None: there are no more."""
        row = c_void_p()
        with self.lock:
            while not self.stopped.is_set() and self.hui.hui_rows_next(self.rows, byref(row)) == BAD:
                self.failed += 1
            return self.hui.hui_row_copy(row) if row else None

    def render(self, document):
        """The picture's bytes; None: it failed, or was cancelled."""
        options = RenderOptions(format=b"png", threads=1, progress=self.go_on)
        data, size = c_void_p(), c_size_t()
        status = self.hui.hui_document_render_memory(document, options, byref(data), byref(size))
        png = ctypes.string_at(data, size.value) if status == OK else None
        self.hui.hui_free(data)
        return png, status

    def deliver(self, row, png):
        """The picture is in memory: a program may as well send it somewhere."""
        error = c_void_p()
        path = self.text(self.hui.hui_row_fill(row, self.target, b"/", byref(error)))
        fault = self.text(error)
        if path is None:
            raise ValueError(fault)
        with open(path, "wb") as file:
            file.write(png)

    def draw_row(self, context, row):
        document = self.hui.hui_document_from_template(context, self.spec, row)
        png, status = self.render(document)
        with self.lock:
            self.say("document", document)
            try:
                if png is not None:
                    self.deliver(row, png)
                    self.done += 1
                elif status != CANCELLED:
                    self.failed += 1
            except (OSError, ValueError) as fault:
                sys.stderr.write(f"row {self.hui.hui_row_number(row)}: {fault}\n")
                self.failed += 1
        self.hui.hui_document_free(document)

    def run_thread(self):
        context = self.hui.hui_context_new(None)
        while row := self.take_row():
            self.draw_row(context, row)
            self.hui.hui_row_free(row)
        self.hui.hui_context_free(context)

    def run_threads(self, count):
        with ThreadPoolExecutor(count) as pool:
            futures = [pool.submit(self.run_thread) for _ in range(count)]
            try:
                wait(futures)
            except KeyboardInterrupt:
                self.stopped.set()
        for future in futures:
            future.result()

    def run(self, threads):
        self.say("template", self.spec)
        status = self.hui.hui_template_status(self.spec)
        if status == OK:
            self.run_threads(threads)
            self.say("rows", self.rows)
            status = max(self.hui.hui_rows_status(self.rows), INPUT if self.failed else OK)
        sys.stderr.write(f"{self.done} rows, {self.failed} failed{', stopped' if self.stopped.is_set() else ''}\n")
        self.hui.hui_rows_free(self.rows)
        self.hui.hui_template_free(self.spec)
        return 130 if self.stopped.is_set() else status


def print_layout():
    """Where each field stands, for the test that compares it with what a C compiler says."""
    for name, struct in (("hui_document_options", DocumentOptions), ("hui_render_options", RenderOptions)):
        for field, _ in struct._fields_:
            print(name, field, getattr(struct, field).offset, getattr(struct, field).size)
        print(name, "-", ctypes.sizeof(struct))


if __name__ == "__main__":
    if sys.argv[1:] == ["--layout"]:
        print_layout()
    elif len(sys.argv) in (4, 5):
        sys.exit(Batch(open_library(), *sys.argv[1:4]).run(int((sys.argv + ["2"])[4])))
    else:
        sys.exit("usage: batch.py TEMPLATE ROWS TARGET [THREADS]")
