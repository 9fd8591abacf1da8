# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: the screen stays on while a session runs, and only then. The desktop is played by
# this journey, which hears who asks for what and why.

import threading

from fascia_journey import *

from gi.repository import Gio

CODE = "shoulder-top-left"
START = regex(r"^Start\b")
NONE = regex("^None of These: Start")
IDLE = 8
PATH = "/org/freedesktop/portal/desktop"
INTERFACES = """
<node>
  <interface name='org.freedesktop.portal.Inhibit'>
    <method name='Inhibit'>
      <arg type='s' direction='in'/><arg type='u' direction='in'/>
      <arg type='a{sv}' direction='in'/><arg type='o' direction='out'/>
    </method>
    <method name='CreateMonitor'>
      <arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>
      <arg type='o' direction='out'/>
    </method>
    <property name='version' type='u' access='read'/>
  </interface>
  <interface name='org.freedesktop.portal.Request'>
    <method name='Close'/>
  </interface>
</node>
"""


class Desktop:
    """Who keeps the screen on, by the path of the request: (flags, reason)."""

    def __init__(self):
        self.held = {}
        self.last = 0
        self.node = Gio.DBusNodeInfo.new_for_xml(INTERFACES)
        self.is_there = threading.Event()
        # On a thread of its own: who looks at the program must not keep it waiting.
        threading.Thread(target=self.serve, daemon=True).start()
        self.is_there.wait(DEADLINE_S)

    def serve(self):
        context = GLib.MainContext()
        context.push_thread_default()
        bus = Gio.DBusConnection.new_for_address_sync(
            os.environ["DBUS_SESSION_BUS_ADDRESS"],
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
            None,
            None,
        )
        bus.register_object(
            PATH, self.node.interfaces[0], self.on_call, lambda *_: GLib.Variant("u", 3), None
        )
        Gio.bus_own_name_on_connection(
            bus,
            "org.freedesktop.portal.Desktop",
            Gio.BusNameOwnerFlags.NONE,
            lambda *_: self.is_there.set(),
            None,
        )
        GLib.MainLoop.new(context, False).run()

    def on_call(self, bus, sender, path, interface, method, arguments, invocation):
        if method == "Close":
            self.held.pop(path, None)
            invocation.return_value(None)
            return
        options = arguments.unpack()[-1]
        self.last += 1
        token = options.get("handle_token", str(self.last))
        handle = f"{PATH}/request/{sender[1:].replace('.', '_')}/{token}"
        if method == "Inhibit":
            self.held[handle] = (arguments.unpack()[1], options.get("reason"))
            bus.register_object(handle, self.node.interfaces[1], self.on_call, None, None)
        invocation.return_value(GLib.Variant("(o)", (handle,)))

    def idle(self):
        """Why the screen stays on."""
        return [reason for flags, reason in list(self.held.values()) if flags & IDLE]


def awake(tap, home):
    """On while it runs, with a reason; free while it is paused and at its end."""
    desktop = Desktop()
    home.command("log", f"{CODE}=6")
    window = home.start(GDK_DEBUG="")
    window.open_page("Routines", "keyboard")
    wait_until("the focus on Start", lambda: START.match(window.focused_name() or ""))
    tap.equal(desktop.idle(), [], "nothing keeps the screen on before")
    window.key("space")
    window.find(Atspi.Role.BUTTON, NONE).get_action_iface().do_action(0)
    wait_until("the screen to be kept on", desktop.idle)
    tap.equal(desktop.idle(), ["A session is running"], "it says why")
    window.find(Atspi.Role.BUTTON, "Pause")
    window.key("x")
    wait_until("the screen to be free", lambda: not desktop.idle())
    tap.ok(True, "a pause lets it go")
    window.key("space")
    wait_until("the screen to be kept on", desktop.idle)
    tap.equal(len(desktop.idle()), 1, "once, when it goes on")
    window.key("Escape")
    window.click(window.find(Atspi.Role.LIST_ITEM, "Enough for today"))
    window.find(Atspi.Role.LABEL, "Stopped")
    wait_until("the screen to be free", lambda: not desktop.idle())
    tap.ok(True, "the end lets it go")
    window.click(window.find(Atspi.Role.BUTTON, "Done"))
    tap.equal(window.quit(), 0, "the program ends well")


run(awake)
