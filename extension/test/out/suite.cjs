"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// extension/test/suite/index.ts
var index_exports = {};
__export(index_exports, {
  run: () => run
});
module.exports = __toCommonJS(index_exports);

// node_modules/mocha/mocha.js
(function(global2, factory) {
  false ? (void 0).exports = factory() : false ? (void 0)(factory) : (global2 = typeof globalThis !== "undefined" ? globalThis : global2 || self, global2.mocha = factory());
})(void 0, (function() {
  "use strict";
  var global$1 = typeof global !== "undefined" ? global : typeof self !== "undefined" ? self : typeof window !== "undefined" ? window : {};
  function defaultSetTimout() {
    throw new Error("setTimeout has not been defined");
  }
  function defaultClearTimeout() {
    throw new Error("clearTimeout has not been defined");
  }
  var cachedSetTimeout = defaultSetTimout;
  var cachedClearTimeout = defaultClearTimeout;
  if (typeof global$1.setTimeout === "function") {
    cachedSetTimeout = setTimeout;
  }
  if (typeof global$1.clearTimeout === "function") {
    cachedClearTimeout = clearTimeout;
  }
  function runTimeout(fun) {
    if (cachedSetTimeout === setTimeout) {
      return setTimeout(fun, 0);
    }
    if ((cachedSetTimeout === defaultSetTimout || !cachedSetTimeout) && setTimeout) {
      cachedSetTimeout = setTimeout;
      return setTimeout(fun, 0);
    }
    try {
      return cachedSetTimeout(fun, 0);
    } catch (e) {
      try {
        return cachedSetTimeout.call(null, fun, 0);
      } catch (e2) {
        return cachedSetTimeout.call(this, fun, 0);
      }
    }
  }
  function runClearTimeout(marker) {
    if (cachedClearTimeout === clearTimeout) {
      return clearTimeout(marker);
    }
    if ((cachedClearTimeout === defaultClearTimeout || !cachedClearTimeout) && clearTimeout) {
      cachedClearTimeout = clearTimeout;
      return clearTimeout(marker);
    }
    try {
      return cachedClearTimeout(marker);
    } catch (e) {
      try {
        return cachedClearTimeout.call(null, marker);
      } catch (e2) {
        return cachedClearTimeout.call(this, marker);
      }
    }
  }
  var queue = [];
  var draining = false;
  var currentQueue;
  var queueIndex = -1;
  function cleanUpNextTick() {
    if (!draining || !currentQueue) {
      return;
    }
    draining = false;
    if (currentQueue.length) {
      queue = currentQueue.concat(queue);
    } else {
      queueIndex = -1;
    }
    if (queue.length) {
      drainQueue();
    }
  }
  function drainQueue() {
    if (draining) {
      return;
    }
    var timeout2 = runTimeout(cleanUpNextTick);
    draining = true;
    var len = queue.length;
    while (len) {
      currentQueue = queue;
      queue = [];
      while (++queueIndex < len) {
        if (currentQueue) {
          currentQueue[queueIndex].run();
        }
      }
      queueIndex = -1;
      len = queue.length;
    }
    currentQueue = null;
    draining = false;
    runClearTimeout(timeout2);
  }
  function nextTick(fun) {
    var args = new Array(arguments.length - 1);
    if (arguments.length > 1) {
      for (var i = 1; i < arguments.length; i++) {
        args[i - 1] = arguments[i];
      }
    }
    queue.push(new Item(fun, args));
    if (queue.length === 1 && !draining) {
      runTimeout(drainQueue);
    }
  }
  function Item(fun, array) {
    this.fun = fun;
    this.array = array;
  }
  Item.prototype.run = function() {
    this.fun.apply(null, this.array);
  };
  var title$1 = "browser";
  var platform = "browser";
  var browser$1 = true;
  var env = {};
  var argv = [];
  var version = "";
  var versions = {};
  var release = {};
  var config = {};
  function noop() {
  }
  var on$1 = noop;
  var addListener = noop;
  var once = noop;
  var off = noop;
  var removeListener = noop;
  var removeAllListeners = noop;
  var emit = noop;
  function binding(name) {
    throw new Error("process.binding is not supported");
  }
  function cwd() {
    return "/";
  }
  function chdir(dir) {
    throw new Error("process.chdir is not supported");
  }
  function umask() {
    return 0;
  }
  var performance = global$1.performance || {};
  var performanceNow = performance.now || performance.mozNow || performance.msNow || performance.oNow || performance.webkitNow || function() {
    return (/* @__PURE__ */ new Date()).getTime();
  };
  function hrtime(previousTimestamp) {
    var clocktime = performanceNow.call(performance) * 1e-3;
    var seconds = Math.floor(clocktime);
    var nanoseconds = Math.floor(clocktime % 1 * 1e9);
    if (previousTimestamp) {
      seconds = seconds - previousTimestamp[0];
      nanoseconds = nanoseconds - previousTimestamp[1];
      if (nanoseconds < 0) {
        seconds--;
        nanoseconds += 1e9;
      }
    }
    return [seconds, nanoseconds];
  }
  var startTime = /* @__PURE__ */ new Date();
  function uptime() {
    var currentTime = /* @__PURE__ */ new Date();
    var dif = currentTime - startTime;
    return dif / 1e3;
  }
  var browser$1$1 = {
    nextTick,
    title: title$1,
    browser: browser$1,
    env,
    argv,
    version,
    versions,
    on: on$1,
    addListener,
    once,
    off,
    removeListener,
    removeAllListeners,
    emit,
    binding,
    cwd,
    chdir,
    umask,
    hrtime,
    platform,
    release,
    config,
    uptime
  };
  var commonjsGlobal = typeof globalThis !== "undefined" ? globalThis : typeof window !== "undefined" ? window : typeof global !== "undefined" ? global : typeof self !== "undefined" ? self : {};
  function getDefaultExportFromCjs(x) {
    return x && x.__esModule && Object.prototype.hasOwnProperty.call(x, "default") ? x["default"] : x;
  }
  function getAugmentedNamespace(n) {
    if (Object.prototype.hasOwnProperty.call(n, "__esModule")) return n;
    var f = n.default;
    if (typeof f == "function") {
      var a = function a2() {
        var isInstance = false;
        try {
          isInstance = this instanceof a2;
        } catch {
        }
        if (isInstance) {
          return Reflect.construct(f, arguments, this.constructor);
        }
        return f.apply(this, arguments);
      };
      a.prototype = f.prototype;
    } else a = {};
    Object.defineProperty(a, "__esModule", { value: true });
    Object.keys(n).forEach(function(k) {
      var d = Object.getOwnPropertyDescriptor(n, k);
      Object.defineProperty(a, k, d.get ? d : {
        enumerable: true,
        get: function() {
          return n[k];
        }
      });
    });
    return a;
  }
  var domain;
  function EventHandlers() {
  }
  EventHandlers.prototype = /* @__PURE__ */ Object.create(null);
  function EventEmitter() {
    EventEmitter.init.call(this);
  }
  EventEmitter.EventEmitter = EventEmitter;
  EventEmitter.usingDomains = false;
  EventEmitter.prototype.domain = void 0;
  EventEmitter.prototype._events = void 0;
  EventEmitter.prototype._maxListeners = void 0;
  EventEmitter.defaultMaxListeners = 10;
  EventEmitter.init = function() {
    this.domain = null;
    if (EventEmitter.usingDomains) {
      if (domain.active && !(this instanceof domain.Domain)) {
        this.domain = domain.active;
      }
    }
    if (!this._events || this._events === Object.getPrototypeOf(this)._events) {
      this._events = new EventHandlers();
      this._eventsCount = 0;
    }
    this._maxListeners = this._maxListeners || void 0;
  };
  EventEmitter.prototype.setMaxListeners = function setMaxListeners(n) {
    if (typeof n !== "number" || n < 0 || isNaN(n))
      throw new TypeError('"n" argument must be a positive number');
    this._maxListeners = n;
    return this;
  };
  function $getMaxListeners(that) {
    if (that._maxListeners === void 0)
      return EventEmitter.defaultMaxListeners;
    return that._maxListeners;
  }
  EventEmitter.prototype.getMaxListeners = function getMaxListeners() {
    return $getMaxListeners(this);
  };
  function emitNone(handler, isFn, self2) {
    if (isFn)
      handler.call(self2);
    else {
      var len = handler.length;
      var listeners = arrayClone(handler, len);
      for (var i = 0; i < len; ++i)
        listeners[i].call(self2);
    }
  }
  function emitOne(handler, isFn, self2, arg1) {
    if (isFn)
      handler.call(self2, arg1);
    else {
      var len = handler.length;
      var listeners = arrayClone(handler, len);
      for (var i = 0; i < len; ++i)
        listeners[i].call(self2, arg1);
    }
  }
  function emitTwo(handler, isFn, self2, arg1, arg2) {
    if (isFn)
      handler.call(self2, arg1, arg2);
    else {
      var len = handler.length;
      var listeners = arrayClone(handler, len);
      for (var i = 0; i < len; ++i)
        listeners[i].call(self2, arg1, arg2);
    }
  }
  function emitThree(handler, isFn, self2, arg1, arg2, arg3) {
    if (isFn)
      handler.call(self2, arg1, arg2, arg3);
    else {
      var len = handler.length;
      var listeners = arrayClone(handler, len);
      for (var i = 0; i < len; ++i)
        listeners[i].call(self2, arg1, arg2, arg3);
    }
  }
  function emitMany(handler, isFn, self2, args) {
    if (isFn)
      handler.apply(self2, args);
    else {
      var len = handler.length;
      var listeners = arrayClone(handler, len);
      for (var i = 0; i < len; ++i)
        listeners[i].apply(self2, args);
    }
  }
  EventEmitter.prototype.emit = function emit2(type) {
    var er, handler, len, args, i, events, domain2;
    var doError = type === "error";
    events = this._events;
    if (events)
      doError = doError && events.error == null;
    else if (!doError)
      return false;
    domain2 = this.domain;
    if (doError) {
      er = arguments[1];
      if (domain2) {
        if (!er)
          er = new Error('Uncaught, unspecified "error" event');
        er.domainEmitter = this;
        er.domain = domain2;
        er.domainThrown = false;
        domain2.emit("error", er);
      } else if (er instanceof Error) {
        throw er;
      } else {
        var err = new Error('Uncaught, unspecified "error" event. (' + er + ")");
        err.context = er;
        throw err;
      }
      return false;
    }
    handler = events[type];
    if (!handler)
      return false;
    var isFn = typeof handler === "function";
    len = arguments.length;
    switch (len) {
      // fast cases
      case 1:
        emitNone(handler, isFn, this);
        break;
      case 2:
        emitOne(handler, isFn, this, arguments[1]);
        break;
      case 3:
        emitTwo(handler, isFn, this, arguments[1], arguments[2]);
        break;
      case 4:
        emitThree(handler, isFn, this, arguments[1], arguments[2], arguments[3]);
        break;
      // slower
      default:
        args = new Array(len - 1);
        for (i = 1; i < len; i++)
          args[i - 1] = arguments[i];
        emitMany(handler, isFn, this, args);
    }
    return true;
  };
  function _addListener(target, type, listener, prepend) {
    var m;
    var events;
    var existing;
    if (typeof listener !== "function")
      throw new TypeError('"listener" argument must be a function');
    events = target._events;
    if (!events) {
      events = target._events = new EventHandlers();
      target._eventsCount = 0;
    } else {
      if (events.newListener) {
        target.emit(
          "newListener",
          type,
          listener.listener ? listener.listener : listener
        );
        events = target._events;
      }
      existing = events[type];
    }
    if (!existing) {
      existing = events[type] = listener;
      ++target._eventsCount;
    } else {
      if (typeof existing === "function") {
        existing = events[type] = prepend ? [listener, existing] : [existing, listener];
      } else {
        if (prepend) {
          existing.unshift(listener);
        } else {
          existing.push(listener);
        }
      }
      if (!existing.warned) {
        m = $getMaxListeners(target);
        if (m && m > 0 && existing.length > m) {
          existing.warned = true;
          var w = new Error("Possible EventEmitter memory leak detected. " + existing.length + " " + type + " listeners added. Use emitter.setMaxListeners() to increase limit");
          w.name = "MaxListenersExceededWarning";
          w.emitter = target;
          w.type = type;
          w.count = existing.length;
          emitWarning(w);
        }
      }
    }
    return target;
  }
  function emitWarning(e) {
    typeof console.warn === "function" ? console.warn(e) : console.log(e);
  }
  EventEmitter.prototype.addListener = function addListener2(type, listener) {
    return _addListener(this, type, listener, false);
  };
  EventEmitter.prototype.on = EventEmitter.prototype.addListener;
  EventEmitter.prototype.prependListener = function prependListener2(type, listener) {
    return _addListener(this, type, listener, true);
  };
  function _onceWrap(target, type, listener) {
    var fired = false;
    function g() {
      target.removeListener(type, g);
      if (!fired) {
        fired = true;
        listener.apply(target, arguments);
      }
    }
    g.listener = listener;
    return g;
  }
  EventEmitter.prototype.once = function once2(type, listener) {
    if (typeof listener !== "function")
      throw new TypeError('"listener" argument must be a function');
    this.on(type, _onceWrap(this, type, listener));
    return this;
  };
  EventEmitter.prototype.prependOnceListener = function prependOnceListener(type, listener) {
    if (typeof listener !== "function")
      throw new TypeError('"listener" argument must be a function');
    this.prependListener(type, _onceWrap(this, type, listener));
    return this;
  };
  EventEmitter.prototype.removeListener = function removeListener2(type, listener) {
    var list2, events, position, i, originalListener;
    if (typeof listener !== "function")
      throw new TypeError('"listener" argument must be a function');
    events = this._events;
    if (!events)
      return this;
    list2 = events[type];
    if (!list2)
      return this;
    if (list2 === listener || list2.listener && list2.listener === listener) {
      if (--this._eventsCount === 0)
        this._events = new EventHandlers();
      else {
        delete events[type];
        if (events.removeListener)
          this.emit("removeListener", type, list2.listener || listener);
      }
    } else if (typeof list2 !== "function") {
      position = -1;
      for (i = list2.length; i-- > 0; ) {
        if (list2[i] === listener || list2[i].listener && list2[i].listener === listener) {
          originalListener = list2[i].listener;
          position = i;
          break;
        }
      }
      if (position < 0)
        return this;
      if (list2.length === 1) {
        list2[0] = void 0;
        if (--this._eventsCount === 0) {
          this._events = new EventHandlers();
          return this;
        } else {
          delete events[type];
        }
      } else {
        spliceOne(list2, position);
      }
      if (events.removeListener)
        this.emit("removeListener", type, originalListener || listener);
    }
    return this;
  };
  EventEmitter.prototype.off = function(type, listener) {
    return this.removeListener(type, listener);
  };
  EventEmitter.prototype.removeAllListeners = function removeAllListeners2(type) {
    var listeners, events;
    events = this._events;
    if (!events)
      return this;
    if (!events.removeListener) {
      if (arguments.length === 0) {
        this._events = new EventHandlers();
        this._eventsCount = 0;
      } else if (events[type]) {
        if (--this._eventsCount === 0)
          this._events = new EventHandlers();
        else
          delete events[type];
      }
      return this;
    }
    if (arguments.length === 0) {
      var keys2 = Object.keys(events);
      for (var i = 0, key; i < keys2.length; ++i) {
        key = keys2[i];
        if (key === "removeListener") continue;
        this.removeAllListeners(key);
      }
      this.removeAllListeners("removeListener");
      this._events = new EventHandlers();
      this._eventsCount = 0;
      return this;
    }
    listeners = events[type];
    if (typeof listeners === "function") {
      this.removeListener(type, listeners);
    } else if (listeners) {
      do {
        this.removeListener(type, listeners[listeners.length - 1]);
      } while (listeners[0]);
    }
    return this;
  };
  EventEmitter.prototype.listeners = function listeners(type) {
    var evlistener;
    var ret;
    var events = this._events;
    if (!events)
      ret = [];
    else {
      evlistener = events[type];
      if (!evlistener)
        ret = [];
      else if (typeof evlistener === "function")
        ret = [evlistener.listener || evlistener];
      else
        ret = unwrapListeners(evlistener);
    }
    return ret;
  };
  EventEmitter.listenerCount = function(emitter, type) {
    if (typeof emitter.listenerCount === "function") {
      return emitter.listenerCount(type);
    } else {
      return listenerCount$1.call(emitter, type);
    }
  };
  EventEmitter.prototype.listenerCount = listenerCount$1;
  function listenerCount$1(type) {
    var events = this._events;
    if (events) {
      var evlistener = events[type];
      if (typeof evlistener === "function") {
        return 1;
      } else if (evlistener) {
        return evlistener.length;
      }
    }
    return 0;
  }
  EventEmitter.prototype.eventNames = function eventNames() {
    return this._eventsCount > 0 ? Reflect.ownKeys(this._events) : [];
  };
  function spliceOne(list2, index) {
    for (var i = index, k = i + 1, n = list2.length; k < n; i += 1, k += 1)
      list2[i] = list2[k];
    list2.pop();
  }
  function arrayClone(arr, i) {
    var copy = new Array(i);
    while (i--)
      copy[i] = arr[i];
    return copy;
  }
  function unwrapListeners(arr) {
    var ret = new Array(arr.length);
    for (var i = 0; i < ret.length; ++i) {
      ret[i] = arr[i].listener || arr[i];
    }
    return ret;
  }
  var lookup = [];
  var revLookup = [];
  var Arr = typeof Uint8Array !== "undefined" ? Uint8Array : Array;
  var inited = false;
  function init() {
    inited = true;
    var code = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (var i = 0, len = code.length; i < len; ++i) {
      lookup[i] = code[i];
      revLookup[code.charCodeAt(i)] = i;
    }
    revLookup["-".charCodeAt(0)] = 62;
    revLookup["_".charCodeAt(0)] = 63;
  }
  function toByteArray(b64) {
    if (!inited) {
      init();
    }
    var i, j, l, tmp, placeHolders, arr;
    var len = b64.length;
    if (len % 4 > 0) {
      throw new Error("Invalid string. Length must be a multiple of 4");
    }
    placeHolders = b64[len - 2] === "=" ? 2 : b64[len - 1] === "=" ? 1 : 0;
    arr = new Arr(len * 3 / 4 - placeHolders);
    l = placeHolders > 0 ? len - 4 : len;
    var L = 0;
    for (i = 0, j = 0; i < l; i += 4, j += 3) {
      tmp = revLookup[b64.charCodeAt(i)] << 18 | revLookup[b64.charCodeAt(i + 1)] << 12 | revLookup[b64.charCodeAt(i + 2)] << 6 | revLookup[b64.charCodeAt(i + 3)];
      arr[L++] = tmp >> 16 & 255;
      arr[L++] = tmp >> 8 & 255;
      arr[L++] = tmp & 255;
    }
    if (placeHolders === 2) {
      tmp = revLookup[b64.charCodeAt(i)] << 2 | revLookup[b64.charCodeAt(i + 1)] >> 4;
      arr[L++] = tmp & 255;
    } else if (placeHolders === 1) {
      tmp = revLookup[b64.charCodeAt(i)] << 10 | revLookup[b64.charCodeAt(i + 1)] << 4 | revLookup[b64.charCodeAt(i + 2)] >> 2;
      arr[L++] = tmp >> 8 & 255;
      arr[L++] = tmp & 255;
    }
    return arr;
  }
  function tripletToBase64(num) {
    return lookup[num >> 18 & 63] + lookup[num >> 12 & 63] + lookup[num >> 6 & 63] + lookup[num & 63];
  }
  function encodeChunk(uint8, start, end) {
    var tmp;
    var output = [];
    for (var i = start; i < end; i += 3) {
      tmp = (uint8[i] << 16) + (uint8[i + 1] << 8) + uint8[i + 2];
      output.push(tripletToBase64(tmp));
    }
    return output.join("");
  }
  function fromByteArray(uint8) {
    if (!inited) {
      init();
    }
    var tmp;
    var len = uint8.length;
    var extraBytes = len % 3;
    var output = "";
    var parts = [];
    var maxChunkLength = 16383;
    for (var i = 0, len2 = len - extraBytes; i < len2; i += maxChunkLength) {
      parts.push(encodeChunk(uint8, i, i + maxChunkLength > len2 ? len2 : i + maxChunkLength));
    }
    if (extraBytes === 1) {
      tmp = uint8[len - 1];
      output += lookup[tmp >> 2];
      output += lookup[tmp << 4 & 63];
      output += "==";
    } else if (extraBytes === 2) {
      tmp = (uint8[len - 2] << 8) + uint8[len - 1];
      output += lookup[tmp >> 10];
      output += lookup[tmp >> 4 & 63];
      output += lookup[tmp << 2 & 63];
      output += "=";
    }
    parts.push(output);
    return parts.join("");
  }
  function read(buffer, offset, isLE, mLen, nBytes) {
    var e, m;
    var eLen = nBytes * 8 - mLen - 1;
    var eMax = (1 << eLen) - 1;
    var eBias = eMax >> 1;
    var nBits = -7;
    var i = isLE ? nBytes - 1 : 0;
    var d = isLE ? -1 : 1;
    var s = buffer[offset + i];
    i += d;
    e = s & (1 << -nBits) - 1;
    s >>= -nBits;
    nBits += eLen;
    for (; nBits > 0; e = e * 256 + buffer[offset + i], i += d, nBits -= 8) {
    }
    m = e & (1 << -nBits) - 1;
    e >>= -nBits;
    nBits += mLen;
    for (; nBits > 0; m = m * 256 + buffer[offset + i], i += d, nBits -= 8) {
    }
    if (e === 0) {
      e = 1 - eBias;
    } else if (e === eMax) {
      return m ? NaN : (s ? -1 : 1) * Infinity;
    } else {
      m = m + Math.pow(2, mLen);
      e = e - eBias;
    }
    return (s ? -1 : 1) * m * Math.pow(2, e - mLen);
  }
  function write(buffer, value, offset, isLE, mLen, nBytes) {
    var e, m, c;
    var eLen = nBytes * 8 - mLen - 1;
    var eMax = (1 << eLen) - 1;
    var eBias = eMax >> 1;
    var rt = mLen === 23 ? Math.pow(2, -24) - Math.pow(2, -77) : 0;
    var i = isLE ? 0 : nBytes - 1;
    var d = isLE ? 1 : -1;
    var s = value < 0 || value === 0 && 1 / value < 0 ? 1 : 0;
    value = Math.abs(value);
    if (isNaN(value) || value === Infinity) {
      m = isNaN(value) ? 1 : 0;
      e = eMax;
    } else {
      e = Math.floor(Math.log(value) / Math.LN2);
      if (value * (c = Math.pow(2, -e)) < 1) {
        e--;
        c *= 2;
      }
      if (e + eBias >= 1) {
        value += rt / c;
      } else {
        value += rt * Math.pow(2, 1 - eBias);
      }
      if (value * c >= 2) {
        e++;
        c /= 2;
      }
      if (e + eBias >= eMax) {
        m = 0;
        e = eMax;
      } else if (e + eBias >= 1) {
        m = (value * c - 1) * Math.pow(2, mLen);
        e = e + eBias;
      } else {
        m = value * Math.pow(2, eBias - 1) * Math.pow(2, mLen);
        e = 0;
      }
    }
    for (; mLen >= 8; buffer[offset + i] = m & 255, i += d, m /= 256, mLen -= 8) {
    }
    e = e << mLen | m;
    eLen += mLen;
    for (; eLen > 0; buffer[offset + i] = e & 255, i += d, e /= 256, eLen -= 8) {
    }
    buffer[offset + i - d] |= s * 128;
  }
  var toString$1 = {}.toString;
  var isArray$1 = Array.isArray || function(arr) {
    return toString$1.call(arr) == "[object Array]";
  };
  var INSPECT_MAX_BYTES = 50;
  Buffer2.TYPED_ARRAY_SUPPORT = global$1.TYPED_ARRAY_SUPPORT !== void 0 ? global$1.TYPED_ARRAY_SUPPORT : true;
  kMaxLength();
  function kMaxLength() {
    return Buffer2.TYPED_ARRAY_SUPPORT ? 2147483647 : 1073741823;
  }
  function createBuffer(that, length) {
    if (kMaxLength() < length) {
      throw new RangeError("Invalid typed array length");
    }
    if (Buffer2.TYPED_ARRAY_SUPPORT) {
      that = new Uint8Array(length);
      that.__proto__ = Buffer2.prototype;
    } else {
      if (that === null) {
        that = new Buffer2(length);
      }
      that.length = length;
    }
    return that;
  }
  function Buffer2(arg, encodingOrOffset, length) {
    if (!Buffer2.TYPED_ARRAY_SUPPORT && !(this instanceof Buffer2)) {
      return new Buffer2(arg, encodingOrOffset, length);
    }
    if (typeof arg === "number") {
      if (typeof encodingOrOffset === "string") {
        throw new Error(
          "If encoding is specified then the first argument must be a string"
        );
      }
      return allocUnsafe(this, arg);
    }
    return from(this, arg, encodingOrOffset, length);
  }
  Buffer2.poolSize = 8192;
  Buffer2._augment = function(arr) {
    arr.__proto__ = Buffer2.prototype;
    return arr;
  };
  function from(that, value, encodingOrOffset, length) {
    if (typeof value === "number") {
      throw new TypeError('"value" argument must not be a number');
    }
    if (typeof ArrayBuffer !== "undefined" && value instanceof ArrayBuffer) {
      return fromArrayBuffer(that, value, encodingOrOffset, length);
    }
    if (typeof value === "string") {
      return fromString(that, value, encodingOrOffset);
    }
    return fromObject(that, value);
  }
  Buffer2.from = function(value, encodingOrOffset, length) {
    return from(null, value, encodingOrOffset, length);
  };
  if (Buffer2.TYPED_ARRAY_SUPPORT) {
    Buffer2.prototype.__proto__ = Uint8Array.prototype;
    Buffer2.__proto__ = Uint8Array;
    if (typeof Symbol !== "undefined" && Symbol.species && Buffer2[Symbol.species] === Buffer2) ;
  }
  function assertSize(size) {
    if (typeof size !== "number") {
      throw new TypeError('"size" argument must be a number');
    } else if (size < 0) {
      throw new RangeError('"size" argument must not be negative');
    }
  }
  function alloc(that, size, fill, encoding) {
    assertSize(size);
    if (size <= 0) {
      return createBuffer(that, size);
    }
    if (fill !== void 0) {
      return typeof encoding === "string" ? createBuffer(that, size).fill(fill, encoding) : createBuffer(that, size).fill(fill);
    }
    return createBuffer(that, size);
  }
  Buffer2.alloc = function(size, fill, encoding) {
    return alloc(null, size, fill, encoding);
  };
  function allocUnsafe(that, size) {
    assertSize(size);
    that = createBuffer(that, size < 0 ? 0 : checked(size) | 0);
    if (!Buffer2.TYPED_ARRAY_SUPPORT) {
      for (var i = 0; i < size; ++i) {
        that[i] = 0;
      }
    }
    return that;
  }
  Buffer2.allocUnsafe = function(size) {
    return allocUnsafe(null, size);
  };
  Buffer2.allocUnsafeSlow = function(size) {
    return allocUnsafe(null, size);
  };
  function fromString(that, string, encoding) {
    if (typeof encoding !== "string" || encoding === "") {
      encoding = "utf8";
    }
    if (!Buffer2.isEncoding(encoding)) {
      throw new TypeError('"encoding" must be a valid string encoding');
    }
    var length = byteLength(string, encoding) | 0;
    that = createBuffer(that, length);
    var actual = that.write(string, encoding);
    if (actual !== length) {
      that = that.slice(0, actual);
    }
    return that;
  }
  function fromArrayLike(that, array) {
    var length = array.length < 0 ? 0 : checked(array.length) | 0;
    that = createBuffer(that, length);
    for (var i = 0; i < length; i += 1) {
      that[i] = array[i] & 255;
    }
    return that;
  }
  function fromArrayBuffer(that, array, byteOffset, length) {
    array.byteLength;
    if (byteOffset < 0 || array.byteLength < byteOffset) {
      throw new RangeError("'offset' is out of bounds");
    }
    if (array.byteLength < byteOffset + (length || 0)) {
      throw new RangeError("'length' is out of bounds");
    }
    if (byteOffset === void 0 && length === void 0) {
      array = new Uint8Array(array);
    } else if (length === void 0) {
      array = new Uint8Array(array, byteOffset);
    } else {
      array = new Uint8Array(array, byteOffset, length);
    }
    if (Buffer2.TYPED_ARRAY_SUPPORT) {
      that = array;
      that.__proto__ = Buffer2.prototype;
    } else {
      that = fromArrayLike(that, array);
    }
    return that;
  }
  function fromObject(that, obj) {
    if (internalIsBuffer(obj)) {
      var len = checked(obj.length) | 0;
      that = createBuffer(that, len);
      if (that.length === 0) {
        return that;
      }
      obj.copy(that, 0, 0, len);
      return that;
    }
    if (obj) {
      if (typeof ArrayBuffer !== "undefined" && obj.buffer instanceof ArrayBuffer || "length" in obj) {
        if (typeof obj.length !== "number" || isnan(obj.length)) {
          return createBuffer(that, 0);
        }
        return fromArrayLike(that, obj);
      }
      if (obj.type === "Buffer" && isArray$1(obj.data)) {
        return fromArrayLike(that, obj.data);
      }
    }
    throw new TypeError("First argument must be a string, Buffer, ArrayBuffer, Array, or array-like object.");
  }
  function checked(length) {
    if (length >= kMaxLength()) {
      throw new RangeError("Attempt to allocate Buffer larger than maximum size: 0x" + kMaxLength().toString(16) + " bytes");
    }
    return length | 0;
  }
  Buffer2.isBuffer = isBuffer$1;
  function internalIsBuffer(b) {
    return !!(b != null && b._isBuffer);
  }
  Buffer2.compare = function compare(a, b) {
    if (!internalIsBuffer(a) || !internalIsBuffer(b)) {
      throw new TypeError("Arguments must be Buffers");
    }
    if (a === b) return 0;
    var x = a.length;
    var y = b.length;
    for (var i = 0, len = Math.min(x, y); i < len; ++i) {
      if (a[i] !== b[i]) {
        x = a[i];
        y = b[i];
        break;
      }
    }
    if (x < y) return -1;
    if (y < x) return 1;
    return 0;
  };
  Buffer2.isEncoding = function isEncoding(encoding) {
    switch (String(encoding).toLowerCase()) {
      case "hex":
      case "utf8":
      case "utf-8":
      case "ascii":
      case "latin1":
      case "binary":
      case "base64":
      case "ucs2":
      case "ucs-2":
      case "utf16le":
      case "utf-16le":
        return true;
      default:
        return false;
    }
  };
  Buffer2.concat = function concat(list2, length) {
    if (!isArray$1(list2)) {
      throw new TypeError('"list" argument must be an Array of Buffers');
    }
    if (list2.length === 0) {
      return Buffer2.alloc(0);
    }
    var i;
    if (length === void 0) {
      length = 0;
      for (i = 0; i < list2.length; ++i) {
        length += list2[i].length;
      }
    }
    var buffer = Buffer2.allocUnsafe(length);
    var pos = 0;
    for (i = 0; i < list2.length; ++i) {
      var buf = list2[i];
      if (!internalIsBuffer(buf)) {
        throw new TypeError('"list" argument must be an Array of Buffers');
      }
      buf.copy(buffer, pos);
      pos += buf.length;
    }
    return buffer;
  };
  function byteLength(string, encoding) {
    if (internalIsBuffer(string)) {
      return string.length;
    }
    if (typeof ArrayBuffer !== "undefined" && typeof ArrayBuffer.isView === "function" && (ArrayBuffer.isView(string) || string instanceof ArrayBuffer)) {
      return string.byteLength;
    }
    if (typeof string !== "string") {
      string = "" + string;
    }
    var len = string.length;
    if (len === 0) return 0;
    var loweredCase = false;
    for (; ; ) {
      switch (encoding) {
        case "ascii":
        case "latin1":
        case "binary":
          return len;
        case "utf8":
        case "utf-8":
        case void 0:
          return utf8ToBytes(string).length;
        case "ucs2":
        case "ucs-2":
        case "utf16le":
        case "utf-16le":
          return len * 2;
        case "hex":
          return len >>> 1;
        case "base64":
          return base64ToBytes(string).length;
        default:
          if (loweredCase) return utf8ToBytes(string).length;
          encoding = ("" + encoding).toLowerCase();
          loweredCase = true;
      }
    }
  }
  Buffer2.byteLength = byteLength;
  function slowToString(encoding, start, end) {
    var loweredCase = false;
    if (start === void 0 || start < 0) {
      start = 0;
    }
    if (start > this.length) {
      return "";
    }
    if (end === void 0 || end > this.length) {
      end = this.length;
    }
    if (end <= 0) {
      return "";
    }
    end >>>= 0;
    start >>>= 0;
    if (end <= start) {
      return "";
    }
    if (!encoding) encoding = "utf8";
    while (true) {
      switch (encoding) {
        case "hex":
          return hexSlice(this, start, end);
        case "utf8":
        case "utf-8":
          return utf8Slice(this, start, end);
        case "ascii":
          return asciiSlice(this, start, end);
        case "latin1":
        case "binary":
          return latin1Slice(this, start, end);
        case "base64":
          return base64Slice(this, start, end);
        case "ucs2":
        case "ucs-2":
        case "utf16le":
        case "utf-16le":
          return utf16leSlice(this, start, end);
        default:
          if (loweredCase) throw new TypeError("Unknown encoding: " + encoding);
          encoding = (encoding + "").toLowerCase();
          loweredCase = true;
      }
    }
  }
  Buffer2.prototype._isBuffer = true;
  function swap(b, n, m) {
    var i = b[n];
    b[n] = b[m];
    b[m] = i;
  }
  Buffer2.prototype.swap16 = function swap16() {
    var len = this.length;
    if (len % 2 !== 0) {
      throw new RangeError("Buffer size must be a multiple of 16-bits");
    }
    for (var i = 0; i < len; i += 2) {
      swap(this, i, i + 1);
    }
    return this;
  };
  Buffer2.prototype.swap32 = function swap32() {
    var len = this.length;
    if (len % 4 !== 0) {
      throw new RangeError("Buffer size must be a multiple of 32-bits");
    }
    for (var i = 0; i < len; i += 4) {
      swap(this, i, i + 3);
      swap(this, i + 1, i + 2);
    }
    return this;
  };
  Buffer2.prototype.swap64 = function swap64() {
    var len = this.length;
    if (len % 8 !== 0) {
      throw new RangeError("Buffer size must be a multiple of 64-bits");
    }
    for (var i = 0; i < len; i += 8) {
      swap(this, i, i + 7);
      swap(this, i + 1, i + 6);
      swap(this, i + 2, i + 5);
      swap(this, i + 3, i + 4);
    }
    return this;
  };
  Buffer2.prototype.toString = function toString2() {
    var length = this.length | 0;
    if (length === 0) return "";
    if (arguments.length === 0) return utf8Slice(this, 0, length);
    return slowToString.apply(this, arguments);
  };
  Buffer2.prototype.equals = function equals(b) {
    if (!internalIsBuffer(b)) throw new TypeError("Argument must be a Buffer");
    if (this === b) return true;
    return Buffer2.compare(this, b) === 0;
  };
  Buffer2.prototype.inspect = function inspect2() {
    var str = "";
    var max = INSPECT_MAX_BYTES;
    if (this.length > 0) {
      str = this.toString("hex", 0, max).match(/.{2}/g).join(" ");
      if (this.length > max) str += " ... ";
    }
    return "<Buffer " + str + ">";
  };
  Buffer2.prototype.compare = function compare(target, start, end, thisStart, thisEnd) {
    if (!internalIsBuffer(target)) {
      throw new TypeError("Argument must be a Buffer");
    }
    if (start === void 0) {
      start = 0;
    }
    if (end === void 0) {
      end = target ? target.length : 0;
    }
    if (thisStart === void 0) {
      thisStart = 0;
    }
    if (thisEnd === void 0) {
      thisEnd = this.length;
    }
    if (start < 0 || end > target.length || thisStart < 0 || thisEnd > this.length) {
      throw new RangeError("out of range index");
    }
    if (thisStart >= thisEnd && start >= end) {
      return 0;
    }
    if (thisStart >= thisEnd) {
      return -1;
    }
    if (start >= end) {
      return 1;
    }
    start >>>= 0;
    end >>>= 0;
    thisStart >>>= 0;
    thisEnd >>>= 0;
    if (this === target) return 0;
    var x = thisEnd - thisStart;
    var y = end - start;
    var len = Math.min(x, y);
    var thisCopy = this.slice(thisStart, thisEnd);
    var targetCopy = target.slice(start, end);
    for (var i = 0; i < len; ++i) {
      if (thisCopy[i] !== targetCopy[i]) {
        x = thisCopy[i];
        y = targetCopy[i];
        break;
      }
    }
    if (x < y) return -1;
    if (y < x) return 1;
    return 0;
  };
  function bidirectionalIndexOf(buffer, val, byteOffset, encoding, dir) {
    if (buffer.length === 0) return -1;
    if (typeof byteOffset === "string") {
      encoding = byteOffset;
      byteOffset = 0;
    } else if (byteOffset > 2147483647) {
      byteOffset = 2147483647;
    } else if (byteOffset < -2147483648) {
      byteOffset = -2147483648;
    }
    byteOffset = +byteOffset;
    if (isNaN(byteOffset)) {
      byteOffset = dir ? 0 : buffer.length - 1;
    }
    if (byteOffset < 0) byteOffset = buffer.length + byteOffset;
    if (byteOffset >= buffer.length) {
      if (dir) return -1;
      else byteOffset = buffer.length - 1;
    } else if (byteOffset < 0) {
      if (dir) byteOffset = 0;
      else return -1;
    }
    if (typeof val === "string") {
      val = Buffer2.from(val, encoding);
    }
    if (internalIsBuffer(val)) {
      if (val.length === 0) {
        return -1;
      }
      return arrayIndexOf(buffer, val, byteOffset, encoding, dir);
    } else if (typeof val === "number") {
      val = val & 255;
      if (Buffer2.TYPED_ARRAY_SUPPORT && typeof Uint8Array.prototype.indexOf === "function") {
        if (dir) {
          return Uint8Array.prototype.indexOf.call(buffer, val, byteOffset);
        } else {
          return Uint8Array.prototype.lastIndexOf.call(buffer, val, byteOffset);
        }
      }
      return arrayIndexOf(buffer, [val], byteOffset, encoding, dir);
    }
    throw new TypeError("val must be string, number or Buffer");
  }
  function arrayIndexOf(arr, val, byteOffset, encoding, dir) {
    var indexSize = 1;
    var arrLength = arr.length;
    var valLength = val.length;
    if (encoding !== void 0) {
      encoding = String(encoding).toLowerCase();
      if (encoding === "ucs2" || encoding === "ucs-2" || encoding === "utf16le" || encoding === "utf-16le") {
        if (arr.length < 2 || val.length < 2) {
          return -1;
        }
        indexSize = 2;
        arrLength /= 2;
        valLength /= 2;
        byteOffset /= 2;
      }
    }
    function read2(buf, i2) {
      if (indexSize === 1) {
        return buf[i2];
      } else {
        return buf.readUInt16BE(i2 * indexSize);
      }
    }
    var i;
    if (dir) {
      var foundIndex = -1;
      for (i = byteOffset; i < arrLength; i++) {
        if (read2(arr, i) === read2(val, foundIndex === -1 ? 0 : i - foundIndex)) {
          if (foundIndex === -1) foundIndex = i;
          if (i - foundIndex + 1 === valLength) return foundIndex * indexSize;
        } else {
          if (foundIndex !== -1) i -= i - foundIndex;
          foundIndex = -1;
        }
      }
    } else {
      if (byteOffset + valLength > arrLength) byteOffset = arrLength - valLength;
      for (i = byteOffset; i >= 0; i--) {
        var found = true;
        for (var j = 0; j < valLength; j++) {
          if (read2(arr, i + j) !== read2(val, j)) {
            found = false;
            break;
          }
        }
        if (found) return i;
      }
    }
    return -1;
  }
  Buffer2.prototype.includes = function includes2(val, byteOffset, encoding) {
    return this.indexOf(val, byteOffset, encoding) !== -1;
  };
  Buffer2.prototype.indexOf = function indexOf2(val, byteOffset, encoding) {
    return bidirectionalIndexOf(this, val, byteOffset, encoding, true);
  };
  Buffer2.prototype.lastIndexOf = function lastIndexOf(val, byteOffset, encoding) {
    return bidirectionalIndexOf(this, val, byteOffset, encoding, false);
  };
  function hexWrite(buf, string, offset, length) {
    offset = Number(offset) || 0;
    var remaining = buf.length - offset;
    if (!length) {
      length = remaining;
    } else {
      length = Number(length);
      if (length > remaining) {
        length = remaining;
      }
    }
    var strLen = string.length;
    if (strLen % 2 !== 0) throw new TypeError("Invalid hex string");
    if (length > strLen / 2) {
      length = strLen / 2;
    }
    for (var i = 0; i < length; ++i) {
      var parsed = parseInt(string.substr(i * 2, 2), 16);
      if (isNaN(parsed)) return i;
      buf[offset + i] = parsed;
    }
    return i;
  }
  function utf8Write(buf, string, offset, length) {
    return blitBuffer(utf8ToBytes(string, buf.length - offset), buf, offset, length);
  }
  function asciiWrite(buf, string, offset, length) {
    return blitBuffer(asciiToBytes(string), buf, offset, length);
  }
  function latin1Write(buf, string, offset, length) {
    return asciiWrite(buf, string, offset, length);
  }
  function base64Write(buf, string, offset, length) {
    return blitBuffer(base64ToBytes(string), buf, offset, length);
  }
  function ucs2Write(buf, string, offset, length) {
    return blitBuffer(utf16leToBytes(string, buf.length - offset), buf, offset, length);
  }
  Buffer2.prototype.write = function write2(string, offset, length, encoding) {
    if (offset === void 0) {
      encoding = "utf8";
      length = this.length;
      offset = 0;
    } else if (length === void 0 && typeof offset === "string") {
      encoding = offset;
      length = this.length;
      offset = 0;
    } else if (isFinite(offset)) {
      offset = offset | 0;
      if (isFinite(length)) {
        length = length | 0;
        if (encoding === void 0) encoding = "utf8";
      } else {
        encoding = length;
        length = void 0;
      }
    } else {
      throw new Error(
        "Buffer.write(string, encoding, offset[, length]) is no longer supported"
      );
    }
    var remaining = this.length - offset;
    if (length === void 0 || length > remaining) length = remaining;
    if (string.length > 0 && (length < 0 || offset < 0) || offset > this.length) {
      throw new RangeError("Attempt to write outside buffer bounds");
    }
    if (!encoding) encoding = "utf8";
    var loweredCase = false;
    for (; ; ) {
      switch (encoding) {
        case "hex":
          return hexWrite(this, string, offset, length);
        case "utf8":
        case "utf-8":
          return utf8Write(this, string, offset, length);
        case "ascii":
          return asciiWrite(this, string, offset, length);
        case "latin1":
        case "binary":
          return latin1Write(this, string, offset, length);
        case "base64":
          return base64Write(this, string, offset, length);
        case "ucs2":
        case "ucs-2":
        case "utf16le":
        case "utf-16le":
          return ucs2Write(this, string, offset, length);
        default:
          if (loweredCase) throw new TypeError("Unknown encoding: " + encoding);
          encoding = ("" + encoding).toLowerCase();
          loweredCase = true;
      }
    }
  };
  Buffer2.prototype.toJSON = function toJSON() {
    return {
      type: "Buffer",
      data: Array.prototype.slice.call(this._arr || this, 0)
    };
  };
  function base64Slice(buf, start, end) {
    if (start === 0 && end === buf.length) {
      return fromByteArray(buf);
    } else {
      return fromByteArray(buf.slice(start, end));
    }
  }
  function utf8Slice(buf, start, end) {
    end = Math.min(buf.length, end);
    var res = [];
    var i = start;
    while (i < end) {
      var firstByte = buf[i];
      var codePoint = null;
      var bytesPerSequence = firstByte > 239 ? 4 : firstByte > 223 ? 3 : firstByte > 191 ? 2 : 1;
      if (i + bytesPerSequence <= end) {
        var secondByte, thirdByte, fourthByte, tempCodePoint;
        switch (bytesPerSequence) {
          case 1:
            if (firstByte < 128) {
              codePoint = firstByte;
            }
            break;
          case 2:
            secondByte = buf[i + 1];
            if ((secondByte & 192) === 128) {
              tempCodePoint = (firstByte & 31) << 6 | secondByte & 63;
              if (tempCodePoint > 127) {
                codePoint = tempCodePoint;
              }
            }
            break;
          case 3:
            secondByte = buf[i + 1];
            thirdByte = buf[i + 2];
            if ((secondByte & 192) === 128 && (thirdByte & 192) === 128) {
              tempCodePoint = (firstByte & 15) << 12 | (secondByte & 63) << 6 | thirdByte & 63;
              if (tempCodePoint > 2047 && (tempCodePoint < 55296 || tempCodePoint > 57343)) {
                codePoint = tempCodePoint;
              }
            }
            break;
          case 4:
            secondByte = buf[i + 1];
            thirdByte = buf[i + 2];
            fourthByte = buf[i + 3];
            if ((secondByte & 192) === 128 && (thirdByte & 192) === 128 && (fourthByte & 192) === 128) {
              tempCodePoint = (firstByte & 15) << 18 | (secondByte & 63) << 12 | (thirdByte & 63) << 6 | fourthByte & 63;
              if (tempCodePoint > 65535 && tempCodePoint < 1114112) {
                codePoint = tempCodePoint;
              }
            }
        }
      }
      if (codePoint === null) {
        codePoint = 65533;
        bytesPerSequence = 1;
      } else if (codePoint > 65535) {
        codePoint -= 65536;
        res.push(codePoint >>> 10 & 1023 | 55296);
        codePoint = 56320 | codePoint & 1023;
      }
      res.push(codePoint);
      i += bytesPerSequence;
    }
    return decodeCodePointsArray(res);
  }
  var MAX_ARGUMENTS_LENGTH = 4096;
  function decodeCodePointsArray(codePoints) {
    var len = codePoints.length;
    if (len <= MAX_ARGUMENTS_LENGTH) {
      return String.fromCharCode.apply(String, codePoints);
    }
    var res = "";
    var i = 0;
    while (i < len) {
      res += String.fromCharCode.apply(
        String,
        codePoints.slice(i, i += MAX_ARGUMENTS_LENGTH)
      );
    }
    return res;
  }
  function asciiSlice(buf, start, end) {
    var ret = "";
    end = Math.min(buf.length, end);
    for (var i = start; i < end; ++i) {
      ret += String.fromCharCode(buf[i] & 127);
    }
    return ret;
  }
  function latin1Slice(buf, start, end) {
    var ret = "";
    end = Math.min(buf.length, end);
    for (var i = start; i < end; ++i) {
      ret += String.fromCharCode(buf[i]);
    }
    return ret;
  }
  function hexSlice(buf, start, end) {
    var len = buf.length;
    if (!start || start < 0) start = 0;
    if (!end || end < 0 || end > len) end = len;
    var out = "";
    for (var i = start; i < end; ++i) {
      out += toHex(buf[i]);
    }
    return out;
  }
  function utf16leSlice(buf, start, end) {
    var bytes = buf.slice(start, end);
    var res = "";
    for (var i = 0; i < bytes.length; i += 2) {
      res += String.fromCharCode(bytes[i] + bytes[i + 1] * 256);
    }
    return res;
  }
  Buffer2.prototype.slice = function slice(start, end) {
    var len = this.length;
    start = ~~start;
    end = end === void 0 ? len : ~~end;
    if (start < 0) {
      start += len;
      if (start < 0) start = 0;
    } else if (start > len) {
      start = len;
    }
    if (end < 0) {
      end += len;
      if (end < 0) end = 0;
    } else if (end > len) {
      end = len;
    }
    if (end < start) end = start;
    var newBuf;
    if (Buffer2.TYPED_ARRAY_SUPPORT) {
      newBuf = this.subarray(start, end);
      newBuf.__proto__ = Buffer2.prototype;
    } else {
      var sliceLen = end - start;
      newBuf = new Buffer2(sliceLen, void 0);
      for (var i = 0; i < sliceLen; ++i) {
        newBuf[i] = this[i + start];
      }
    }
    return newBuf;
  };
  function checkOffset(offset, ext, length) {
    if (offset % 1 !== 0 || offset < 0) throw new RangeError("offset is not uint");
    if (offset + ext > length) throw new RangeError("Trying to access beyond buffer length");
  }
  Buffer2.prototype.readUIntLE = function readUIntLE(offset, byteLength2, noAssert) {
    offset = offset | 0;
    byteLength2 = byteLength2 | 0;
    if (!noAssert) checkOffset(offset, byteLength2, this.length);
    var val = this[offset];
    var mul = 1;
    var i = 0;
    while (++i < byteLength2 && (mul *= 256)) {
      val += this[offset + i] * mul;
    }
    return val;
  };
  Buffer2.prototype.readUIntBE = function readUIntBE(offset, byteLength2, noAssert) {
    offset = offset | 0;
    byteLength2 = byteLength2 | 0;
    if (!noAssert) {
      checkOffset(offset, byteLength2, this.length);
    }
    var val = this[offset + --byteLength2];
    var mul = 1;
    while (byteLength2 > 0 && (mul *= 256)) {
      val += this[offset + --byteLength2] * mul;
    }
    return val;
  };
  Buffer2.prototype.readUInt8 = function readUInt8(offset, noAssert) {
    if (!noAssert) checkOffset(offset, 1, this.length);
    return this[offset];
  };
  Buffer2.prototype.readUInt16LE = function readUInt16LE(offset, noAssert) {
    if (!noAssert) checkOffset(offset, 2, this.length);
    return this[offset] | this[offset + 1] << 8;
  };
  Buffer2.prototype.readUInt16BE = function readUInt16BE(offset, noAssert) {
    if (!noAssert) checkOffset(offset, 2, this.length);
    return this[offset] << 8 | this[offset + 1];
  };
  Buffer2.prototype.readUInt32LE = function readUInt32LE(offset, noAssert) {
    if (!noAssert) checkOffset(offset, 4, this.length);
    return (this[offset] | this[offset + 1] << 8 | this[offset + 2] << 16) + this[offset + 3] * 16777216;
  };
  Buffer2.prototype.readUInt32BE = function readUInt32BE(offset, noAssert) {
    if (!noAssert) checkOffset(offset, 4, this.length);
    return this[offset] * 16777216 + (this[offset + 1] << 16 | this[offset + 2] << 8 | this[offset + 3]);
  };
  Buffer2.prototype.readIntLE = function readIntLE(offset, byteLength2, noAssert) {
    offset = offset | 0;
    byteLength2 = byteLength2 | 0;
    if (!noAssert) checkOffset(offset, byteLength2, this.length);
    var val = this[offset];
    var mul = 1;
    var i = 0;
    while (++i < byteLength2 && (mul *= 256)) {
      val += this[offset + i] * mul;
    }
    mul *= 128;
    if (val >= mul) val -= Math.pow(2, 8 * byteLength2);
    return val;
  };
  Buffer2.prototype.readIntBE = function readIntBE(offset, byteLength2, noAssert) {
    offset = offset | 0;
    byteLength2 = byteLength2 | 0;
    if (!noAssert) checkOffset(offset, byteLength2, this.length);
    var i = byteLength2;
    var mul = 1;
    var val = this[offset + --i];
    while (i > 0 && (mul *= 256)) {
      val += this[offset + --i] * mul;
    }
    mul *= 128;
    if (val >= mul) val -= Math.pow(2, 8 * byteLength2);
    return val;
  };
  Buffer2.prototype.readInt8 = function readInt8(offset, noAssert) {
    if (!noAssert) checkOffset(offset, 1, this.length);
    if (!(this[offset] & 128)) return this[offset];
    return (255 - this[offset] + 1) * -1;
  };
  Buffer2.prototype.readInt16LE = function readInt16LE(offset, noAssert) {
    if (!noAssert) checkOffset(offset, 2, this.length);
    var val = this[offset] | this[offset + 1] << 8;
    return val & 32768 ? val | 4294901760 : val;
  };
  Buffer2.prototype.readInt16BE = function readInt16BE(offset, noAssert) {
    if (!noAssert) checkOffset(offset, 2, this.length);
    var val = this[offset + 1] | this[offset] << 8;
    return val & 32768 ? val | 4294901760 : val;
  };
  Buffer2.prototype.readInt32LE = function readInt32LE(offset, noAssert) {
    if (!noAssert) checkOffset(offset, 4, this.length);
    return this[offset] | this[offset + 1] << 8 | this[offset + 2] << 16 | this[offset + 3] << 24;
  };
  Buffer2.prototype.readInt32BE = function readInt32BE(offset, noAssert) {
    if (!noAssert) checkOffset(offset, 4, this.length);
    return this[offset] << 24 | this[offset + 1] << 16 | this[offset + 2] << 8 | this[offset + 3];
  };
  Buffer2.prototype.readFloatLE = function readFloatLE(offset, noAssert) {
    if (!noAssert) checkOffset(offset, 4, this.length);
    return read(this, offset, true, 23, 4);
  };
  Buffer2.prototype.readFloatBE = function readFloatBE(offset, noAssert) {
    if (!noAssert) checkOffset(offset, 4, this.length);
    return read(this, offset, false, 23, 4);
  };
  Buffer2.prototype.readDoubleLE = function readDoubleLE(offset, noAssert) {
    if (!noAssert) checkOffset(offset, 8, this.length);
    return read(this, offset, true, 52, 8);
  };
  Buffer2.prototype.readDoubleBE = function readDoubleBE(offset, noAssert) {
    if (!noAssert) checkOffset(offset, 8, this.length);
    return read(this, offset, false, 52, 8);
  };
  function checkInt(buf, value, offset, ext, max, min2) {
    if (!internalIsBuffer(buf)) throw new TypeError('"buffer" argument must be a Buffer instance');
    if (value > max || value < min2) throw new RangeError('"value" argument is out of bounds');
    if (offset + ext > buf.length) throw new RangeError("Index out of range");
  }
  Buffer2.prototype.writeUIntLE = function writeUIntLE(value, offset, byteLength2, noAssert) {
    value = +value;
    offset = offset | 0;
    byteLength2 = byteLength2 | 0;
    if (!noAssert) {
      var maxBytes = Math.pow(2, 8 * byteLength2) - 1;
      checkInt(this, value, offset, byteLength2, maxBytes, 0);
    }
    var mul = 1;
    var i = 0;
    this[offset] = value & 255;
    while (++i < byteLength2 && (mul *= 256)) {
      this[offset + i] = value / mul & 255;
    }
    return offset + byteLength2;
  };
  Buffer2.prototype.writeUIntBE = function writeUIntBE(value, offset, byteLength2, noAssert) {
    value = +value;
    offset = offset | 0;
    byteLength2 = byteLength2 | 0;
    if (!noAssert) {
      var maxBytes = Math.pow(2, 8 * byteLength2) - 1;
      checkInt(this, value, offset, byteLength2, maxBytes, 0);
    }
    var i = byteLength2 - 1;
    var mul = 1;
    this[offset + i] = value & 255;
    while (--i >= 0 && (mul *= 256)) {
      this[offset + i] = value / mul & 255;
    }
    return offset + byteLength2;
  };
  Buffer2.prototype.writeUInt8 = function writeUInt8(value, offset, noAssert) {
    value = +value;
    offset = offset | 0;
    if (!noAssert) checkInt(this, value, offset, 1, 255, 0);
    if (!Buffer2.TYPED_ARRAY_SUPPORT) value = Math.floor(value);
    this[offset] = value & 255;
    return offset + 1;
  };
  function objectWriteUInt16(buf, value, offset, littleEndian) {
    if (value < 0) value = 65535 + value + 1;
    for (var i = 0, j = Math.min(buf.length - offset, 2); i < j; ++i) {
      buf[offset + i] = (value & 255 << 8 * (littleEndian ? i : 1 - i)) >>> (littleEndian ? i : 1 - i) * 8;
    }
  }
  Buffer2.prototype.writeUInt16LE = function writeUInt16LE(value, offset, noAssert) {
    value = +value;
    offset = offset | 0;
    if (!noAssert) checkInt(this, value, offset, 2, 65535, 0);
    if (Buffer2.TYPED_ARRAY_SUPPORT) {
      this[offset] = value & 255;
      this[offset + 1] = value >>> 8;
    } else {
      objectWriteUInt16(this, value, offset, true);
    }
    return offset + 2;
  };
  Buffer2.prototype.writeUInt16BE = function writeUInt16BE(value, offset, noAssert) {
    value = +value;
    offset = offset | 0;
    if (!noAssert) checkInt(this, value, offset, 2, 65535, 0);
    if (Buffer2.TYPED_ARRAY_SUPPORT) {
      this[offset] = value >>> 8;
      this[offset + 1] = value & 255;
    } else {
      objectWriteUInt16(this, value, offset, false);
    }
    return offset + 2;
  };
  function objectWriteUInt32(buf, value, offset, littleEndian) {
    if (value < 0) value = 4294967295 + value + 1;
    for (var i = 0, j = Math.min(buf.length - offset, 4); i < j; ++i) {
      buf[offset + i] = value >>> (littleEndian ? i : 3 - i) * 8 & 255;
    }
  }
  Buffer2.prototype.writeUInt32LE = function writeUInt32LE(value, offset, noAssert) {
    value = +value;
    offset = offset | 0;
    if (!noAssert) checkInt(this, value, offset, 4, 4294967295, 0);
    if (Buffer2.TYPED_ARRAY_SUPPORT) {
      this[offset + 3] = value >>> 24;
      this[offset + 2] = value >>> 16;
      this[offset + 1] = value >>> 8;
      this[offset] = value & 255;
    } else {
      objectWriteUInt32(this, value, offset, true);
    }
    return offset + 4;
  };
  Buffer2.prototype.writeUInt32BE = function writeUInt32BE(value, offset, noAssert) {
    value = +value;
    offset = offset | 0;
    if (!noAssert) checkInt(this, value, offset, 4, 4294967295, 0);
    if (Buffer2.TYPED_ARRAY_SUPPORT) {
      this[offset] = value >>> 24;
      this[offset + 1] = value >>> 16;
      this[offset + 2] = value >>> 8;
      this[offset + 3] = value & 255;
    } else {
      objectWriteUInt32(this, value, offset, false);
    }
    return offset + 4;
  };
  Buffer2.prototype.writeIntLE = function writeIntLE(value, offset, byteLength2, noAssert) {
    value = +value;
    offset = offset | 0;
    if (!noAssert) {
      var limit = Math.pow(2, 8 * byteLength2 - 1);
      checkInt(this, value, offset, byteLength2, limit - 1, -limit);
    }
    var i = 0;
    var mul = 1;
    var sub = 0;
    this[offset] = value & 255;
    while (++i < byteLength2 && (mul *= 256)) {
      if (value < 0 && sub === 0 && this[offset + i - 1] !== 0) {
        sub = 1;
      }
      this[offset + i] = (value / mul >> 0) - sub & 255;
    }
    return offset + byteLength2;
  };
  Buffer2.prototype.writeIntBE = function writeIntBE(value, offset, byteLength2, noAssert) {
    value = +value;
    offset = offset | 0;
    if (!noAssert) {
      var limit = Math.pow(2, 8 * byteLength2 - 1);
      checkInt(this, value, offset, byteLength2, limit - 1, -limit);
    }
    var i = byteLength2 - 1;
    var mul = 1;
    var sub = 0;
    this[offset + i] = value & 255;
    while (--i >= 0 && (mul *= 256)) {
      if (value < 0 && sub === 0 && this[offset + i + 1] !== 0) {
        sub = 1;
      }
      this[offset + i] = (value / mul >> 0) - sub & 255;
    }
    return offset + byteLength2;
  };
  Buffer2.prototype.writeInt8 = function writeInt8(value, offset, noAssert) {
    value = +value;
    offset = offset | 0;
    if (!noAssert) checkInt(this, value, offset, 1, 127, -128);
    if (!Buffer2.TYPED_ARRAY_SUPPORT) value = Math.floor(value);
    if (value < 0) value = 255 + value + 1;
    this[offset] = value & 255;
    return offset + 1;
  };
  Buffer2.prototype.writeInt16LE = function writeInt16LE(value, offset, noAssert) {
    value = +value;
    offset = offset | 0;
    if (!noAssert) checkInt(this, value, offset, 2, 32767, -32768);
    if (Buffer2.TYPED_ARRAY_SUPPORT) {
      this[offset] = value & 255;
      this[offset + 1] = value >>> 8;
    } else {
      objectWriteUInt16(this, value, offset, true);
    }
    return offset + 2;
  };
  Buffer2.prototype.writeInt16BE = function writeInt16BE(value, offset, noAssert) {
    value = +value;
    offset = offset | 0;
    if (!noAssert) checkInt(this, value, offset, 2, 32767, -32768);
    if (Buffer2.TYPED_ARRAY_SUPPORT) {
      this[offset] = value >>> 8;
      this[offset + 1] = value & 255;
    } else {
      objectWriteUInt16(this, value, offset, false);
    }
    return offset + 2;
  };
  Buffer2.prototype.writeInt32LE = function writeInt32LE(value, offset, noAssert) {
    value = +value;
    offset = offset | 0;
    if (!noAssert) checkInt(this, value, offset, 4, 2147483647, -2147483648);
    if (Buffer2.TYPED_ARRAY_SUPPORT) {
      this[offset] = value & 255;
      this[offset + 1] = value >>> 8;
      this[offset + 2] = value >>> 16;
      this[offset + 3] = value >>> 24;
    } else {
      objectWriteUInt32(this, value, offset, true);
    }
    return offset + 4;
  };
  Buffer2.prototype.writeInt32BE = function writeInt32BE(value, offset, noAssert) {
    value = +value;
    offset = offset | 0;
    if (!noAssert) checkInt(this, value, offset, 4, 2147483647, -2147483648);
    if (value < 0) value = 4294967295 + value + 1;
    if (Buffer2.TYPED_ARRAY_SUPPORT) {
      this[offset] = value >>> 24;
      this[offset + 1] = value >>> 16;
      this[offset + 2] = value >>> 8;
      this[offset + 3] = value & 255;
    } else {
      objectWriteUInt32(this, value, offset, false);
    }
    return offset + 4;
  };
  function checkIEEE754(buf, value, offset, ext, max, min2) {
    if (offset + ext > buf.length) throw new RangeError("Index out of range");
    if (offset < 0) throw new RangeError("Index out of range");
  }
  function writeFloat(buf, value, offset, littleEndian, noAssert) {
    if (!noAssert) {
      checkIEEE754(buf, value, offset, 4);
    }
    write(buf, value, offset, littleEndian, 23, 4);
    return offset + 4;
  }
  Buffer2.prototype.writeFloatLE = function writeFloatLE(value, offset, noAssert) {
    return writeFloat(this, value, offset, true, noAssert);
  };
  Buffer2.prototype.writeFloatBE = function writeFloatBE(value, offset, noAssert) {
    return writeFloat(this, value, offset, false, noAssert);
  };
  function writeDouble(buf, value, offset, littleEndian, noAssert) {
    if (!noAssert) {
      checkIEEE754(buf, value, offset, 8);
    }
    write(buf, value, offset, littleEndian, 52, 8);
    return offset + 8;
  }
  Buffer2.prototype.writeDoubleLE = function writeDoubleLE(value, offset, noAssert) {
    return writeDouble(this, value, offset, true, noAssert);
  };
  Buffer2.prototype.writeDoubleBE = function writeDoubleBE(value, offset, noAssert) {
    return writeDouble(this, value, offset, false, noAssert);
  };
  Buffer2.prototype.copy = function copy(target, targetStart, start, end) {
    if (!start) start = 0;
    if (!end && end !== 0) end = this.length;
    if (targetStart >= target.length) targetStart = target.length;
    if (!targetStart) targetStart = 0;
    if (end > 0 && end < start) end = start;
    if (end === start) return 0;
    if (target.length === 0 || this.length === 0) return 0;
    if (targetStart < 0) {
      throw new RangeError("targetStart out of bounds");
    }
    if (start < 0 || start >= this.length) throw new RangeError("sourceStart out of bounds");
    if (end < 0) throw new RangeError("sourceEnd out of bounds");
    if (end > this.length) end = this.length;
    if (target.length - targetStart < end - start) {
      end = target.length - targetStart + start;
    }
    var len = end - start;
    var i;
    if (this === target && start < targetStart && targetStart < end) {
      for (i = len - 1; i >= 0; --i) {
        target[i + targetStart] = this[i + start];
      }
    } else if (len < 1e3 || !Buffer2.TYPED_ARRAY_SUPPORT) {
      for (i = 0; i < len; ++i) {
        target[i + targetStart] = this[i + start];
      }
    } else {
      Uint8Array.prototype.set.call(
        target,
        this.subarray(start, start + len),
        targetStart
      );
    }
    return len;
  };
  Buffer2.prototype.fill = function fill(val, start, end, encoding) {
    if (typeof val === "string") {
      if (typeof start === "string") {
        encoding = start;
        start = 0;
        end = this.length;
      } else if (typeof end === "string") {
        encoding = end;
        end = this.length;
      }
      if (val.length === 1) {
        var code = val.charCodeAt(0);
        if (code < 256) {
          val = code;
        }
      }
      if (encoding !== void 0 && typeof encoding !== "string") {
        throw new TypeError("encoding must be a string");
      }
      if (typeof encoding === "string" && !Buffer2.isEncoding(encoding)) {
        throw new TypeError("Unknown encoding: " + encoding);
      }
    } else if (typeof val === "number") {
      val = val & 255;
    }
    if (start < 0 || this.length < start || this.length < end) {
      throw new RangeError("Out of range index");
    }
    if (end <= start) {
      return this;
    }
    start = start >>> 0;
    end = end === void 0 ? this.length : end >>> 0;
    if (!val) val = 0;
    var i;
    if (typeof val === "number") {
      for (i = start; i < end; ++i) {
        this[i] = val;
      }
    } else {
      var bytes = internalIsBuffer(val) ? val : utf8ToBytes(new Buffer2(val, encoding).toString());
      var len = bytes.length;
      for (i = 0; i < end - start; ++i) {
        this[i + start] = bytes[i % len];
      }
    }
    return this;
  };
  var INVALID_BASE64_RE = /[^+\/0-9A-Za-z-_]/g;
  function base64clean(str) {
    str = stringtrim(str).replace(INVALID_BASE64_RE, "");
    if (str.length < 2) return "";
    while (str.length % 4 !== 0) {
      str = str + "=";
    }
    return str;
  }
  function stringtrim(str) {
    if (str.trim) return str.trim();
    return str.replace(/^\s+|\s+$/g, "");
  }
  function toHex(n) {
    if (n < 16) return "0" + n.toString(16);
    return n.toString(16);
  }
  function utf8ToBytes(string, units) {
    units = units || Infinity;
    var codePoint;
    var length = string.length;
    var leadSurrogate = null;
    var bytes = [];
    for (var i = 0; i < length; ++i) {
      codePoint = string.charCodeAt(i);
      if (codePoint > 55295 && codePoint < 57344) {
        if (!leadSurrogate) {
          if (codePoint > 56319) {
            if ((units -= 3) > -1) bytes.push(239, 191, 189);
            continue;
          } else if (i + 1 === length) {
            if ((units -= 3) > -1) bytes.push(239, 191, 189);
            continue;
          }
          leadSurrogate = codePoint;
          continue;
        }
        if (codePoint < 56320) {
          if ((units -= 3) > -1) bytes.push(239, 191, 189);
          leadSurrogate = codePoint;
          continue;
        }
        codePoint = (leadSurrogate - 55296 << 10 | codePoint - 56320) + 65536;
      } else if (leadSurrogate) {
        if ((units -= 3) > -1) bytes.push(239, 191, 189);
      }
      leadSurrogate = null;
      if (codePoint < 128) {
        if ((units -= 1) < 0) break;
        bytes.push(codePoint);
      } else if (codePoint < 2048) {
        if ((units -= 2) < 0) break;
        bytes.push(
          codePoint >> 6 | 192,
          codePoint & 63 | 128
        );
      } else if (codePoint < 65536) {
        if ((units -= 3) < 0) break;
        bytes.push(
          codePoint >> 12 | 224,
          codePoint >> 6 & 63 | 128,
          codePoint & 63 | 128
        );
      } else if (codePoint < 1114112) {
        if ((units -= 4) < 0) break;
        bytes.push(
          codePoint >> 18 | 240,
          codePoint >> 12 & 63 | 128,
          codePoint >> 6 & 63 | 128,
          codePoint & 63 | 128
        );
      } else {
        throw new Error("Invalid code point");
      }
    }
    return bytes;
  }
  function asciiToBytes(str) {
    var byteArray = [];
    for (var i = 0; i < str.length; ++i) {
      byteArray.push(str.charCodeAt(i) & 255);
    }
    return byteArray;
  }
  function utf16leToBytes(str, units) {
    var c, hi, lo;
    var byteArray = [];
    for (var i = 0; i < str.length; ++i) {
      if ((units -= 2) < 0) break;
      c = str.charCodeAt(i);
      hi = c >> 8;
      lo = c % 256;
      byteArray.push(lo);
      byteArray.push(hi);
    }
    return byteArray;
  }
  function base64ToBytes(str) {
    return toByteArray(base64clean(str));
  }
  function blitBuffer(src, dst, offset, length) {
    for (var i = 0; i < length; ++i) {
      if (i + offset >= dst.length || i >= src.length) break;
      dst[i + offset] = src[i];
    }
    return i;
  }
  function isnan(val) {
    return val !== val;
  }
  function isBuffer$1(obj) {
    return obj != null && (!!obj._isBuffer || isFastBuffer(obj) || isSlowBuffer(obj));
  }
  function isFastBuffer(obj) {
    return !!obj.constructor && typeof obj.constructor.isBuffer === "function" && obj.constructor.isBuffer(obj);
  }
  function isSlowBuffer(obj) {
    return typeof obj.readFloatLE === "function" && typeof obj.slice === "function" && isFastBuffer(obj.slice(0, 0));
  }
  var inherits;
  if (typeof Object.create === "function") {
    inherits = function inherits2(ctor, superCtor) {
      ctor.super_ = superCtor;
      ctor.prototype = Object.create(superCtor.prototype, {
        constructor: {
          value: ctor,
          enumerable: false,
          writable: true,
          configurable: true
        }
      });
    };
  } else {
    inherits = function inherits2(ctor, superCtor) {
      ctor.super_ = superCtor;
      var TempCtor = function() {
      };
      TempCtor.prototype = superCtor.prototype;
      ctor.prototype = new TempCtor();
      ctor.prototype.constructor = ctor;
    };
  }
  var getOwnPropertyDescriptors = Object.getOwnPropertyDescriptors || function getOwnPropertyDescriptors2(obj) {
    var keys2 = Object.keys(obj);
    var descriptors = {};
    for (var i = 0; i < keys2.length; i++) {
      descriptors[keys2[i]] = Object.getOwnPropertyDescriptor(obj, keys2[i]);
    }
    return descriptors;
  };
  var formatRegExp = /%[sdj%]/g;
  function format(f) {
    if (!isString$2(f)) {
      var objects = [];
      for (var i = 0; i < arguments.length; i++) {
        objects.push(inspect(arguments[i]));
      }
      return objects.join(" ");
    }
    var i = 1;
    var args = arguments;
    var len = args.length;
    var str = String(f).replace(formatRegExp, function(x2) {
      if (x2 === "%%") return "%";
      if (i >= len) return x2;
      switch (x2) {
        case "%s":
          return String(args[i++]);
        case "%d":
          return Number(args[i++]);
        case "%j":
          try {
            return JSON.stringify(args[i++]);
          } catch (_) {
            return "[Circular]";
          }
        default:
          return x2;
      }
    });
    for (var x = args[i]; i < len; x = args[++i]) {
      if (isNull(x) || !isObject(x)) {
        str += " " + x;
      } else {
        str += " " + inspect(x);
      }
    }
    return str;
  }
  function deprecate(fn, msg) {
    if (isUndefined(global$1.process)) {
      return function() {
        return deprecate(fn, msg).apply(this, arguments);
      };
    }
    if (browser$1$1.noDeprecation === true) {
      return fn;
    }
    var warned = false;
    function deprecated() {
      if (!warned) {
        if (browser$1$1.throwDeprecation) {
          throw new Error(msg);
        } else if (browser$1$1.traceDeprecation) {
          console.trace(msg);
        } else {
          console.error(msg);
        }
        warned = true;
      }
      return fn.apply(this, arguments);
    }
    return deprecated;
  }
  var debugs = {};
  var debugEnviron;
  function debuglog(set) {
    if (isUndefined(debugEnviron))
      debugEnviron = browser$1$1.env.NODE_DEBUG || "";
    set = set.toUpperCase();
    if (!debugs[set]) {
      if (new RegExp("\\b" + set + "\\b", "i").test(debugEnviron)) {
        var pid = 0;
        debugs[set] = function() {
          var msg = format.apply(null, arguments);
          console.error("%s %d: %s", set, pid, msg);
        };
      } else {
        debugs[set] = function() {
        };
      }
    }
    return debugs[set];
  }
  function inspect(obj, opts) {
    var ctx = {
      seen: [],
      stylize: stylizeNoColor
    };
    if (arguments.length >= 3) ctx.depth = arguments[2];
    if (arguments.length >= 4) ctx.colors = arguments[3];
    if (isBoolean(opts)) {
      ctx.showHidden = opts;
    } else if (opts) {
      _extend(ctx, opts);
    }
    if (isUndefined(ctx.showHidden)) ctx.showHidden = false;
    if (isUndefined(ctx.depth)) ctx.depth = 2;
    if (isUndefined(ctx.colors)) ctx.colors = false;
    if (isUndefined(ctx.customInspect)) ctx.customInspect = true;
    if (ctx.colors) ctx.stylize = stylizeWithColor;
    return formatValue(ctx, obj, ctx.depth);
  }
  inspect.colors = {
    "bold": [1, 22],
    "italic": [3, 23],
    "underline": [4, 24],
    "inverse": [7, 27],
    "white": [37, 39],
    "grey": [90, 39],
    "black": [30, 39],
    "blue": [34, 39],
    "cyan": [36, 39],
    "green": [32, 39],
    "magenta": [35, 39],
    "red": [31, 39],
    "yellow": [33, 39]
  };
  inspect.styles = {
    "special": "cyan",
    "number": "yellow",
    "boolean": "yellow",
    "undefined": "grey",
    "null": "bold",
    "string": "green",
    "date": "magenta",
    // "name": intentionally not styling
    "regexp": "red"
  };
  function stylizeWithColor(str, styleType) {
    var style = inspect.styles[styleType];
    if (style) {
      return "\x1B[" + inspect.colors[style][0] + "m" + str + "\x1B[" + inspect.colors[style][1] + "m";
    } else {
      return str;
    }
  }
  function stylizeNoColor(str, styleType) {
    return str;
  }
  function arrayToHash(array) {
    var hash = {};
    array.forEach(function(val, idx) {
      hash[val] = true;
    });
    return hash;
  }
  function formatValue(ctx, value, recurseTimes) {
    if (ctx.customInspect && value && isFunction(value.inspect) && // Filter out the util module, it's inspect function is special
    value.inspect !== inspect && // Also filter out any prototype objects using the circular check.
    !(value.constructor && value.constructor.prototype === value)) {
      var ret = value.inspect(recurseTimes, ctx);
      if (!isString$2(ret)) {
        ret = formatValue(ctx, ret, recurseTimes);
      }
      return ret;
    }
    var primitive = formatPrimitive(ctx, value);
    if (primitive) {
      return primitive;
    }
    var keys2 = Object.keys(value);
    var visibleKeys = arrayToHash(keys2);
    if (ctx.showHidden) {
      keys2 = Object.getOwnPropertyNames(value);
    }
    if (isError$1(value) && (keys2.indexOf("message") >= 0 || keys2.indexOf("description") >= 0)) {
      return formatError(value);
    }
    if (keys2.length === 0) {
      if (isFunction(value)) {
        var name = value.name ? ": " + value.name : "";
        return ctx.stylize("[Function" + name + "]", "special");
      }
      if (isRegExp(value)) {
        return ctx.stylize(RegExp.prototype.toString.call(value), "regexp");
      }
      if (isDate(value)) {
        return ctx.stylize(Date.prototype.toString.call(value), "date");
      }
      if (isError$1(value)) {
        return formatError(value);
      }
    }
    var base2 = "", array = false, braces = ["{", "}"];
    if (isArray(value)) {
      array = true;
      braces = ["[", "]"];
    }
    if (isFunction(value)) {
      var n = value.name ? ": " + value.name : "";
      base2 = " [Function" + n + "]";
    }
    if (isRegExp(value)) {
      base2 = " " + RegExp.prototype.toString.call(value);
    }
    if (isDate(value)) {
      base2 = " " + Date.prototype.toUTCString.call(value);
    }
    if (isError$1(value)) {
      base2 = " " + formatError(value);
    }
    if (keys2.length === 0 && (!array || value.length == 0)) {
      return braces[0] + base2 + braces[1];
    }
    if (recurseTimes < 0) {
      if (isRegExp(value)) {
        return ctx.stylize(RegExp.prototype.toString.call(value), "regexp");
      } else {
        return ctx.stylize("[Object]", "special");
      }
    }
    ctx.seen.push(value);
    var output;
    if (array) {
      output = formatArray(ctx, value, recurseTimes, visibleKeys, keys2);
    } else {
      output = keys2.map(function(key) {
        return formatProperty(ctx, value, recurseTimes, visibleKeys, key, array);
      });
    }
    ctx.seen.pop();
    return reduceToSingleString(output, base2, braces);
  }
  function formatPrimitive(ctx, value) {
    if (isUndefined(value))
      return ctx.stylize("undefined", "undefined");
    if (isString$2(value)) {
      var simple = "'" + JSON.stringify(value).replace(/^"|"$/g, "").replace(/'/g, "\\'").replace(/\\"/g, '"') + "'";
      return ctx.stylize(simple, "string");
    }
    if (isNumber(value))
      return ctx.stylize("" + value, "number");
    if (isBoolean(value))
      return ctx.stylize("" + value, "boolean");
    if (isNull(value))
      return ctx.stylize("null", "null");
  }
  function formatError(value) {
    return "[" + Error.prototype.toString.call(value) + "]";
  }
  function formatArray(ctx, value, recurseTimes, visibleKeys, keys2) {
    var output = [];
    for (var i = 0, l = value.length; i < l; ++i) {
      if (hasOwnProperty(value, String(i))) {
        output.push(formatProperty(
          ctx,
          value,
          recurseTimes,
          visibleKeys,
          String(i),
          true
        ));
      } else {
        output.push("");
      }
    }
    keys2.forEach(function(key) {
      if (!key.match(/^\d+$/)) {
        output.push(formatProperty(
          ctx,
          value,
          recurseTimes,
          visibleKeys,
          key,
          true
        ));
      }
    });
    return output;
  }
  function formatProperty(ctx, value, recurseTimes, visibleKeys, key, array) {
    var name, str, desc;
    desc = Object.getOwnPropertyDescriptor(value, key) || { value: value[key] };
    if (desc.get) {
      if (desc.set) {
        str = ctx.stylize("[Getter/Setter]", "special");
      } else {
        str = ctx.stylize("[Getter]", "special");
      }
    } else {
      if (desc.set) {
        str = ctx.stylize("[Setter]", "special");
      }
    }
    if (!hasOwnProperty(visibleKeys, key)) {
      name = "[" + key + "]";
    }
    if (!str) {
      if (ctx.seen.indexOf(desc.value) < 0) {
        if (isNull(recurseTimes)) {
          str = formatValue(ctx, desc.value, null);
        } else {
          str = formatValue(ctx, desc.value, recurseTimes - 1);
        }
        if (str.indexOf("\n") > -1) {
          if (array) {
            str = str.split("\n").map(function(line) {
              return "  " + line;
            }).join("\n").substr(2);
          } else {
            str = "\n" + str.split("\n").map(function(line) {
              return "   " + line;
            }).join("\n");
          }
        }
      } else {
        str = ctx.stylize("[Circular]", "special");
      }
    }
    if (isUndefined(name)) {
      if (array && key.match(/^\d+$/)) {
        return str;
      }
      name = JSON.stringify("" + key);
      if (name.match(/^"([a-zA-Z_][a-zA-Z_0-9]*)"$/)) {
        name = name.substr(1, name.length - 2);
        name = ctx.stylize(name, "name");
      } else {
        name = name.replace(/'/g, "\\'").replace(/\\"/g, '"').replace(/(^"|"$)/g, "'");
        name = ctx.stylize(name, "string");
      }
    }
    return name + ": " + str;
  }
  function reduceToSingleString(output, base2, braces) {
    var length = output.reduce(function(prev, cur) {
      if (cur.indexOf("\n") >= 0) ;
      return prev + cur.replace(/\u001b\[\d\d?m/g, "").length + 1;
    }, 0);
    if (length > 60) {
      return braces[0] + (base2 === "" ? "" : base2 + "\n ") + " " + output.join(",\n  ") + " " + braces[1];
    }
    return braces[0] + base2 + " " + output.join(", ") + " " + braces[1];
  }
  function isArray(ar) {
    return Array.isArray(ar);
  }
  function isBoolean(arg) {
    return typeof arg === "boolean";
  }
  function isNull(arg) {
    return arg === null;
  }
  function isNullOrUndefined(arg) {
    return arg == null;
  }
  function isNumber(arg) {
    return typeof arg === "number";
  }
  function isString$2(arg) {
    return typeof arg === "string";
  }
  function isSymbol(arg) {
    return typeof arg === "symbol";
  }
  function isUndefined(arg) {
    return arg === void 0;
  }
  function isRegExp(re) {
    return isObject(re) && objectToString(re) === "[object RegExp]";
  }
  function isObject(arg) {
    return typeof arg === "object" && arg !== null;
  }
  function isDate(d) {
    return isObject(d) && objectToString(d) === "[object Date]";
  }
  function isError$1(e) {
    return isObject(e) && (objectToString(e) === "[object Error]" || e instanceof Error);
  }
  function isFunction(arg) {
    return typeof arg === "function";
  }
  function isPrimitive(arg) {
    return arg === null || typeof arg === "boolean" || typeof arg === "number" || typeof arg === "string" || typeof arg === "symbol" || // ES6 symbol
    typeof arg === "undefined";
  }
  function isBuffer(maybeBuf) {
    return Buffer2.isBuffer(maybeBuf);
  }
  function objectToString(o) {
    return Object.prototype.toString.call(o);
  }
  function pad$1(n) {
    return n < 10 ? "0" + n.toString(10) : n.toString(10);
  }
  var months = [
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec"
  ];
  function timestamp() {
    var d = /* @__PURE__ */ new Date();
    var time = [
      pad$1(d.getHours()),
      pad$1(d.getMinutes()),
      pad$1(d.getSeconds())
    ].join(":");
    return [d.getDate(), months[d.getMonth()], time].join(" ");
  }
  function log() {
    console.log("%s - %s", timestamp(), format.apply(null, arguments));
  }
  function _extend(origin, add) {
    if (!add || !isObject(add)) return origin;
    var keys2 = Object.keys(add);
    var i = keys2.length;
    while (i--) {
      origin[keys2[i]] = add[keys2[i]];
    }
    return origin;
  }
  function hasOwnProperty(obj, prop) {
    return Object.prototype.hasOwnProperty.call(obj, prop);
  }
  var kCustomPromisifiedSymbol = typeof Symbol !== "undefined" ? /* @__PURE__ */ Symbol("util.promisify.custom") : void 0;
  function promisify(original) {
    if (typeof original !== "function")
      throw new TypeError('The "original" argument must be of type Function');
    if (kCustomPromisifiedSymbol && original[kCustomPromisifiedSymbol]) {
      var fn = original[kCustomPromisifiedSymbol];
      if (typeof fn !== "function") {
        throw new TypeError('The "util.promisify.custom" argument must be of type Function');
      }
      Object.defineProperty(fn, kCustomPromisifiedSymbol, {
        value: fn,
        enumerable: false,
        writable: false,
        configurable: true
      });
      return fn;
    }
    function fn() {
      var promiseResolve, promiseReject;
      var promise = new Promise(function(resolve2, reject) {
        promiseResolve = resolve2;
        promiseReject = reject;
      });
      var args = [];
      for (var i = 0; i < arguments.length; i++) {
        args.push(arguments[i]);
      }
      args.push(function(err, value) {
        if (err) {
          promiseReject(err);
        } else {
          promiseResolve(value);
        }
      });
      try {
        original.apply(this, args);
      } catch (err) {
        promiseReject(err);
      }
      return promise;
    }
    Object.setPrototypeOf(fn, Object.getPrototypeOf(original));
    if (kCustomPromisifiedSymbol) Object.defineProperty(fn, kCustomPromisifiedSymbol, {
      value: fn,
      enumerable: false,
      writable: false,
      configurable: true
    });
    return Object.defineProperties(
      fn,
      getOwnPropertyDescriptors(original)
    );
  }
  promisify.custom = kCustomPromisifiedSymbol;
  function callbackifyOnRejected(reason, cb) {
    if (!reason) {
      var newReason = new Error("Promise was rejected with a falsy value");
      newReason.reason = reason;
      reason = newReason;
    }
    return cb(reason);
  }
  function callbackify(original) {
    if (typeof original !== "function") {
      throw new TypeError('The "original" argument must be of type Function');
    }
    function callbackified() {
      var args = [];
      for (var i = 0; i < arguments.length; i++) {
        args.push(arguments[i]);
      }
      var maybeCb = args.pop();
      if (typeof maybeCb !== "function") {
        throw new TypeError("The last argument must be of type Function");
      }
      var self2 = this;
      var cb = function() {
        return maybeCb.apply(self2, arguments);
      };
      original.apply(this, args).then(
        function(ret) {
          browser$1$1.nextTick(cb.bind(null, null, ret));
        },
        function(rej) {
          browser$1$1.nextTick(callbackifyOnRejected.bind(null, rej, cb));
        }
      );
    }
    Object.setPrototypeOf(callbackified, Object.getPrototypeOf(original));
    Object.defineProperties(callbackified, getOwnPropertyDescriptors(original));
    return callbackified;
  }
  var util = {
    inherits,
    _extend,
    log,
    isBuffer,
    isPrimitive,
    isFunction,
    isError: isError$1,
    isDate,
    isObject,
    isRegExp,
    isUndefined,
    isSymbol,
    isString: isString$2,
    isNumber,
    isNullOrUndefined,
    isNull,
    isBoolean,
    isArray,
    inspect,
    deprecate,
    format,
    debuglog,
    promisify,
    callbackify
  };
  var _polyfillNode_util = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    _extend,
    callbackify,
    debuglog,
    default: util,
    deprecate,
    format,
    inherits,
    inspect,
    isArray,
    isBoolean,
    isBuffer,
    isDate,
    isError: isError$1,
    isFunction,
    isNull,
    isNullOrUndefined,
    isNumber,
    isObject,
    isPrimitive,
    isRegExp,
    isString: isString$2,
    isSymbol,
    isUndefined,
    log,
    promisify
  });
  function BufferList() {
    this.head = null;
    this.tail = null;
    this.length = 0;
  }
  BufferList.prototype.push = function(v2) {
    var entry = { data: v2, next: null };
    if (this.length > 0) this.tail.next = entry;
    else this.head = entry;
    this.tail = entry;
    ++this.length;
  };
  BufferList.prototype.unshift = function(v2) {
    var entry = { data: v2, next: this.head };
    if (this.length === 0) this.tail = entry;
    this.head = entry;
    ++this.length;
  };
  BufferList.prototype.shift = function() {
    if (this.length === 0) return;
    var ret = this.head.data;
    if (this.length === 1) this.head = this.tail = null;
    else this.head = this.head.next;
    --this.length;
    return ret;
  };
  BufferList.prototype.clear = function() {
    this.head = this.tail = null;
    this.length = 0;
  };
  BufferList.prototype.join = function(s) {
    if (this.length === 0) return "";
    var p = this.head;
    var ret = "" + p.data;
    while (p = p.next) {
      ret += s + p.data;
    }
    return ret;
  };
  BufferList.prototype.concat = function(n) {
    if (this.length === 0) return Buffer2.alloc(0);
    if (this.length === 1) return this.head.data;
    var ret = Buffer2.allocUnsafe(n >>> 0);
    var p = this.head;
    var i = 0;
    while (p) {
      p.data.copy(ret, i);
      i += p.data.length;
      p = p.next;
    }
    return ret;
  };
  var isBufferEncoding = Buffer2.isEncoding || function(encoding) {
    switch (encoding && encoding.toLowerCase()) {
      case "hex":
      case "utf8":
      case "utf-8":
      case "ascii":
      case "binary":
      case "base64":
      case "ucs2":
      case "ucs-2":
      case "utf16le":
      case "utf-16le":
      case "raw":
        return true;
      default:
        return false;
    }
  };
  function assertEncoding(encoding) {
    if (encoding && !isBufferEncoding(encoding)) {
      throw new Error("Unknown encoding: " + encoding);
    }
  }
  function StringDecoder(encoding) {
    this.encoding = (encoding || "utf8").toLowerCase().replace(/[-_]/, "");
    assertEncoding(encoding);
    switch (this.encoding) {
      case "utf8":
        this.surrogateSize = 3;
        break;
      case "ucs2":
      case "utf16le":
        this.surrogateSize = 2;
        this.detectIncompleteChar = utf16DetectIncompleteChar;
        break;
      case "base64":
        this.surrogateSize = 3;
        this.detectIncompleteChar = base64DetectIncompleteChar;
        break;
      default:
        this.write = passThroughWrite;
        return;
    }
    this.charBuffer = new Buffer2(6);
    this.charReceived = 0;
    this.charLength = 0;
  }
  StringDecoder.prototype.write = function(buffer) {
    var charStr = "";
    while (this.charLength) {
      var available = buffer.length >= this.charLength - this.charReceived ? this.charLength - this.charReceived : buffer.length;
      buffer.copy(this.charBuffer, this.charReceived, 0, available);
      this.charReceived += available;
      if (this.charReceived < this.charLength) {
        return "";
      }
      buffer = buffer.slice(available, buffer.length);
      charStr = this.charBuffer.slice(0, this.charLength).toString(this.encoding);
      var charCode = charStr.charCodeAt(charStr.length - 1);
      if (charCode >= 55296 && charCode <= 56319) {
        this.charLength += this.surrogateSize;
        charStr = "";
        continue;
      }
      this.charReceived = this.charLength = 0;
      if (buffer.length === 0) {
        return charStr;
      }
      break;
    }
    this.detectIncompleteChar(buffer);
    var end = buffer.length;
    if (this.charLength) {
      buffer.copy(this.charBuffer, 0, buffer.length - this.charReceived, end);
      end -= this.charReceived;
    }
    charStr += buffer.toString(this.encoding, 0, end);
    var end = charStr.length - 1;
    var charCode = charStr.charCodeAt(end);
    if (charCode >= 55296 && charCode <= 56319) {
      var size = this.surrogateSize;
      this.charLength += size;
      this.charReceived += size;
      this.charBuffer.copy(this.charBuffer, size, 0, size);
      buffer.copy(this.charBuffer, 0, 0, size);
      return charStr.substring(0, end);
    }
    return charStr;
  };
  StringDecoder.prototype.detectIncompleteChar = function(buffer) {
    var i = buffer.length >= 3 ? 3 : buffer.length;
    for (; i > 0; i--) {
      var c = buffer[buffer.length - i];
      if (i == 1 && c >> 5 == 6) {
        this.charLength = 2;
        break;
      }
      if (i <= 2 && c >> 4 == 14) {
        this.charLength = 3;
        break;
      }
      if (i <= 3 && c >> 3 == 30) {
        this.charLength = 4;
        break;
      }
    }
    this.charReceived = i;
  };
  StringDecoder.prototype.end = function(buffer) {
    var res = "";
    if (buffer && buffer.length)
      res = this.write(buffer);
    if (this.charReceived) {
      var cr = this.charReceived;
      var buf = this.charBuffer;
      var enc = this.encoding;
      res += buf.slice(0, cr).toString(enc);
    }
    return res;
  };
  function passThroughWrite(buffer) {
    return buffer.toString(this.encoding);
  }
  function utf16DetectIncompleteChar(buffer) {
    this.charReceived = buffer.length % 2;
    this.charLength = this.charReceived ? 2 : 0;
  }
  function base64DetectIncompleteChar(buffer) {
    this.charReceived = buffer.length % 3;
    this.charLength = this.charReceived ? 3 : 0;
  }
  Readable.ReadableState = ReadableState;
  var debug$3 = debuglog("stream");
  inherits(Readable, EventEmitter);
  function prependListener(emitter, event, fn) {
    if (typeof emitter.prependListener === "function") {
      return emitter.prependListener(event, fn);
    } else {
      if (!emitter._events || !emitter._events[event])
        emitter.on(event, fn);
      else if (Array.isArray(emitter._events[event]))
        emitter._events[event].unshift(fn);
      else
        emitter._events[event] = [fn, emitter._events[event]];
    }
  }
  function listenerCount(emitter, type) {
    return emitter.listeners(type).length;
  }
  function ReadableState(options, stream) {
    options = options || {};
    this.objectMode = !!options.objectMode;
    if (stream instanceof Duplex) this.objectMode = this.objectMode || !!options.readableObjectMode;
    var hwm = options.highWaterMark;
    var defaultHwm = this.objectMode ? 16 : 16 * 1024;
    this.highWaterMark = hwm || hwm === 0 ? hwm : defaultHwm;
    this.highWaterMark = ~~this.highWaterMark;
    this.buffer = new BufferList();
    this.length = 0;
    this.pipes = null;
    this.pipesCount = 0;
    this.flowing = null;
    this.ended = false;
    this.endEmitted = false;
    this.reading = false;
    this.sync = true;
    this.needReadable = false;
    this.emittedReadable = false;
    this.readableListening = false;
    this.resumeScheduled = false;
    this.defaultEncoding = options.defaultEncoding || "utf8";
    this.ranOut = false;
    this.awaitDrain = 0;
    this.readingMore = false;
    this.decoder = null;
    this.encoding = null;
    if (options.encoding) {
      this.decoder = new StringDecoder(options.encoding);
      this.encoding = options.encoding;
    }
  }
  function Readable(options) {
    if (!(this instanceof Readable)) return new Readable(options);
    this._readableState = new ReadableState(options, this);
    this.readable = true;
    if (options && typeof options.read === "function") this._read = options.read;
    EventEmitter.call(this);
  }
  Readable.prototype.push = function(chunk, encoding) {
    var state = this._readableState;
    if (!state.objectMode && typeof chunk === "string") {
      encoding = encoding || state.defaultEncoding;
      if (encoding !== state.encoding) {
        chunk = Buffer2.from(chunk, encoding);
        encoding = "";
      }
    }
    return readableAddChunk(this, state, chunk, encoding, false);
  };
  Readable.prototype.unshift = function(chunk) {
    var state = this._readableState;
    return readableAddChunk(this, state, chunk, "", true);
  };
  Readable.prototype.isPaused = function() {
    return this._readableState.flowing === false;
  };
  function readableAddChunk(stream, state, chunk, encoding, addToFront) {
    var er = chunkInvalid(state, chunk);
    if (er) {
      stream.emit("error", er);
    } else if (chunk === null) {
      state.reading = false;
      onEofChunk(stream, state);
    } else if (state.objectMode || chunk && chunk.length > 0) {
      if (state.ended && !addToFront) {
        var e = new Error("stream.push() after EOF");
        stream.emit("error", e);
      } else if (state.endEmitted && addToFront) {
        var _e = new Error("stream.unshift() after end event");
        stream.emit("error", _e);
      } else {
        var skipAdd;
        if (state.decoder && !addToFront && !encoding) {
          chunk = state.decoder.write(chunk);
          skipAdd = !state.objectMode && chunk.length === 0;
        }
        if (!addToFront) state.reading = false;
        if (!skipAdd) {
          if (state.flowing && state.length === 0 && !state.sync) {
            stream.emit("data", chunk);
            stream.read(0);
          } else {
            state.length += state.objectMode ? 1 : chunk.length;
            if (addToFront) state.buffer.unshift(chunk);
            else state.buffer.push(chunk);
            if (state.needReadable) emitReadable(stream);
          }
        }
        maybeReadMore(stream, state);
      }
    } else if (!addToFront) {
      state.reading = false;
    }
    return needMoreData(state);
  }
  function needMoreData(state) {
    return !state.ended && (state.needReadable || state.length < state.highWaterMark || state.length === 0);
  }
  Readable.prototype.setEncoding = function(enc) {
    this._readableState.decoder = new StringDecoder(enc);
    this._readableState.encoding = enc;
    return this;
  };
  var MAX_HWM = 8388608;
  function computeNewHighWaterMark(n) {
    if (n >= MAX_HWM) {
      n = MAX_HWM;
    } else {
      n--;
      n |= n >>> 1;
      n |= n >>> 2;
      n |= n >>> 4;
      n |= n >>> 8;
      n |= n >>> 16;
      n++;
    }
    return n;
  }
  function howMuchToRead(n, state) {
    if (n <= 0 || state.length === 0 && state.ended) return 0;
    if (state.objectMode) return 1;
    if (n !== n) {
      if (state.flowing && state.length) return state.buffer.head.data.length;
      else return state.length;
    }
    if (n > state.highWaterMark) state.highWaterMark = computeNewHighWaterMark(n);
    if (n <= state.length) return n;
    if (!state.ended) {
      state.needReadable = true;
      return 0;
    }
    return state.length;
  }
  Readable.prototype.read = function(n) {
    debug$3("read", n);
    n = parseInt(n, 10);
    var state = this._readableState;
    var nOrig = n;
    if (n !== 0) state.emittedReadable = false;
    if (n === 0 && state.needReadable && (state.length >= state.highWaterMark || state.ended)) {
      debug$3("read: emitReadable", state.length, state.ended);
      if (state.length === 0 && state.ended) endReadable(this);
      else emitReadable(this);
      return null;
    }
    n = howMuchToRead(n, state);
    if (n === 0 && state.ended) {
      if (state.length === 0) endReadable(this);
      return null;
    }
    var doRead = state.needReadable;
    debug$3("need readable", doRead);
    if (state.length === 0 || state.length - n < state.highWaterMark) {
      doRead = true;
      debug$3("length less than watermark", doRead);
    }
    if (state.ended || state.reading) {
      doRead = false;
      debug$3("reading or ended", doRead);
    } else if (doRead) {
      debug$3("do read");
      state.reading = true;
      state.sync = true;
      if (state.length === 0) state.needReadable = true;
      this._read(state.highWaterMark);
      state.sync = false;
      if (!state.reading) n = howMuchToRead(nOrig, state);
    }
    var ret;
    if (n > 0) ret = fromList(n, state);
    else ret = null;
    if (ret === null) {
      state.needReadable = true;
      n = 0;
    } else {
      state.length -= n;
    }
    if (state.length === 0) {
      if (!state.ended) state.needReadable = true;
      if (nOrig !== n && state.ended) endReadable(this);
    }
    if (ret !== null) this.emit("data", ret);
    return ret;
  };
  function chunkInvalid(state, chunk) {
    var er = null;
    if (!Buffer2.isBuffer(chunk) && typeof chunk !== "string" && chunk !== null && chunk !== void 0 && !state.objectMode) {
      er = new TypeError("Invalid non-string/buffer chunk");
    }
    return er;
  }
  function onEofChunk(stream, state) {
    if (state.ended) return;
    if (state.decoder) {
      var chunk = state.decoder.end();
      if (chunk && chunk.length) {
        state.buffer.push(chunk);
        state.length += state.objectMode ? 1 : chunk.length;
      }
    }
    state.ended = true;
    emitReadable(stream);
  }
  function emitReadable(stream) {
    var state = stream._readableState;
    state.needReadable = false;
    if (!state.emittedReadable) {
      debug$3("emitReadable", state.flowing);
      state.emittedReadable = true;
      if (state.sync) nextTick(emitReadable_, stream);
      else emitReadable_(stream);
    }
  }
  function emitReadable_(stream) {
    debug$3("emit readable");
    stream.emit("readable");
    flow(stream);
  }
  function maybeReadMore(stream, state) {
    if (!state.readingMore) {
      state.readingMore = true;
      nextTick(maybeReadMore_, stream, state);
    }
  }
  function maybeReadMore_(stream, state) {
    var len = state.length;
    while (!state.reading && !state.flowing && !state.ended && state.length < state.highWaterMark) {
      debug$3("maybeReadMore read 0");
      stream.read(0);
      if (len === state.length)
        break;
      else len = state.length;
    }
    state.readingMore = false;
  }
  Readable.prototype._read = function(n) {
    this.emit("error", new Error("not implemented"));
  };
  Readable.prototype.pipe = function(dest, pipeOpts) {
    var src = this;
    var state = this._readableState;
    switch (state.pipesCount) {
      case 0:
        state.pipes = dest;
        break;
      case 1:
        state.pipes = [state.pipes, dest];
        break;
      default:
        state.pipes.push(dest);
        break;
    }
    state.pipesCount += 1;
    debug$3("pipe count=%d opts=%j", state.pipesCount, pipeOpts);
    var doEnd = !pipeOpts || pipeOpts.end !== false;
    var endFn = doEnd ? onend2 : cleanup;
    if (state.endEmitted) nextTick(endFn);
    else src.once("end", endFn);
    dest.on("unpipe", onunpipe);
    function onunpipe(readable) {
      debug$3("onunpipe");
      if (readable === src) {
        cleanup();
      }
    }
    function onend2() {
      debug$3("onend");
      dest.end();
    }
    var ondrain = pipeOnDrain(src);
    dest.on("drain", ondrain);
    var cleanedUp = false;
    function cleanup() {
      debug$3("cleanup");
      dest.removeListener("close", onclose);
      dest.removeListener("finish", onfinish);
      dest.removeListener("drain", ondrain);
      dest.removeListener("error", onerror);
      dest.removeListener("unpipe", onunpipe);
      src.removeListener("end", onend2);
      src.removeListener("end", cleanup);
      src.removeListener("data", ondata);
      cleanedUp = true;
      if (state.awaitDrain && (!dest._writableState || dest._writableState.needDrain)) ondrain();
    }
    var increasedAwaitDrain = false;
    src.on("data", ondata);
    function ondata(chunk) {
      debug$3("ondata");
      increasedAwaitDrain = false;
      var ret = dest.write(chunk);
      if (false === ret && !increasedAwaitDrain) {
        if ((state.pipesCount === 1 && state.pipes === dest || state.pipesCount > 1 && indexOf(state.pipes, dest) !== -1) && !cleanedUp) {
          debug$3("false write response, pause", src._readableState.awaitDrain);
          src._readableState.awaitDrain++;
          increasedAwaitDrain = true;
        }
        src.pause();
      }
    }
    function onerror(er) {
      debug$3("onerror", er);
      unpipe();
      dest.removeListener("error", onerror);
      if (listenerCount(dest, "error") === 0) dest.emit("error", er);
    }
    prependListener(dest, "error", onerror);
    function onclose() {
      dest.removeListener("finish", onfinish);
      unpipe();
    }
    dest.once("close", onclose);
    function onfinish() {
      debug$3("onfinish");
      dest.removeListener("close", onclose);
      unpipe();
    }
    dest.once("finish", onfinish);
    function unpipe() {
      debug$3("unpipe");
      src.unpipe(dest);
    }
    dest.emit("pipe", src);
    if (!state.flowing) {
      debug$3("pipe resume");
      src.resume();
    }
    return dest;
  };
  function pipeOnDrain(src) {
    return function() {
      var state = src._readableState;
      debug$3("pipeOnDrain", state.awaitDrain);
      if (state.awaitDrain) state.awaitDrain--;
      if (state.awaitDrain === 0 && src.listeners("data").length) {
        state.flowing = true;
        flow(src);
      }
    };
  }
  Readable.prototype.unpipe = function(dest) {
    var state = this._readableState;
    if (state.pipesCount === 0) return this;
    if (state.pipesCount === 1) {
      if (dest && dest !== state.pipes) return this;
      if (!dest) dest = state.pipes;
      state.pipes = null;
      state.pipesCount = 0;
      state.flowing = false;
      if (dest) dest.emit("unpipe", this);
      return this;
    }
    if (!dest) {
      var dests = state.pipes;
      var len = state.pipesCount;
      state.pipes = null;
      state.pipesCount = 0;
      state.flowing = false;
      for (var _i = 0; _i < len; _i++) {
        dests[_i].emit("unpipe", this);
      }
      return this;
    }
    var i = indexOf(state.pipes, dest);
    if (i === -1) return this;
    state.pipes.splice(i, 1);
    state.pipesCount -= 1;
    if (state.pipesCount === 1) state.pipes = state.pipes[0];
    dest.emit("unpipe", this);
    return this;
  };
  Readable.prototype.on = function(ev, fn) {
    var res = EventEmitter.prototype.on.call(this, ev, fn);
    if (ev === "data") {
      if (this._readableState.flowing !== false) this.resume();
    } else if (ev === "readable") {
      var state = this._readableState;
      if (!state.endEmitted && !state.readableListening) {
        state.readableListening = state.needReadable = true;
        state.emittedReadable = false;
        if (!state.reading) {
          nextTick(nReadingNextTick, this);
        } else if (state.length) {
          emitReadable(this);
        }
      }
    }
    return res;
  };
  Readable.prototype.addListener = Readable.prototype.on;
  function nReadingNextTick(self2) {
    debug$3("readable nexttick read 0");
    self2.read(0);
  }
  Readable.prototype.resume = function() {
    var state = this._readableState;
    if (!state.flowing) {
      debug$3("resume");
      state.flowing = true;
      resume(this, state);
    }
    return this;
  };
  function resume(stream, state) {
    if (!state.resumeScheduled) {
      state.resumeScheduled = true;
      nextTick(resume_, stream, state);
    }
  }
  function resume_(stream, state) {
    if (!state.reading) {
      debug$3("resume read 0");
      stream.read(0);
    }
    state.resumeScheduled = false;
    state.awaitDrain = 0;
    stream.emit("resume");
    flow(stream);
    if (state.flowing && !state.reading) stream.read(0);
  }
  Readable.prototype.pause = function() {
    debug$3("call pause flowing=%j", this._readableState.flowing);
    if (false !== this._readableState.flowing) {
      debug$3("pause");
      this._readableState.flowing = false;
      this.emit("pause");
    }
    return this;
  };
  function flow(stream) {
    var state = stream._readableState;
    debug$3("flow", state.flowing);
    while (state.flowing && stream.read() !== null) {
    }
  }
  Readable.prototype.wrap = function(stream) {
    var state = this._readableState;
    var paused = false;
    var self2 = this;
    stream.on("end", function() {
      debug$3("wrapped end");
      if (state.decoder && !state.ended) {
        var chunk = state.decoder.end();
        if (chunk && chunk.length) self2.push(chunk);
      }
      self2.push(null);
    });
    stream.on("data", function(chunk) {
      debug$3("wrapped data");
      if (state.decoder) chunk = state.decoder.write(chunk);
      if (state.objectMode && (chunk === null || chunk === void 0)) return;
      else if (!state.objectMode && (!chunk || !chunk.length)) return;
      var ret = self2.push(chunk);
      if (!ret) {
        paused = true;
        stream.pause();
      }
    });
    for (var i in stream) {
      if (this[i] === void 0 && typeof stream[i] === "function") {
        this[i] = /* @__PURE__ */ (function(method2) {
          return function() {
            return stream[method2].apply(stream, arguments);
          };
        })(i);
      }
    }
    var events = ["error", "close", "destroy", "pause", "resume"];
    forEach(events, function(ev) {
      stream.on(ev, self2.emit.bind(self2, ev));
    });
    self2._read = function(n) {
      debug$3("wrapped _read", n);
      if (paused) {
        paused = false;
        stream.resume();
      }
    };
    return self2;
  };
  Readable._fromList = fromList;
  function fromList(n, state) {
    if (state.length === 0) return null;
    var ret;
    if (state.objectMode) ret = state.buffer.shift();
    else if (!n || n >= state.length) {
      if (state.decoder) ret = state.buffer.join("");
      else if (state.buffer.length === 1) ret = state.buffer.head.data;
      else ret = state.buffer.concat(state.length);
      state.buffer.clear();
    } else {
      ret = fromListPartial(n, state.buffer, state.decoder);
    }
    return ret;
  }
  function fromListPartial(n, list2, hasStrings) {
    var ret;
    if (n < list2.head.data.length) {
      ret = list2.head.data.slice(0, n);
      list2.head.data = list2.head.data.slice(n);
    } else if (n === list2.head.data.length) {
      ret = list2.shift();
    } else {
      ret = hasStrings ? copyFromBufferString(n, list2) : copyFromBuffer(n, list2);
    }
    return ret;
  }
  function copyFromBufferString(n, list2) {
    var p = list2.head;
    var c = 1;
    var ret = p.data;
    n -= ret.length;
    while (p = p.next) {
      var str = p.data;
      var nb = n > str.length ? str.length : n;
      if (nb === str.length) ret += str;
      else ret += str.slice(0, n);
      n -= nb;
      if (n === 0) {
        if (nb === str.length) {
          ++c;
          if (p.next) list2.head = p.next;
          else list2.head = list2.tail = null;
        } else {
          list2.head = p;
          p.data = str.slice(nb);
        }
        break;
      }
      ++c;
    }
    list2.length -= c;
    return ret;
  }
  function copyFromBuffer(n, list2) {
    var ret = Buffer2.allocUnsafe(n);
    var p = list2.head;
    var c = 1;
    p.data.copy(ret);
    n -= p.data.length;
    while (p = p.next) {
      var buf = p.data;
      var nb = n > buf.length ? buf.length : n;
      buf.copy(ret, ret.length - n, 0, nb);
      n -= nb;
      if (n === 0) {
        if (nb === buf.length) {
          ++c;
          if (p.next) list2.head = p.next;
          else list2.head = list2.tail = null;
        } else {
          list2.head = p;
          p.data = buf.slice(nb);
        }
        break;
      }
      ++c;
    }
    list2.length -= c;
    return ret;
  }
  function endReadable(stream) {
    var state = stream._readableState;
    if (state.length > 0) throw new Error('"endReadable()" called on non-empty stream');
    if (!state.endEmitted) {
      state.ended = true;
      nextTick(endReadableNT, state, stream);
    }
  }
  function endReadableNT(state, stream) {
    if (!state.endEmitted && state.length === 0) {
      state.endEmitted = true;
      stream.readable = false;
      stream.emit("end");
    }
  }
  function forEach(xs, f) {
    for (var i = 0, l = xs.length; i < l; i++) {
      f(xs[i], i);
    }
  }
  function indexOf(xs, x) {
    for (var i = 0, l = xs.length; i < l; i++) {
      if (xs[i] === x) return i;
    }
    return -1;
  }
  Writable.WritableState = WritableState;
  inherits(Writable, EventEmitter);
  function nop() {
  }
  function WriteReq(chunk, encoding, cb) {
    this.chunk = chunk;
    this.encoding = encoding;
    this.callback = cb;
    this.next = null;
  }
  function WritableState(options, stream) {
    Object.defineProperty(this, "buffer", {
      get: deprecate(function() {
        return this.getBuffer();
      }, "_writableState.buffer is deprecated. Use _writableState.getBuffer instead.")
    });
    options = options || {};
    this.objectMode = !!options.objectMode;
    if (stream instanceof Duplex) this.objectMode = this.objectMode || !!options.writableObjectMode;
    var hwm = options.highWaterMark;
    var defaultHwm = this.objectMode ? 16 : 16 * 1024;
    this.highWaterMark = hwm || hwm === 0 ? hwm : defaultHwm;
    this.highWaterMark = ~~this.highWaterMark;
    this.needDrain = false;
    this.ending = false;
    this.ended = false;
    this.finished = false;
    var noDecode = options.decodeStrings === false;
    this.decodeStrings = !noDecode;
    this.defaultEncoding = options.defaultEncoding || "utf8";
    this.length = 0;
    this.writing = false;
    this.corked = 0;
    this.sync = true;
    this.bufferProcessing = false;
    this.onwrite = function(er) {
      onwrite(stream, er);
    };
    this.writecb = null;
    this.writelen = 0;
    this.bufferedRequest = null;
    this.lastBufferedRequest = null;
    this.pendingcb = 0;
    this.prefinished = false;
    this.errorEmitted = false;
    this.bufferedRequestCount = 0;
    this.corkedRequestsFree = new CorkedRequest(this);
  }
  WritableState.prototype.getBuffer = function writableStateGetBuffer() {
    var current = this.bufferedRequest;
    var out = [];
    while (current) {
      out.push(current);
      current = current.next;
    }
    return out;
  };
  function Writable(options) {
    if (!(this instanceof Writable) && !(this instanceof Duplex)) return new Writable(options);
    this._writableState = new WritableState(options, this);
    this.writable = true;
    if (options) {
      if (typeof options.write === "function") this._write = options.write;
      if (typeof options.writev === "function") this._writev = options.writev;
    }
    EventEmitter.call(this);
  }
  Writable.prototype.pipe = function() {
    this.emit("error", new Error("Cannot pipe, not readable"));
  };
  function writeAfterEnd(stream, cb) {
    var er = new Error("write after end");
    stream.emit("error", er);
    nextTick(cb, er);
  }
  function validChunk(stream, state, chunk, cb) {
    var valid = true;
    var er = false;
    if (chunk === null) {
      er = new TypeError("May not write null values to stream");
    } else if (!Buffer2.isBuffer(chunk) && typeof chunk !== "string" && chunk !== void 0 && !state.objectMode) {
      er = new TypeError("Invalid non-string/buffer chunk");
    }
    if (er) {
      stream.emit("error", er);
      nextTick(cb, er);
      valid = false;
    }
    return valid;
  }
  Writable.prototype.write = function(chunk, encoding, cb) {
    var state = this._writableState;
    var ret = false;
    if (typeof encoding === "function") {
      cb = encoding;
      encoding = null;
    }
    if (Buffer2.isBuffer(chunk)) encoding = "buffer";
    else if (!encoding) encoding = state.defaultEncoding;
    if (typeof cb !== "function") cb = nop;
    if (state.ended) writeAfterEnd(this, cb);
    else if (validChunk(this, state, chunk, cb)) {
      state.pendingcb++;
      ret = writeOrBuffer(this, state, chunk, encoding, cb);
    }
    return ret;
  };
  Writable.prototype.cork = function() {
    var state = this._writableState;
    state.corked++;
  };
  Writable.prototype.uncork = function() {
    var state = this._writableState;
    if (state.corked) {
      state.corked--;
      if (!state.writing && !state.corked && !state.finished && !state.bufferProcessing && state.bufferedRequest) clearBuffer(this, state);
    }
  };
  Writable.prototype.setDefaultEncoding = function setDefaultEncoding(encoding) {
    if (typeof encoding === "string") encoding = encoding.toLowerCase();
    if (!(["hex", "utf8", "utf-8", "ascii", "binary", "base64", "ucs2", "ucs-2", "utf16le", "utf-16le", "raw"].indexOf((encoding + "").toLowerCase()) > -1)) throw new TypeError("Unknown encoding: " + encoding);
    this._writableState.defaultEncoding = encoding;
    return this;
  };
  function decodeChunk(state, chunk, encoding) {
    if (!state.objectMode && state.decodeStrings !== false && typeof chunk === "string") {
      chunk = Buffer2.from(chunk, encoding);
    }
    return chunk;
  }
  function writeOrBuffer(stream, state, chunk, encoding, cb) {
    chunk = decodeChunk(state, chunk, encoding);
    if (Buffer2.isBuffer(chunk)) encoding = "buffer";
    var len = state.objectMode ? 1 : chunk.length;
    state.length += len;
    var ret = state.length < state.highWaterMark;
    if (!ret) state.needDrain = true;
    if (state.writing || state.corked) {
      var last = state.lastBufferedRequest;
      state.lastBufferedRequest = new WriteReq(chunk, encoding, cb);
      if (last) {
        last.next = state.lastBufferedRequest;
      } else {
        state.bufferedRequest = state.lastBufferedRequest;
      }
      state.bufferedRequestCount += 1;
    } else {
      doWrite(stream, state, false, len, chunk, encoding, cb);
    }
    return ret;
  }
  function doWrite(stream, state, writev, len, chunk, encoding, cb) {
    state.writelen = len;
    state.writecb = cb;
    state.writing = true;
    state.sync = true;
    if (writev) stream._writev(chunk, state.onwrite);
    else stream._write(chunk, encoding, state.onwrite);
    state.sync = false;
  }
  function onwriteError(stream, state, sync, er, cb) {
    --state.pendingcb;
    if (sync) nextTick(cb, er);
    else cb(er);
    stream._writableState.errorEmitted = true;
    stream.emit("error", er);
  }
  function onwriteStateUpdate(state) {
    state.writing = false;
    state.writecb = null;
    state.length -= state.writelen;
    state.writelen = 0;
  }
  function onwrite(stream, er) {
    var state = stream._writableState;
    var sync = state.sync;
    var cb = state.writecb;
    onwriteStateUpdate(state);
    if (er) onwriteError(stream, state, sync, er, cb);
    else {
      var finished = needFinish(state);
      if (!finished && !state.corked && !state.bufferProcessing && state.bufferedRequest) {
        clearBuffer(stream, state);
      }
      if (sync) {
        nextTick(afterWrite, stream, state, finished, cb);
      } else {
        afterWrite(stream, state, finished, cb);
      }
    }
  }
  function afterWrite(stream, state, finished, cb) {
    if (!finished) onwriteDrain(stream, state);
    state.pendingcb--;
    cb();
    finishMaybe(stream, state);
  }
  function onwriteDrain(stream, state) {
    if (state.length === 0 && state.needDrain) {
      state.needDrain = false;
      stream.emit("drain");
    }
  }
  function clearBuffer(stream, state) {
    state.bufferProcessing = true;
    var entry = state.bufferedRequest;
    if (stream._writev && entry && entry.next) {
      var l = state.bufferedRequestCount;
      var buffer = new Array(l);
      var holder = state.corkedRequestsFree;
      holder.entry = entry;
      var count = 0;
      while (entry) {
        buffer[count] = entry;
        entry = entry.next;
        count += 1;
      }
      doWrite(stream, state, true, state.length, buffer, "", holder.finish);
      state.pendingcb++;
      state.lastBufferedRequest = null;
      if (holder.next) {
        state.corkedRequestsFree = holder.next;
        holder.next = null;
      } else {
        state.corkedRequestsFree = new CorkedRequest(state);
      }
    } else {
      while (entry) {
        var chunk = entry.chunk;
        var encoding = entry.encoding;
        var cb = entry.callback;
        var len = state.objectMode ? 1 : chunk.length;
        doWrite(stream, state, false, len, chunk, encoding, cb);
        entry = entry.next;
        if (state.writing) {
          break;
        }
      }
      if (entry === null) state.lastBufferedRequest = null;
    }
    state.bufferedRequestCount = 0;
    state.bufferedRequest = entry;
    state.bufferProcessing = false;
  }
  Writable.prototype._write = function(chunk, encoding, cb) {
    cb(new Error("not implemented"));
  };
  Writable.prototype._writev = null;
  Writable.prototype.end = function(chunk, encoding, cb) {
    var state = this._writableState;
    if (typeof chunk === "function") {
      cb = chunk;
      chunk = null;
      encoding = null;
    } else if (typeof encoding === "function") {
      cb = encoding;
      encoding = null;
    }
    if (chunk !== null && chunk !== void 0) this.write(chunk, encoding);
    if (state.corked) {
      state.corked = 1;
      this.uncork();
    }
    if (!state.ending && !state.finished) endWritable(this, state, cb);
  };
  function needFinish(state) {
    return state.ending && state.length === 0 && state.bufferedRequest === null && !state.finished && !state.writing;
  }
  function prefinish(stream, state) {
    if (!state.prefinished) {
      state.prefinished = true;
      stream.emit("prefinish");
    }
  }
  function finishMaybe(stream, state) {
    var need = needFinish(state);
    if (need) {
      if (state.pendingcb === 0) {
        prefinish(stream, state);
        state.finished = true;
        stream.emit("finish");
      } else {
        prefinish(stream, state);
      }
    }
    return need;
  }
  function endWritable(stream, state, cb) {
    state.ending = true;
    finishMaybe(stream, state);
    if (cb) {
      if (state.finished) nextTick(cb);
      else stream.once("finish", cb);
    }
    state.ended = true;
    stream.writable = false;
  }
  function CorkedRequest(state) {
    var _this = this;
    this.next = null;
    this.entry = null;
    this.finish = function(err) {
      var entry = _this.entry;
      _this.entry = null;
      while (entry) {
        var cb = entry.callback;
        state.pendingcb--;
        cb(err);
        entry = entry.next;
      }
      if (state.corkedRequestsFree) {
        state.corkedRequestsFree.next = _this;
      } else {
        state.corkedRequestsFree = _this;
      }
    };
  }
  inherits(Duplex, Readable);
  var keys = Object.keys(Writable.prototype);
  for (var v = 0; v < keys.length; v++) {
    var method = keys[v];
    if (!Duplex.prototype[method]) Duplex.prototype[method] = Writable.prototype[method];
  }
  function Duplex(options) {
    if (!(this instanceof Duplex)) return new Duplex(options);
    Readable.call(this, options);
    Writable.call(this, options);
    if (options && options.readable === false) this.readable = false;
    if (options && options.writable === false) this.writable = false;
    this.allowHalfOpen = true;
    if (options && options.allowHalfOpen === false) this.allowHalfOpen = false;
    this.once("end", onend);
  }
  function onend() {
    if (this.allowHalfOpen || this._writableState.ended) return;
    nextTick(onEndNT, this);
  }
  function onEndNT(self2) {
    self2.end();
  }
  inherits(Transform, Duplex);
  function TransformState(stream) {
    this.afterTransform = function(er, data) {
      return afterTransform(stream, er, data);
    };
    this.needTransform = false;
    this.transforming = false;
    this.writecb = null;
    this.writechunk = null;
    this.writeencoding = null;
  }
  function afterTransform(stream, er, data) {
    var ts = stream._transformState;
    ts.transforming = false;
    var cb = ts.writecb;
    if (!cb) return stream.emit("error", new Error("no writecb in Transform class"));
    ts.writechunk = null;
    ts.writecb = null;
    if (data !== null && data !== void 0) stream.push(data);
    cb(er);
    var rs = stream._readableState;
    rs.reading = false;
    if (rs.needReadable || rs.length < rs.highWaterMark) {
      stream._read(rs.highWaterMark);
    }
  }
  function Transform(options) {
    if (!(this instanceof Transform)) return new Transform(options);
    Duplex.call(this, options);
    this._transformState = new TransformState(this);
    var stream = this;
    this._readableState.needReadable = true;
    this._readableState.sync = false;
    if (options) {
      if (typeof options.transform === "function") this._transform = options.transform;
      if (typeof options.flush === "function") this._flush = options.flush;
    }
    this.once("prefinish", function() {
      if (typeof this._flush === "function") this._flush(function(er) {
        done(stream, er);
      });
      else done(stream);
    });
  }
  Transform.prototype.push = function(chunk, encoding) {
    this._transformState.needTransform = false;
    return Duplex.prototype.push.call(this, chunk, encoding);
  };
  Transform.prototype._transform = function(chunk, encoding, cb) {
    throw new Error("Not implemented");
  };
  Transform.prototype._write = function(chunk, encoding, cb) {
    var ts = this._transformState;
    ts.writecb = cb;
    ts.writechunk = chunk;
    ts.writeencoding = encoding;
    if (!ts.transforming) {
      var rs = this._readableState;
      if (ts.needTransform || rs.needReadable || rs.length < rs.highWaterMark) this._read(rs.highWaterMark);
    }
  };
  Transform.prototype._read = function(n) {
    var ts = this._transformState;
    if (ts.writechunk !== null && ts.writecb && !ts.transforming) {
      ts.transforming = true;
      this._transform(ts.writechunk, ts.writeencoding, ts.afterTransform);
    } else {
      ts.needTransform = true;
    }
  };
  function done(stream, er) {
    if (er) return stream.emit("error", er);
    var ws = stream._writableState;
    var ts = stream._transformState;
    if (ws.length) throw new Error("Calling transform done when ws.length != 0");
    if (ts.transforming) throw new Error("Calling transform done when still transforming");
    return stream.push(null);
  }
  inherits(PassThrough, Transform);
  function PassThrough(options) {
    if (!(this instanceof PassThrough)) return new PassThrough(options);
    Transform.call(this, options);
  }
  PassThrough.prototype._transform = function(chunk, encoding, cb) {
    cb(null, chunk);
  };
  inherits(Stream, EventEmitter);
  Stream.Readable = Readable;
  Stream.Writable = Writable;
  Stream.Duplex = Duplex;
  Stream.Transform = Transform;
  Stream.PassThrough = PassThrough;
  Stream.Stream = Stream;
  function Stream() {
    EventEmitter.call(this);
  }
  Stream.prototype.pipe = function(dest, options) {
    var source = this;
    function ondata(chunk) {
      if (dest.writable) {
        if (false === dest.write(chunk) && source.pause) {
          source.pause();
        }
      }
    }
    source.on("data", ondata);
    function ondrain() {
      if (source.readable && source.resume) {
        source.resume();
      }
    }
    dest.on("drain", ondrain);
    if (!dest._isStdio && (!options || options.end !== false)) {
      source.on("end", onend2);
      source.on("close", onclose);
    }
    var didOnEnd = false;
    function onend2() {
      if (didOnEnd) return;
      didOnEnd = true;
      dest.end();
    }
    function onclose() {
      if (didOnEnd) return;
      didOnEnd = true;
      if (typeof dest.destroy === "function") dest.destroy();
    }
    function onerror(er) {
      cleanup();
      if (EventEmitter.listenerCount(this, "error") === 0) {
        throw er;
      }
    }
    source.on("error", onerror);
    dest.on("error", onerror);
    function cleanup() {
      source.removeListener("data", ondata);
      dest.removeListener("drain", ondrain);
      source.removeListener("end", onend2);
      source.removeListener("close", onclose);
      source.removeListener("error", onerror);
      dest.removeListener("error", onerror);
      source.removeListener("end", cleanup);
      source.removeListener("close", cleanup);
      dest.removeListener("close", cleanup);
    }
    source.on("end", cleanup);
    source.on("close", cleanup);
    dest.on("close", cleanup);
    dest.emit("pipe", source);
    return dest;
  };
  var _polyfillNode_stream = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    Duplex,
    PassThrough,
    Readable,
    Stream,
    Transform,
    Writable,
    default: Stream
  });
  var require$$0$2 = /* @__PURE__ */ getAugmentedNamespace(_polyfillNode_stream);
  var require$$1$2 = /* @__PURE__ */ getAugmentedNamespace(_polyfillNode_util);
  var browserStdout;
  var hasRequiredBrowserStdout;
  function requireBrowserStdout() {
    if (hasRequiredBrowserStdout) return browserStdout;
    hasRequiredBrowserStdout = 1;
    var WritableStream = require$$0$2.Writable;
    var inherits2 = require$$1$2.inherits;
    browserStdout = BrowserStdout2;
    inherits2(BrowserStdout2, WritableStream);
    function BrowserStdout2(opts) {
      if (!(this instanceof BrowserStdout2)) return new BrowserStdout2(opts);
      opts = opts || {};
      WritableStream.call(this, opts);
      this.label = opts.label !== void 0 ? opts.label : "stdout";
    }
    BrowserStdout2.prototype._write = function(chunks, encoding, cb) {
      var output = chunks.toString ? chunks.toString() : chunks;
      if (this.label === false) {
        console.log(output);
      } else {
        console.log(this.label + ":", output);
      }
      browser$1$1.nextTick(cb);
    };
    return browserStdout;
  }
  var browserStdoutExports = requireBrowserStdout();
  var BrowserStdout = /* @__PURE__ */ getDefaultExportFromCjs(browserStdoutExports);
  function parseQuery(qs) {
    return qs.replace("?", "").split("&").reduce(function(obj, pair) {
      var i = pair.indexOf("=");
      var key = pair.slice(0, i);
      var val = pair.slice(i + 1);
      obj[key] = decodeURIComponent(val.replace(/\+/g, "%20"));
      return obj;
    }, {});
  }
  function highlight(js) {
    return js.replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\/\/(.*)/gm, '<span class="comment">//$1</span>').replace(/('.*?')/gm, '<span class="string">$1</span>').replace(/(\d+\.\d+)/gm, '<span class="number">$1</span>').replace(/(\d+)/gm, '<span class="number">$1</span>').replace(
      /\bnew[ \t]+(\w+)/gm,
      '<span class="keyword">new</span> <span class="init">$1</span>'
    ).replace(
      /\b(function|new|throw|return|var|if|else)\b/gm,
      '<span class="keyword">$1</span>'
    );
  }
  function highlightTags(name) {
    var code = document.getElementById("mocha").getElementsByTagName(name);
    for (var i = 0, len = code.length; i < len; ++i) {
      code[i].innerHTML = highlight(code[i].innerHTML);
    }
  }
  function commonjsRequire(path2) {
    throw new Error('Could not dynamically require "' + path2 + '". Please configure the dynamicRequireTargets or/and ignoreDynamicRequires option of @rollup/plugin-commonjs appropriately for this require call to work.');
  }
  var mocha$1 = { exports: {} };
  function escapeRegExp(value) {
    return value.replaceAll(/[|\\{}()[\]^$+*?.]/g, "\\$&").replaceAll("-", "\\x2d");
  }
  var regexp = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    escapeRegExp
  });
  var require$$0$1 = /* @__PURE__ */ getAugmentedNamespace(regexp);
  function normalizeArray(parts, allowAboveRoot) {
    var up = 0;
    for (var i = parts.length - 1; i >= 0; i--) {
      var last = parts[i];
      if (last === ".") {
        parts.splice(i, 1);
      } else if (last === "..") {
        parts.splice(i, 1);
        up++;
      } else if (up) {
        parts.splice(i, 1);
        up--;
      }
    }
    if (allowAboveRoot) {
      for (; up--; up) {
        parts.unshift("..");
      }
    }
    return parts;
  }
  var splitPathRe = /^(\/?|)([\s\S]*?)((?:\.{1,2}|[^\/]+?|)(\.[^.\/]*|))(?:[\/]*)$/;
  var splitPath = function(filename) {
    return splitPathRe.exec(filename).slice(1);
  };
  function resolve() {
    var resolvedPath = "", resolvedAbsolute = false;
    for (var i = arguments.length - 1; i >= -1 && !resolvedAbsolute; i--) {
      var path2 = i >= 0 ? arguments[i] : "/";
      if (typeof path2 !== "string") {
        throw new TypeError("Arguments to path.resolve must be strings");
      } else if (!path2) {
        continue;
      }
      resolvedPath = path2 + "/" + resolvedPath;
      resolvedAbsolute = path2.charAt(0) === "/";
    }
    resolvedPath = normalizeArray(filter(resolvedPath.split("/"), function(p) {
      return !!p;
    }), !resolvedAbsolute).join("/");
    return (resolvedAbsolute ? "/" : "") + resolvedPath || ".";
  }
  function normalize(path2) {
    var isPathAbsolute = isAbsolute(path2), trailingSlash = substr(path2, -1) === "/";
    path2 = normalizeArray(filter(path2.split("/"), function(p) {
      return !!p;
    }), !isPathAbsolute).join("/");
    if (!path2 && !isPathAbsolute) {
      path2 = ".";
    }
    if (path2 && trailingSlash) {
      path2 += "/";
    }
    return (isPathAbsolute ? "/" : "") + path2;
  }
  function isAbsolute(path2) {
    return path2.charAt(0) === "/";
  }
  function join() {
    var paths = Array.prototype.slice.call(arguments, 0);
    return normalize(filter(paths, function(p, index) {
      if (typeof p !== "string") {
        throw new TypeError("Arguments to path.join must be strings");
      }
      return p;
    }).join("/"));
  }
  function relative(from2, to) {
    from2 = resolve(from2).substr(1);
    to = resolve(to).substr(1);
    function trim(arr) {
      var start = 0;
      for (; start < arr.length; start++) {
        if (arr[start] !== "") break;
      }
      var end = arr.length - 1;
      for (; end >= 0; end--) {
        if (arr[end] !== "") break;
      }
      if (start > end) return [];
      return arr.slice(start, end - start + 1);
    }
    var fromParts = trim(from2.split("/"));
    var toParts = trim(to.split("/"));
    var length = Math.min(fromParts.length, toParts.length);
    var samePartsLength = length;
    for (var i = 0; i < length; i++) {
      if (fromParts[i] !== toParts[i]) {
        samePartsLength = i;
        break;
      }
    }
    var outputParts = [];
    for (var i = samePartsLength; i < fromParts.length; i++) {
      outputParts.push("..");
    }
    outputParts = outputParts.concat(toParts.slice(samePartsLength));
    return outputParts.join("/");
  }
  var sep = "/";
  var delimiter = ":";
  function dirname(path2) {
    var result = splitPath(path2), root = result[0], dir = result[1];
    if (!root && !dir) {
      return ".";
    }
    if (dir) {
      dir = dir.substr(0, dir.length - 1);
    }
    return root + dir;
  }
  function basename(path2, ext) {
    var f = splitPath(path2)[2];
    if (ext && f.substr(-1 * ext.length) === ext) {
      f = f.substr(0, f.length - ext.length);
    }
    return f;
  }
  function extname(path2) {
    return splitPath(path2)[3];
  }
  var path = {
    extname,
    basename,
    dirname,
    sep,
    delimiter,
    relative,
    join,
    isAbsolute,
    normalize,
    resolve
  };
  function filter(xs, f) {
    if (xs.filter) return xs.filter(f);
    var res = [];
    for (var i = 0; i < xs.length; i++) {
      if (f(xs[i], i, xs)) res.push(xs[i]);
    }
    return res;
  }
  var substr = "ab".substr(-1) === "b" ? function(str, start, len) {
    return str.substr(start, len);
  } : function(str, start, len) {
    if (start < 0) start = str.length + start;
    return str.substr(start, len);
  };
  var _polyfillNode_path = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    basename,
    default: path,
    delimiter,
    dirname,
    extname,
    isAbsolute,
    join,
    normalize,
    relative,
    resolve,
    sep
  });
  var require$$1$1 = /* @__PURE__ */ getAugmentedNamespace(_polyfillNode_path);
  var reporters = {};
  class Diff {
    diff(oldStr, newStr, options = {}) {
      let callback;
      if (typeof options === "function") {
        callback = options;
        options = {};
      } else if ("callback" in options) {
        callback = options.callback;
      }
      const oldString = this.castInput(oldStr, options);
      const newString = this.castInput(newStr, options);
      const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
      const newTokens = this.removeEmpty(this.tokenize(newString, options));
      return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
    }
    diffWithOptionsObj(oldTokens, newTokens, options, callback) {
      var _a;
      const done2 = (value) => {
        value = this.postProcess(value, options);
        if (callback) {
          setTimeout(function() {
            callback(value);
          }, 0);
          return void 0;
        } else {
          return value;
        }
      };
      const newLen = newTokens.length, oldLen = oldTokens.length;
      let editLength = 1;
      let maxEditLength = newLen + oldLen;
      if (options.maxEditLength != null) {
        maxEditLength = Math.min(maxEditLength, options.maxEditLength);
      }
      const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
      const abortAfterTimestamp = Date.now() + maxExecutionTime;
      const bestPath = [{ oldPos: -1, lastComponent: void 0 }];
      let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
      if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
        return done2(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
      }
      let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
      const execEditLength = () => {
        for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
          let basePath;
          const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
          if (removePath) {
            bestPath[diagonalPath - 1] = void 0;
          }
          let canAdd = false;
          if (addPath) {
            const addPathNewPos = addPath.oldPos - diagonalPath;
            canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
          }
          const canRemove = removePath && removePath.oldPos + 1 < oldLen;
          if (!canAdd && !canRemove) {
            bestPath[diagonalPath] = void 0;
            continue;
          }
          if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) {
            basePath = this.addToPath(addPath, true, false, 0, options);
          } else {
            basePath = this.addToPath(removePath, false, true, 1, options);
          }
          newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
          if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
            return done2(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
          } else {
            bestPath[diagonalPath] = basePath;
            if (basePath.oldPos + 1 >= oldLen) {
              maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
            }
            if (newPos + 1 >= newLen) {
              minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
            }
          }
        }
        editLength++;
      };
      if (callback) {
        (function exec() {
          setTimeout(function() {
            if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
              return callback(void 0);
            }
            if (!execEditLength()) {
              exec();
            }
          }, 0);
        })();
      } else {
        while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
          const ret = execEditLength();
          if (ret) {
            return ret;
          }
        }
      }
    }
    addToPath(path2, added, removed, oldPosInc, options) {
      const last = path2.lastComponent;
      if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
        return {
          oldPos: path2.oldPos + oldPosInc,
          lastComponent: { count: last.count + 1, added, removed, previousComponent: last.previousComponent }
        };
      } else {
        return {
          oldPos: path2.oldPos + oldPosInc,
          lastComponent: { count: 1, added, removed, previousComponent: last }
        };
      }
    }
    extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
      const newLen = newTokens.length, oldLen = oldTokens.length;
      let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
      while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
        newPos++;
        oldPos++;
        commonCount++;
        if (options.oneChangePerToken) {
          basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
        }
      }
      if (commonCount && !options.oneChangePerToken) {
        basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
      }
      basePath.oldPos = oldPos;
      return newPos;
    }
    equals(left, right, options) {
      if (options.comparator) {
        return options.comparator(left, right);
      } else {
        return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
      }
    }
    removeEmpty(array) {
      const ret = [];
      for (let i = 0; i < array.length; i++) {
        if (array[i]) {
          ret.push(array[i]);
        }
      }
      return ret;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    castInput(value, options) {
      return value;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    tokenize(value, options) {
      return Array.from(value);
    }
    join(chars) {
      return chars.join("");
    }
    postProcess(changeObjects, options) {
      return changeObjects;
    }
    get useLongestToken() {
      return false;
    }
    buildValues(lastComponent, newTokens, oldTokens) {
      const components = [];
      let nextComponent;
      while (lastComponent) {
        components.push(lastComponent);
        nextComponent = lastComponent.previousComponent;
        delete lastComponent.previousComponent;
        lastComponent = nextComponent;
      }
      components.reverse();
      const componentLen = components.length;
      let componentPos = 0, newPos = 0, oldPos = 0;
      for (; componentPos < componentLen; componentPos++) {
        const component = components[componentPos];
        if (!component.removed) {
          if (!component.added && this.useLongestToken) {
            let value = newTokens.slice(newPos, newPos + component.count);
            value = value.map(function(value2, i) {
              const oldValue = oldTokens[oldPos + i];
              return oldValue.length > value2.length ? oldValue : value2;
            });
            component.value = this.join(value);
          } else {
            component.value = this.join(newTokens.slice(newPos, newPos + component.count));
          }
          newPos += component.count;
          if (!component.added) {
            oldPos += component.count;
          }
        } else {
          component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
          oldPos += component.count;
        }
      }
      return components;
    }
  }
  const extendedWordChars = "a-zA-Z0-9_\\u{AD}\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2C6}\\u{2C8}-\\u{2D7}\\u{2DE}-\\u{2FF}\\u{1E00}-\\u{1EFF}";
  class WordsWithSpaceDiff extends Diff {
    tokenize(value) {
      const regex = new RegExp(`(\\r?\\n)|[${extendedWordChars}]+|[^\\S\\n\\r]+|[^${extendedWordChars}]`, "ug");
      return value.match(regex) || [];
    }
  }
  const wordsWithSpaceDiff = new WordsWithSpaceDiff();
  function diffWordsWithSpace(oldStr, newStr, options) {
    return wordsWithSpaceDiff.diff(oldStr, newStr, options);
  }
  class LineDiff extends Diff {
    constructor() {
      super(...arguments);
      this.tokenize = tokenize;
    }
    equals(left, right, options) {
      if (options.ignoreWhitespace) {
        if (!options.newlineIsToken || !left.includes("\n")) {
          left = left.trim();
        }
        if (!options.newlineIsToken || !right.includes("\n")) {
          right = right.trim();
        }
      } else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
        if (left.endsWith("\n")) {
          left = left.slice(0, -1);
        }
        if (right.endsWith("\n")) {
          right = right.slice(0, -1);
        }
      }
      return super.equals(left, right, options);
    }
  }
  const lineDiff = new LineDiff();
  function diffLines(oldStr, newStr, options) {
    return lineDiff.diff(oldStr, newStr, options);
  }
  function tokenize(value, options) {
    if (options.stripTrailingCr) {
      value = value.replace(/\r\n/g, "\n");
    }
    const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
    if (!linesAndNewlines[linesAndNewlines.length - 1]) {
      linesAndNewlines.pop();
    }
    for (let i = 0; i < linesAndNewlines.length; i++) {
      const line = linesAndNewlines[i];
      if (i % 2 && !options.newlineIsToken) {
        retLines[retLines.length - 1] += line;
      } else {
        retLines.push(line);
      }
    }
    return retLines;
  }
  function needsQuoting(s) {
    for (let i = 0; i < s.length; i++) {
      if (s[i] < " " || s[i] > "~" || s[i] === '"' || s[i] === "\\") {
        return true;
      }
    }
    return false;
  }
  function quoteFileNameIfNeeded(s) {
    if (!needsQuoting(s)) {
      return s;
    }
    let result = '"';
    const bytes = new TextEncoder().encode(s);
    let i = 0;
    while (i < bytes.length) {
      const b = bytes[i];
      if (b === 7) {
        result += "\\a";
      } else if (b === 8) {
        result += "\\b";
      } else if (b === 9) {
        result += "\\t";
      } else if (b === 10) {
        result += "\\n";
      } else if (b === 11) {
        result += "\\v";
      } else if (b === 12) {
        result += "\\f";
      } else if (b === 13) {
        result += "\\r";
      } else if (b === 34) {
        result += '\\"';
      } else if (b === 92) {
        result += "\\\\";
      } else if (b >= 32 && b <= 126) {
        result += String.fromCharCode(b);
      } else {
        result += "\\" + b.toString(8).padStart(3, "0");
      }
      i++;
    }
    result += '"';
    return result;
  }
  const INCLUDE_HEADERS = {
    includeIndex: true,
    includeUnderline: true,
    includeFileHeaders: true
  };
  function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
    let optionsObj;
    {
      optionsObj = {};
    }
    if (typeof optionsObj.context === "undefined") {
      optionsObj.context = 4;
    }
    const context2 = optionsObj.context;
    if (optionsObj.newlineIsToken) {
      throw new Error("newlineIsToken may not be used with patch-generation functions, only with diffing functions");
    }
    if (!optionsObj.callback) {
      return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
    } else {
      const { callback } = optionsObj;
      diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff2) => {
        const patch = diffLinesResultToPatch(diff2);
        callback(patch);
      } }));
    }
    function diffLinesResultToPatch(diff2) {
      if (!diff2) {
        return;
      }
      diff2.push({ value: "", lines: [] });
      function contextLines(lines) {
        return lines.map(function(entry) {
          return " " + entry;
        });
      }
      const hunks = [];
      let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
      for (let i = 0; i < diff2.length; i++) {
        const current = diff2[i], lines = current.lines || splitLines(current.value);
        current.lines = lines;
        if (current.added || current.removed) {
          if (!oldRangeStart) {
            const prev = diff2[i - 1];
            oldRangeStart = oldLine;
            newRangeStart = newLine;
            if (prev) {
              curRange = context2 > 0 ? contextLines(prev.lines.slice(-context2)) : [];
              oldRangeStart -= curRange.length;
              newRangeStart -= curRange.length;
            }
          }
          for (const line of lines) {
            curRange.push((current.added ? "+" : "-") + line);
          }
          if (current.added) {
            newLine += lines.length;
          } else {
            oldLine += lines.length;
          }
        } else {
          if (oldRangeStart) {
            if (lines.length <= context2 * 2 && i < diff2.length - 2) {
              for (const line of contextLines(lines)) {
                curRange.push(line);
              }
            } else {
              const contextSize = Math.min(lines.length, context2);
              for (const line of contextLines(lines.slice(0, contextSize))) {
                curRange.push(line);
              }
              const hunk = {
                oldStart: oldRangeStart,
                oldLines: oldLine - oldRangeStart + contextSize,
                newStart: newRangeStart,
                newLines: newLine - newRangeStart + contextSize,
                lines: curRange
              };
              hunks.push(hunk);
              oldRangeStart = 0;
              newRangeStart = 0;
              curRange = [];
            }
          }
          oldLine += lines.length;
          newLine += lines.length;
        }
      }
      for (const hunk of hunks) {
        for (let i = 0; i < hunk.lines.length; i++) {
          if (hunk.lines[i].endsWith("\n")) {
            hunk.lines[i] = hunk.lines[i].slice(0, -1);
          } else {
            hunk.lines.splice(i + 1, 0, "\\ No newline at end of file");
            i++;
          }
        }
      }
      return {
        oldFileName,
        newFileName,
        oldHeader,
        newHeader,
        hunks
      };
    }
  }
  function formatPatch(patch, headerOptions) {
    var _a, _b, _c, _d, _e, _f;
    if (!headerOptions) {
      headerOptions = INCLUDE_HEADERS;
    }
    if (Array.isArray(patch)) {
      if (patch.length > 1 && !headerOptions.includeFileHeaders && !patch.every((p) => p.isGit)) {
        throw new Error("Cannot omit file headers on a multi-file patch. (The result would be unparseable; how would a tool trying to apply the patch know which changes are to which file?)");
      }
      return patch.map((p) => formatPatch(p, headerOptions)).join("\n");
    }
    const ret = [];
    if (patch.isGit) {
      headerOptions = INCLUDE_HEADERS;
      if (!patch.oldFileName) {
        throw new Error("oldFileName must be specified for Git patches");
      }
      if (!patch.newFileName) {
        throw new Error("newFileName must be specified for Git patches");
      }
      let gitOldName = patch.oldFileName;
      let gitNewName = patch.newFileName;
      if (patch.isCreate && gitOldName === "/dev/null") {
        gitOldName = gitNewName.replace(/^b\//, "a/");
      } else if (patch.isDelete && gitNewName === "/dev/null") {
        gitNewName = gitOldName.replace(/^a\//, "b/");
      }
      ret.push("diff --git " + quoteFileNameIfNeeded(gitOldName) + " " + quoteFileNameIfNeeded(gitNewName));
      if (patch.isDelete) {
        ret.push("deleted file mode " + ((_a = patch.oldMode) !== null && _a !== void 0 ? _a : "100644"));
      }
      if (patch.isCreate) {
        ret.push("new file mode " + ((_b = patch.newMode) !== null && _b !== void 0 ? _b : "100644"));
      }
      if (patch.oldMode && patch.newMode && !patch.isDelete && !patch.isCreate) {
        ret.push("old mode " + patch.oldMode);
        ret.push("new mode " + patch.newMode);
      }
      if (patch.isRename) {
        ret.push("rename from " + quoteFileNameIfNeeded(((_c = patch.oldFileName) !== null && _c !== void 0 ? _c : "").replace(/^a\//, "")));
        ret.push("rename to " + quoteFileNameIfNeeded(((_d = patch.newFileName) !== null && _d !== void 0 ? _d : "").replace(/^b\//, "")));
      }
      if (patch.isCopy) {
        ret.push("copy from " + quoteFileNameIfNeeded(((_e = patch.oldFileName) !== null && _e !== void 0 ? _e : "").replace(/^a\//, "")));
        ret.push("copy to " + quoteFileNameIfNeeded(((_f = patch.newFileName) !== null && _f !== void 0 ? _f : "").replace(/^b\//, "")));
      }
    } else {
      if (headerOptions.includeIndex && patch.oldFileName == patch.newFileName && patch.oldFileName !== void 0) {
        ret.push("Index: " + patch.oldFileName);
      }
      if (headerOptions.includeUnderline) {
        ret.push("===================================================================");
      }
    }
    const hasHunks = patch.hunks.length > 0;
    if (headerOptions.includeFileHeaders && patch.oldFileName !== void 0 && patch.newFileName !== void 0 && (!patch.isGit || hasHunks)) {
      ret.push("--- " + quoteFileNameIfNeeded(patch.oldFileName) + (patch.oldHeader ? "	" + patch.oldHeader : ""));
      ret.push("+++ " + quoteFileNameIfNeeded(patch.newFileName) + (patch.newHeader ? "	" + patch.newHeader : ""));
    }
    for (let i = 0; i < patch.hunks.length; i++) {
      const hunk = patch.hunks[i];
      const oldStart = hunk.oldLines === 0 ? hunk.oldStart - 1 : hunk.oldStart;
      const newStart = hunk.newLines === 0 ? hunk.newStart - 1 : hunk.newStart;
      ret.push("@@ -" + oldStart + "," + hunk.oldLines + " +" + newStart + "," + hunk.newLines + " @@");
      for (const line of hunk.lines) {
        ret.push(line);
      }
    }
    return ret.join("\n") + "\n";
  }
  function createTwoFilesPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
    {
      const patchObj = structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader);
      if (!patchObj) {
        return;
      }
      return formatPatch(patchObj, void 0);
    }
  }
  function createPatch(fileName, oldStr, newStr, oldHeader, newHeader, options) {
    return createTwoFilesPatch(fileName, fileName, oldStr, newStr, oldHeader, newHeader);
  }
  function splitLines(text2) {
    const hasTrailingNl = text2.endsWith("\n");
    const result = text2.split("\n").map((line) => line + "\n");
    if (hasTrailingNl) {
      result.pop();
    } else {
      result.push(result.pop().slice(0, -1));
    }
    return result;
  }
  var ms$1;
  var hasRequiredMs;
  function requireMs() {
    if (hasRequiredMs) return ms$1;
    hasRequiredMs = 1;
    var s = 1e3;
    var m = s * 60;
    var h = m * 60;
    var d = h * 24;
    var w = d * 7;
    var y = d * 365.25;
    ms$1 = function(val, options) {
      options = options || {};
      var type = typeof val;
      if (type === "string" && val.length > 0) {
        return parse(val);
      } else if (type === "number" && isFinite(val)) {
        return options.long ? fmtLong(val) : fmtShort(val);
      }
      throw new Error(
        "val is not a non-empty string or a valid number. val=" + JSON.stringify(val)
      );
    };
    function parse(str) {
      str = String(str);
      if (str.length > 100) {
        return;
      }
      var match = /^(-?(?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)?$/i.exec(
        str
      );
      if (!match) {
        return;
      }
      var n = parseFloat(match[1]);
      var type = (match[2] || "ms").toLowerCase();
      switch (type) {
        case "years":
        case "year":
        case "yrs":
        case "yr":
        case "y":
          return n * y;
        case "weeks":
        case "week":
        case "w":
          return n * w;
        case "days":
        case "day":
        case "d":
          return n * d;
        case "hours":
        case "hour":
        case "hrs":
        case "hr":
        case "h":
          return n * h;
        case "minutes":
        case "minute":
        case "mins":
        case "min":
        case "m":
          return n * m;
        case "seconds":
        case "second":
        case "secs":
        case "sec":
        case "s":
          return n * s;
        case "milliseconds":
        case "millisecond":
        case "msecs":
        case "msec":
        case "ms":
          return n;
        default:
          return void 0;
      }
    }
    function fmtShort(ms2) {
      var msAbs = Math.abs(ms2);
      if (msAbs >= d) {
        return Math.round(ms2 / d) + "d";
      }
      if (msAbs >= h) {
        return Math.round(ms2 / h) + "h";
      }
      if (msAbs >= m) {
        return Math.round(ms2 / m) + "m";
      }
      if (msAbs >= s) {
        return Math.round(ms2 / s) + "s";
      }
      return ms2 + "ms";
    }
    function fmtLong(ms2) {
      var msAbs = Math.abs(ms2);
      if (msAbs >= d) {
        return plural(ms2, msAbs, d, "day");
      }
      if (msAbs >= h) {
        return plural(ms2, msAbs, h, "hour");
      }
      if (msAbs >= m) {
        return plural(ms2, msAbs, m, "minute");
      }
      if (msAbs >= s) {
        return plural(ms2, msAbs, s, "second");
      }
      return ms2 + " ms";
    }
    function plural(ms2, msAbs, n, name) {
      var isPlural = msAbs >= n * 1.5;
      return Math.round(ms2 / n) + " " + name + (isPlural ? "s" : "");
    }
    return ms$1;
  }
  var msExports = requireMs();
  var ms = /* @__PURE__ */ getDefaultExportFromCjs(msExports);
  var utils$1 = {};
  var picocolors_browser = { exports: {} };
  var hasRequiredPicocolors_browser;
  function requirePicocolors_browser() {
    if (hasRequiredPicocolors_browser) return picocolors_browser.exports;
    hasRequiredPicocolors_browser = 1;
    var x = String;
    var create = function() {
      return { isColorSupported: false, reset: x, bold: x, dim: x, italic: x, underline: x, inverse: x, hidden: x, strikethrough: x, black: x, red: x, green: x, yellow: x, blue: x, magenta: x, cyan: x, white: x, gray: x, bgBlack: x, bgRed: x, bgGreen: x, bgYellow: x, bgBlue: x, bgMagenta: x, bgCyan: x, bgWhite: x, blackBright: x, redBright: x, greenBright: x, yellowBright: x, blueBright: x, magentaBright: x, cyanBright: x, whiteBright: x, bgBlackBright: x, bgRedBright: x, bgGreenBright: x, bgYellowBright: x, bgBlueBright: x, bgMagentaBright: x, bgCyanBright: x, bgWhiteBright: x };
    };
    picocolors_browser.exports = create();
    picocolors_browser.exports.createColors = create;
    return picocolors_browser.exports;
  }
  var isUnicodeSupported;
  var hasRequiredIsUnicodeSupported;
  function requireIsUnicodeSupported() {
    if (hasRequiredIsUnicodeSupported) return isUnicodeSupported;
    hasRequiredIsUnicodeSupported = 1;
    isUnicodeSupported = () => {
      if (browser$1$1.platform !== "win32") {
        return true;
      }
      return Boolean(browser$1$1.env.CI) || Boolean(browser$1$1.env.WT_SESSION) || // Windows Terminal
      browser$1$1.env.TERM_PROGRAM === "vscode" || browser$1$1.env.TERM === "xterm-256color" || browser$1$1.env.TERM === "alacritty";
    };
    return isUnicodeSupported;
  }
  var hasRequiredUtils;
  function requireUtils() {
    if (hasRequiredUtils) return utils$1;
    hasRequiredUtils = 1;
    (function(exports2) {
      var path2 = require$$1$1;
      var pc = /* @__PURE__ */ requirePicocolors_browser();
      var isUnicodeSupported2 = requireIsUnicodeSupported()();
      const MOCHA_ID_PROP_NAME2 = "__mocha_id__";
      function htmlCodePointEscape(codePoint) {
        return "&#x" + codePoint.toString(16).toUpperCase() + ";";
      }
      function shouldEscapeHtmlChar(codePoint) {
        return codePoint >= 1 && codePoint <= 9 || codePoint === 11 || codePoint === 12 || codePoint >= 14 && codePoint <= 31 || codePoint === 34 || codePoint === 38 || codePoint === 39 || codePoint === 60 || codePoint === 62 || codePoint === 96 || codePoint === 127 || codePoint === 129 || codePoint === 141 || codePoint === 143 || codePoint === 144 || codePoint === 157 || codePoint >= 160;
      }
      exports2.escape = function(html2) {
        var string = String(html2);
        var escaped = "";
        for (var index = 0; index < string.length; index++) {
          var codePoint = string.charCodeAt(index);
          if (codePoint >= 55296 && codePoint <= 56319 && index + 1 < string.length) {
            var low = string.charCodeAt(index + 1);
            if (low >= 56320 && low <= 57343) {
              codePoint = (codePoint - 55296) * 1024 + low - 56320 + 65536;
              escaped += htmlCodePointEscape(codePoint);
              index++;
              continue;
            }
          }
          escaped += shouldEscapeHtmlChar(codePoint) ? htmlCodePointEscape(codePoint) : string.charAt(index);
        }
        return escaped;
      };
      exports2.isString = function(obj) {
        return typeof obj === "string";
      };
      exports2.slug = function(str) {
        return str.toLowerCase().replace(/\s+/g, "-").replace(/[^-\w]/g, "").replace(/-{2,}/g, "-");
      };
      exports2.clean = function(str) {
        str = str.replace(/\r\n?|[\n\u2028\u2029]/g, "\n").replace(/^\uFEFF/, "").replace(
          /^function(?:\s*|\s[^(]*)\([^)]*\)\s*\{((?:.|\n)*?)\}$|^\([^)]*\)\s*=>\s*(?:\{((?:.|\n)*?)\}|((?:.|\n)*))$/,
          "$1$2$3"
        );
        var spaces = str.match(/^\n?( *)/)[1].length;
        var tabs = str.match(/^\n?(\t*)/)[1].length;
        var re = new RegExp(
          "^\n?" + (tabs ? "	" : " ") + "{" + (tabs || spaces) + "}",
          "gm"
        );
        str = str.replace(re, "");
        return str.trim();
      };
      function emptyRepresentation(value, typeHint) {
        switch (typeHint) {
          case "function":
            return "[Function]";
          case "null-prototype":
          case "object":
            return "{}";
          case "array":
            return "[]";
          default:
            return value.toString();
        }
      }
      var canonicalType = exports2.canonicalType = function canonicalType2(value) {
        if (value === void 0) {
          return "undefined";
        } else if (value === null) {
          return "null";
        } else if (Buffer2.isBuffer(value)) {
          return "buffer";
        } else if (Object.getPrototypeOf(value) === null) {
          return "null-prototype";
        }
        return Object.prototype.toString.call(value).replace(/^\[.+\s(.+?)]$/, "$1").toLowerCase();
      };
      exports2.type = function type(value) {
        if (value === null) return "null";
        const primitives = /* @__PURE__ */ new Set([
          "undefined",
          "boolean",
          "number",
          "string",
          "bigint",
          "symbol"
        ]);
        const _type = typeof value;
        if (_type === "function") return _type;
        if (primitives.has(_type)) return _type;
        if (value instanceof String) return "string";
        if (value instanceof Error) return "error";
        if (Array.isArray(value)) return "array";
        return _type;
      };
      exports2.stringify = function(value) {
        var typeHint = canonicalType(value);
        if (!~["object", "array", "function", "null-prototype"].indexOf(typeHint)) {
          if (typeHint === "buffer") {
            var json2 = Buffer2.prototype.toJSON.call(value);
            return jsonStringify(
              json2.data && json2.type ? json2.data : json2,
              2
            ).replace(/,(\n|$)/g, "$1");
          }
          if (typeHint === "string" && typeof value === "object") {
            value = value.split("").reduce(function(acc, char, idx) {
              acc[idx] = char;
              return acc;
            }, {});
            typeHint = "object";
          } else {
            return jsonStringify(value);
          }
        }
        for (var prop in value) {
          if (Object.prototype.hasOwnProperty.call(value, prop)) {
            return jsonStringify(
              exports2.canonicalize(value, null, typeHint),
              2
            ).replace(/,(\n|$)/g, "$1");
          }
        }
        return emptyRepresentation(value, typeHint);
      };
      function jsonStringify(object, spaces, depth) {
        if (typeof spaces === "undefined") {
          return _stringify(object);
        }
        depth = depth || 1;
        var space = spaces * depth;
        var str = Array.isArray(object) ? "[" : "{";
        var end = Array.isArray(object) ? "]" : "}";
        var length = typeof object.length === "number" ? object.length : Object.keys(object).length;
        function _stringify(val) {
          switch (canonicalType(val)) {
            case "null":
            case "undefined":
              val = "[" + val + "]";
              break;
            case "array":
            case "object":
              val = jsonStringify(val, spaces, depth + 1);
              break;
            case "boolean":
            case "regexp":
            case "symbol":
            case "number":
              val = val === 0 && 1 / val === -Infinity ? "-0" : val.toString();
              break;
            case "bigint":
              val = val.toString() + "n";
              break;
            case "date":
              var sDate = isNaN(val.getTime()) ? val.toString() : val.toISOString();
              val = "[Date: " + sDate + "]";
              break;
            case "buffer":
              var json2 = val.toJSON();
              json2 = json2.data && json2.type ? json2.data : json2;
              val = "[Buffer: " + jsonStringify(json2, 2, depth + 1) + "]";
              break;
            default:
              val = val === "[Function]" || val === "[Circular]" ? val : JSON.stringify(val);
          }
          return val;
        }
        for (var i in object) {
          if (!Object.prototype.hasOwnProperty.call(object, i)) {
            continue;
          }
          --length;
          str += "\n " + " ".repeat(space - 1) + (Array.isArray(object) ? "" : '"' + i + '": ') + // key
          _stringify(object[i]) + // value
          (length ? "," : "");
        }
        return str + // [], {}
        (str.length !== 1 ? "\n" + " ".repeat(Math.max(0, space - 2)) + end : end);
      }
      exports2.canonicalize = function canonicalize(value, stack, typeHint) {
        var canonicalizedObj;
        var prop;
        typeHint = typeHint || canonicalType(value);
        function withStack(value2, fn) {
          stack.push(value2);
          fn();
          stack.pop();
        }
        stack = stack || [];
        if (stack.indexOf(value) !== -1) {
          return "[Circular]";
        }
        switch (typeHint) {
          case "undefined":
          case "buffer":
          case "null":
            canonicalizedObj = value;
            break;
          case "array":
            withStack(value, function() {
              canonicalizedObj = value.map(function(item) {
                return exports2.canonicalize(item, stack);
              });
            });
            break;
          case "function":
            for (prop in value) {
              canonicalizedObj = {};
              break;
            }
            if (!canonicalizedObj) {
              canonicalizedObj = emptyRepresentation(value, typeHint);
              break;
            }
          /* falls through */
          case "null-prototype":
          case "object":
            canonicalizedObj = canonicalizedObj || {};
            if (typeHint === "null-prototype" && Symbol.toStringTag in value) {
              canonicalizedObj["[Symbol.toStringTag]"] = value[Symbol.toStringTag];
            }
            withStack(value, function() {
              Object.keys(value).sort().forEach(function(key) {
                canonicalizedObj[key] = exports2.canonicalize(value[key], stack);
              });
            });
            break;
          case "date":
          case "number":
          case "regexp":
          case "boolean":
          case "symbol":
            canonicalizedObj = value;
            break;
          default:
            canonicalizedObj = value + "";
        }
        return canonicalizedObj;
      };
      exports2.stackTraceFilter = function() {
        var is = typeof document === "undefined" ? { node: true } : {};
        var slash = path2.sep;
        var cwd2;
        if (is.node) {
          cwd2 = exports2.cwd() + slash;
        } else {
          cwd2 = (typeof location === "undefined" ? window.location : location).href.replace(/\/[^/]*$/, "/");
          slash = "/";
        }
        function isMochaInternal(line) {
          return ~line.indexOf("node_modules" + slash + "mocha" + slash) || ~line.indexOf(slash + "mocha.js") || ~line.indexOf(slash + "mocha.min.js");
        }
        function isNodeInternal(line) {
          return ~line.indexOf("(timers.js:") || ~line.indexOf("(events.js:") || ~line.indexOf("(node.js:") || ~line.indexOf("(module.js:") || ~line.indexOf("GeneratorFunctionPrototype.next (native)") || false;
        }
        return function(stack) {
          stack = stack.split("\n");
          stack = stack.reduce(function(list2, line) {
            if (isMochaInternal(line)) {
              return list2;
            }
            if (is.node && isNodeInternal(line)) {
              return list2;
            }
            if (/:\d+:\d+\)?$/.test(line)) {
              line = line.replace("(" + cwd2, "(");
            }
            list2.push(line);
            return list2;
          }, []);
          return stack.join("\n");
        };
      };
      exports2.isPromise = function isPromise(value) {
        return typeof value === "object" && value !== null && typeof value.then === "function";
      };
      exports2.clamp = function clamp2(value, range) {
        return Math.min(Math.max(value, range[0]), range[1]);
      };
      exports2.noop = function() {
      };
      exports2.createMap = function() {
        return Object.assign.apply(
          null,
          [/* @__PURE__ */ Object.create(null)].concat(Array.prototype.slice.call(arguments))
        );
      };
      exports2.defineConstants = function(obj) {
        if (canonicalType(obj) !== "object" || !Object.keys(obj).length) {
          throw new TypeError("Invalid argument; expected a non-empty object");
        }
        return Object.freeze(exports2.createMap(obj));
      };
      exports2.cwd = function cwd2() {
        return browser$1$1.cwd();
      };
      exports2.isBrowser = function isBrowser2() {
        return Boolean(browser$1$1.browser);
      };
      exports2.castArray = function castArray(value) {
        if (value === void 0) {
          return [];
        }
        if (value === null) {
          return [null];
        }
        if (typeof value === "object" && (typeof value[Symbol.iterator] === "function" || value.length !== void 0)) {
          return Array.from(value);
        }
        return [value];
      };
      exports2.constants = exports2.defineConstants({
        MOCHA_ID_PROP_NAME: MOCHA_ID_PROP_NAME2
      });
      const uniqueIDBase = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
      exports2.uniqueID = () => {
        let id = "";
        for (let i = 0; i < 21; i++) {
          id += uniqueIDBase[Math.random() * 64 | 0];
        }
        return id;
      };
      exports2.assignNewMochaID = (obj) => {
        const id = exports2.uniqueID();
        Object.defineProperty(obj, MOCHA_ID_PROP_NAME2, {
          get() {
            return id;
          }
        });
        return obj;
      };
      exports2.getMochaID = (obj) => obj && typeof obj === "object" ? obj[MOCHA_ID_PROP_NAME2] : void 0;
      exports2.breakCircularDeps = (inputObj) => {
        const seen = /* @__PURE__ */ new Set();
        function _breakCircularDeps(obj) {
          if (obj && typeof obj !== "object") {
            return obj;
          }
          if (seen.has(obj)) {
            return "[Circular]";
          }
          seen.add(obj);
          for (const k in obj) {
            const descriptor = Object.getOwnPropertyDescriptor(obj, k);
            if (descriptor && descriptor.writable) {
              obj[k] = _breakCircularDeps(obj[k]);
            }
          }
          seen.delete(obj);
          return obj;
        }
        return _breakCircularDeps(inputObj);
      };
      exports2.isNumeric = (input) => {
        return String(input).trim() !== "" && !isNaN(Number(input));
      };
      exports2.isCI = () => {
        return !!browser$1$1.env.CI;
      };
      exports2.logSymbols = {
        info: pc.blue(isUnicodeSupported2 ? "\u2139" : "i"),
        success: pc.green(isUnicodeSupported2 ? "\u2714" : "\u221A"),
        warning: pc.yellow(isUnicodeSupported2 ? "\u26A0" : "\u203C"),
        error: pc.red(isUnicodeSupported2 ? "\u2716" : "\xD7")
      };
    })(utils$1);
    return utils$1;
  }
  var utilsExports = requireUtils();
  var utils = /* @__PURE__ */ getDefaultExportFromCjs(utilsExports);
  var supportsColor = {};
  var _nodeResolve_empty = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    default: supportsColor
  });
  var browser = { exports: {} };
  var common;
  var hasRequiredCommon;
  function requireCommon() {
    if (hasRequiredCommon) return common;
    hasRequiredCommon = 1;
    function setup(env2) {
      createDebug.debug = createDebug;
      createDebug.default = createDebug;
      createDebug.coerce = coerce;
      createDebug.disable = disable;
      createDebug.enable = enable;
      createDebug.enabled = enabled;
      createDebug.humanize = requireMs();
      createDebug.destroy = destroy;
      Object.keys(env2).forEach((key) => {
        createDebug[key] = env2[key];
      });
      createDebug.names = [];
      createDebug.skips = [];
      createDebug.formatters = {};
      function selectColor(namespace) {
        let hash = 0;
        for (let i = 0; i < namespace.length; i++) {
          hash = (hash << 5) - hash + namespace.charCodeAt(i);
          hash |= 0;
        }
        return createDebug.colors[Math.abs(hash) % createDebug.colors.length];
      }
      createDebug.selectColor = selectColor;
      function createDebug(namespace) {
        let prevTime;
        let enableOverride = null;
        let namespacesCache;
        let enabledCache;
        function debug2(...args) {
          if (!debug2.enabled) {
            return;
          }
          const self2 = debug2;
          const curr = Number(/* @__PURE__ */ new Date());
          const ms2 = curr - (prevTime || curr);
          self2.diff = ms2;
          self2.prev = prevTime;
          self2.curr = curr;
          prevTime = curr;
          args[0] = createDebug.coerce(args[0]);
          if (typeof args[0] !== "string") {
            args.unshift("%O");
          }
          let index = 0;
          args[0] = args[0].replace(/%([a-zA-Z%])/g, (match, format2) => {
            if (match === "%%") {
              return "%";
            }
            index++;
            const formatter = createDebug.formatters[format2];
            if (typeof formatter === "function") {
              const val = args[index];
              match = formatter.call(self2, val);
              args.splice(index, 1);
              index--;
            }
            return match;
          });
          createDebug.formatArgs.call(self2, args);
          const logFn = self2.log || createDebug.log;
          logFn.apply(self2, args);
        }
        debug2.namespace = namespace;
        debug2.useColors = createDebug.useColors();
        debug2.color = createDebug.selectColor(namespace);
        debug2.extend = extend;
        debug2.destroy = createDebug.destroy;
        Object.defineProperty(debug2, "enabled", {
          enumerable: true,
          configurable: false,
          get: () => {
            if (enableOverride !== null) {
              return enableOverride;
            }
            if (namespacesCache !== createDebug.namespaces) {
              namespacesCache = createDebug.namespaces;
              enabledCache = createDebug.enabled(namespace);
            }
            return enabledCache;
          },
          set: (v2) => {
            enableOverride = v2;
          }
        });
        if (typeof createDebug.init === "function") {
          createDebug.init(debug2);
        }
        return debug2;
      }
      function extend(namespace, delimiter2) {
        const newDebug = createDebug(this.namespace + (typeof delimiter2 === "undefined" ? ":" : delimiter2) + namespace);
        newDebug.log = this.log;
        return newDebug;
      }
      function enable(namespaces) {
        createDebug.save(namespaces);
        createDebug.namespaces = namespaces;
        createDebug.names = [];
        createDebug.skips = [];
        const split = (typeof namespaces === "string" ? namespaces : "").trim().replace(/\s+/g, ",").split(",").filter(Boolean);
        for (const ns of split) {
          if (ns[0] === "-") {
            createDebug.skips.push(ns.slice(1));
          } else {
            createDebug.names.push(ns);
          }
        }
      }
      function matchesTemplate(search, template) {
        let searchIndex = 0;
        let templateIndex = 0;
        let starIndex = -1;
        let matchIndex = 0;
        while (searchIndex < search.length) {
          if (templateIndex < template.length && (template[templateIndex] === search[searchIndex] || template[templateIndex] === "*")) {
            if (template[templateIndex] === "*") {
              starIndex = templateIndex;
              matchIndex = searchIndex;
              templateIndex++;
            } else {
              searchIndex++;
              templateIndex++;
            }
          } else if (starIndex !== -1) {
            templateIndex = starIndex + 1;
            matchIndex++;
            searchIndex = matchIndex;
          } else {
            return false;
          }
        }
        while (templateIndex < template.length && template[templateIndex] === "*") {
          templateIndex++;
        }
        return templateIndex === template.length;
      }
      function disable() {
        const namespaces = [
          ...createDebug.names,
          ...createDebug.skips.map((namespace) => "-" + namespace)
        ].join(",");
        createDebug.enable("");
        return namespaces;
      }
      function enabled(name) {
        for (const skip of createDebug.skips) {
          if (matchesTemplate(name, skip)) {
            return false;
          }
        }
        for (const ns of createDebug.names) {
          if (matchesTemplate(name, ns)) {
            return true;
          }
        }
        return false;
      }
      function coerce(val) {
        if (val instanceof Error) {
          return val.stack || val.message;
        }
        return val;
      }
      function destroy() {
        console.warn("Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");
      }
      createDebug.enable(createDebug.load());
      return createDebug;
    }
    common = setup;
    return common;
  }
  var hasRequiredBrowser;
  function requireBrowser() {
    if (hasRequiredBrowser) return browser.exports;
    hasRequiredBrowser = 1;
    (function(module2, exports2) {
      exports2.formatArgs = formatArgs;
      exports2.save = save;
      exports2.load = load;
      exports2.useColors = useColors;
      exports2.storage = localstorage();
      exports2.destroy = /* @__PURE__ */ (() => {
        let warned = false;
        return () => {
          if (!warned) {
            warned = true;
            console.warn("Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");
          }
        };
      })();
      exports2.colors = [
        "#0000CC",
        "#0000FF",
        "#0033CC",
        "#0033FF",
        "#0066CC",
        "#0066FF",
        "#0099CC",
        "#0099FF",
        "#00CC00",
        "#00CC33",
        "#00CC66",
        "#00CC99",
        "#00CCCC",
        "#00CCFF",
        "#3300CC",
        "#3300FF",
        "#3333CC",
        "#3333FF",
        "#3366CC",
        "#3366FF",
        "#3399CC",
        "#3399FF",
        "#33CC00",
        "#33CC33",
        "#33CC66",
        "#33CC99",
        "#33CCCC",
        "#33CCFF",
        "#6600CC",
        "#6600FF",
        "#6633CC",
        "#6633FF",
        "#66CC00",
        "#66CC33",
        "#9900CC",
        "#9900FF",
        "#9933CC",
        "#9933FF",
        "#99CC00",
        "#99CC33",
        "#CC0000",
        "#CC0033",
        "#CC0066",
        "#CC0099",
        "#CC00CC",
        "#CC00FF",
        "#CC3300",
        "#CC3333",
        "#CC3366",
        "#CC3399",
        "#CC33CC",
        "#CC33FF",
        "#CC6600",
        "#CC6633",
        "#CC9900",
        "#CC9933",
        "#CCCC00",
        "#CCCC33",
        "#FF0000",
        "#FF0033",
        "#FF0066",
        "#FF0099",
        "#FF00CC",
        "#FF00FF",
        "#FF3300",
        "#FF3333",
        "#FF3366",
        "#FF3399",
        "#FF33CC",
        "#FF33FF",
        "#FF6600",
        "#FF6633",
        "#FF9900",
        "#FF9933",
        "#FFCC00",
        "#FFCC33"
      ];
      function useColors() {
        if (typeof window !== "undefined" && window.process && (window.process.type === "renderer" || window.process.__nwjs)) {
          return true;
        }
        if (typeof navigator !== "undefined" && navigator.userAgent && navigator.userAgent.toLowerCase().match(/(edge|trident)\/(\d+)/)) {
          return false;
        }
        let m;
        return typeof document !== "undefined" && document.documentElement && document.documentElement.style && document.documentElement.style.WebkitAppearance || // Is firebug? http://stackoverflow.com/a/398120/376773
        typeof window !== "undefined" && window.console && (window.console.firebug || window.console.exception && window.console.table) || // Is firefox >= v31?
        // https://developer.mozilla.org/en-US/docs/Tools/Web_Console#Styling_messages
        typeof navigator !== "undefined" && navigator.userAgent && (m = navigator.userAgent.toLowerCase().match(/firefox\/(\d+)/)) && parseInt(m[1], 10) >= 31 || // Double check webkit in userAgent just in case we are in a worker
        typeof navigator !== "undefined" && navigator.userAgent && navigator.userAgent.toLowerCase().match(/applewebkit\/(\d+)/);
      }
      function formatArgs(args) {
        args[0] = (this.useColors ? "%c" : "") + this.namespace + (this.useColors ? " %c" : " ") + args[0] + (this.useColors ? "%c " : " ") + "+" + module2.exports.humanize(this.diff);
        if (!this.useColors) {
          return;
        }
        const c = "color: " + this.color;
        args.splice(1, 0, c, "color: inherit");
        let index = 0;
        let lastC = 0;
        args[0].replace(/%[a-zA-Z%]/g, (match) => {
          if (match === "%%") {
            return;
          }
          index++;
          if (match === "%c") {
            lastC = index;
          }
        });
        args.splice(lastC, 0, c);
      }
      exports2.log = console.debug || console.log || (() => {
      });
      function save(namespaces) {
        try {
          if (namespaces) {
            exports2.storage.setItem("debug", namespaces);
          } else {
            exports2.storage.removeItem("debug");
          }
        } catch (error2) {
        }
      }
      function load() {
        let r;
        try {
          r = exports2.storage.getItem("debug") || exports2.storage.getItem("DEBUG");
        } catch (error2) {
        }
        if (!r && typeof browser$1$1 !== "undefined" && "env" in browser$1$1) {
          r = browser$1$1.env.DEBUG;
        }
        return r;
      }
      function localstorage() {
        try {
          return localStorage;
        } catch (error2) {
        }
      }
      module2.exports = requireCommon()(exports2);
      const { formatters } = module2.exports;
      formatters.j = function(v2) {
        try {
          return JSON.stringify(v2);
        } catch (error2) {
          return "[UnexpectedJSONParseError]: " + error2.message;
        }
      };
    })(browser, browser.exports);
    return browser.exports;
  }
  var browserExports = requireBrowser();
  var debugModule = /* @__PURE__ */ getDefaultExportFromCjs(browserExports);
  class PendingError extends Error {
    constructor(message) {
      super(message);
      this.name = "PendingError";
    }
  }
  const constants$h = {
    /**
     * An unrecoverable error.
     * @constant
     * @default
     */
    FATAL: "ERR_MOCHA_FATAL",
    /**
     * The type of an argument to a function call is invalid
     * @constant
     * @default
     */
    INVALID_ARG_TYPE: "ERR_MOCHA_INVALID_ARG_TYPE",
    /**
     * The value of an argument to a function call is invalid
     * @constant
     * @default
     */
    INVALID_ARG_VALUE: "ERR_MOCHA_INVALID_ARG_VALUE",
    /**
     * Something was thrown, but it wasn't an `Error`
     * @constant
     * @default
     */
    INVALID_EXCEPTION: "ERR_MOCHA_INVALID_EXCEPTION",
    /**
     * An interface (e.g., `Mocha.interfaces`) is unknown or invalid
     * @constant
     * @default
     */
    INVALID_INTERFACE: "ERR_MOCHA_INVALID_INTERFACE",
    /**
     * A reporter (.e.g, `Mocha.reporters`) is unknown or invalid
     * @constant
     * @default
     */
    INVALID_REPORTER: "ERR_MOCHA_INVALID_REPORTER",
    /**
     * `done()` was called twice in a `Test` or `Hook` callback
     * @constant
     * @default
     */
    MULTIPLE_DONE: "ERR_MOCHA_MULTIPLE_DONE",
    /**
     * No files matched the pattern provided by the user
     * @constant
     * @default
     */
    NO_FILES_MATCH_PATTERN: "ERR_MOCHA_NO_FILES_MATCH_PATTERN",
    /**
     * Known, but unsupported behavior of some kind
     * @constant
     * @default
     */
    UNSUPPORTED: "ERR_MOCHA_UNSUPPORTED",
    /**
     * Invalid state transition occurring in `Mocha` instance
     * @constant
     * @default
     */
    INSTANCE_ALREADY_RUNNING: "ERR_MOCHA_INSTANCE_ALREADY_RUNNING",
    /**
     * Invalid state transition occurring in `Mocha` instance
     * @constant
     * @default
     */
    INSTANCE_ALREADY_DISPOSED: "ERR_MOCHA_INSTANCE_ALREADY_DISPOSED",
    /**
     * Use of `only()` w/ `--forbid-only` results in this error.
     * @constant
     * @default
     */
    FORBIDDEN_EXCLUSIVITY: "ERR_MOCHA_FORBIDDEN_EXCLUSIVITY",
    /**
     * To be thrown when a user-defined plugin implementation (e.g., `mochaHooks`) is invalid
     * @constant
     * @default
     */
    INVALID_PLUGIN_IMPLEMENTATION: "ERR_MOCHA_INVALID_PLUGIN_IMPLEMENTATION",
    /**
     * To be thrown when a builtin or third-party plugin definition (the _definition_ of `mochaHooks`) is invalid
     * @constant
     * @default
     */
    INVALID_PLUGIN_DEFINITION: "ERR_MOCHA_INVALID_PLUGIN_DEFINITION",
    /**
     * When a runnable exceeds its allowed run time.
     * @constant
     * @default
     */
    TIMEOUT: "ERR_MOCHA_TIMEOUT",
    /**
     * Input file is not able to be parsed
     * @constant
     * @default
     */
    UNPARSABLE_FILE: "ERR_MOCHA_UNPARSABLE_FILE"
  };
  const MOCHA_ERRORS = new Set(Object.values(constants$h));
  function createNoFilesMatchPatternError(message, pattern) {
    var err = new Error(message);
    err.code = constants$h.NO_FILES_MATCH_PATTERN;
    err.pattern = pattern;
    return err;
  }
  function createInvalidReporterError(message, reporter2) {
    var err = new TypeError(message);
    err.code = constants$h.INVALID_REPORTER;
    err.reporter = reporter2;
    return err;
  }
  function createInvalidInterfaceError(message, ui2) {
    var err = new Error(message);
    err.code = constants$h.INVALID_INTERFACE;
    err.interface = ui2;
    return err;
  }
  function createUnsupportedError$2(message) {
    var err = new Error(message);
    err.code = constants$h.UNSUPPORTED;
    return err;
  }
  function createMissingArgumentError(message, argument, expected) {
    return createInvalidArgumentTypeError(message, argument, expected);
  }
  function createInvalidArgumentTypeError(message, argument, expected) {
    var err = new TypeError(message);
    err.code = constants$h.INVALID_ARG_TYPE;
    err.argument = argument;
    err.expected = expected;
    err.actual = typeof argument;
    return err;
  }
  function createInvalidArgumentValueError(message, argument, value, reason) {
    var err = new TypeError(message);
    err.code = constants$h.INVALID_ARG_VALUE;
    err.argument = argument;
    err.value = value;
    err.reason = typeof reason !== "undefined" ? reason : "is invalid";
    return err;
  }
  function createInvalidExceptionError(message, value) {
    var err = new Error(message);
    err.code = constants$h.INVALID_EXCEPTION;
    err.valueType = typeof value;
    err.value = value;
    return err;
  }
  function createFatalError(message, value) {
    var err = new Error(message);
    err.code = constants$h.FATAL;
    err.valueType = typeof value;
    err.value = value;
    return err;
  }
  function createInvalidLegacyPluginError(message, pluginType, pluginId) {
    switch (pluginType) {
      case "reporter":
        return createInvalidReporterError(message, pluginId);
      case "ui":
        return createInvalidInterfaceError(message, pluginId);
      default:
        throw new Error('unknown pluginType "' + pluginType + '"');
    }
  }
  function createMochaInstanceAlreadyDisposedError(message, cleanReferencesAfterRun, instance) {
    var err = new Error(message);
    err.code = constants$h.INSTANCE_ALREADY_DISPOSED;
    err.cleanReferencesAfterRun = cleanReferencesAfterRun;
    err.instance = instance;
    return err;
  }
  function createMochaInstanceAlreadyRunningError(message, instance) {
    var err = new Error(message);
    err.code = constants$h.INSTANCE_ALREADY_RUNNING;
    err.instance = instance;
    return err;
  }
  function createMultipleDoneError(runnable2, originalErr) {
    var title2;
    try {
      title2 = format("<%s>", runnable2.fullTitle());
      if (runnable2.parent.root) {
        title2 += " (of root suite)";
      }
    } catch {
      title2 = format("<%s> (of unknown suite)", runnable2.title);
    }
    var message = format(
      "done() called multiple times in %s %s",
      runnable2.type ? runnable2.type : "unknown runnable",
      title2
    );
    if (runnable2.file) {
      message += format(" of file %s", runnable2.file);
    }
    if (originalErr) {
      message += format("; in addition, done() received error: %s", originalErr);
    }
    var err = new Error(message);
    err.code = constants$h.MULTIPLE_DONE;
    err.valueType = typeof originalErr;
    err.value = originalErr;
    return err;
  }
  function createForbiddenExclusivityError(mocha3) {
    var message;
    if (mocha3.isWorker) {
      message = "`.only` is not supported in parallel mode";
    } else {
      message = "`.only` forbidden by --forbid-only";
      if (utilsExports.isCI()) {
        message += " (default in CI, add `--no-forbid-only` to allow `.only`)";
      }
    }
    var err = new Error(message);
    err.code = constants$h.FORBIDDEN_EXCLUSIVITY;
    return err;
  }
  function createInvalidPluginDefinitionError(msg, pluginDef) {
    const err = new Error(msg);
    err.code = constants$h.INVALID_PLUGIN_DEFINITION;
    err.pluginDef = pluginDef;
    return err;
  }
  function createInvalidPluginImplementationError(msg, { pluginDef, pluginImpl } = {}) {
    const err = new Error(msg);
    err.code = constants$h.INVALID_PLUGIN_IMPLEMENTATION;
    err.pluginDef = pluginDef;
    err.pluginImpl = pluginImpl;
    return err;
  }
  function createTimeoutError(msg, timeout2, file) {
    const err = new Error(msg);
    err.code = constants$h.TIMEOUT;
    err.timeout = timeout2;
    err.file = file;
    return err;
  }
  function createUnparsableFileError(message) {
    var err = new Error(message);
    err.code = constants$h.UNPARSABLE_FILE;
    return err;
  }
  const isMochaError = (err) => Boolean(err && typeof err === "object" && MOCHA_ERRORS.has(err.code));
  var errors = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    createFatalError,
    createForbiddenExclusivityError,
    createInvalidArgumentTypeError,
    createInvalidArgumentValueError,
    createInvalidExceptionError,
    createInvalidInterfaceError,
    createInvalidLegacyPluginError,
    createInvalidPluginDefinitionError,
    createInvalidPluginImplementationError,
    createInvalidReporterError,
    createMissingArgumentError,
    createMochaInstanceAlreadyDisposedError,
    createMochaInstanceAlreadyRunningError,
    createMultipleDoneError,
    createNoFilesMatchPatternError,
    createTimeoutError,
    createUnparsableFileError,
    createUnsupportedError: createUnsupportedError$2,
    isMochaError
  });
  const debug$2 = debugModule("mocha:runnable");
  var Date$4 = global$1.Date;
  var setTimeout$2 = global$1.setTimeout;
  var clearTimeout$1 = global$1.clearTimeout;
  var toString = Object.prototype.toString;
  var MAX_TIMEOUT = Math.pow(2, 31) - 1;
  class Runnable extends EventEmitter {
    // "Additional properties" doc comment added for hosted docs (mochajs.org/api)
    /**
     * Initialize a new `Runnable` with the given `title` and callback `fn`.
     * Additional properties, like `getFullTitle()` and `slow()`, can be viewed in the `Runnable` source.
     *
     * @extends external:EventEmitter
     * @public
     * @param {String} title
     * @param {Function} fn
     */
    constructor(title2, fn) {
      super(title2, fn);
      this.title = title2;
      this.fn = fn;
      this.body = (fn || "").toString();
      this.async = fn && fn.length;
      this.sync = !this.async;
      this._timeout = 2e3;
      this._slow = 75;
      this._retries = -1;
      utils.assignNewMochaID(this);
      Object.defineProperty(this, "id", {
        get() {
          return utils.getMochaID(this);
        }
      });
      this.reset();
    }
    /**
     * Resets the state initially or for a next run.
     */
    reset() {
      this.timedOut = false;
      this._currentRetry = 0;
      this.pending = false;
      delete this.state;
      delete this.err;
    }
    /**
     * Get current timeout value in msecs.
     *
     * @private
     * @returns {number} current timeout threshold value
     */
    /**
     * @summary
     * Set timeout threshold value (msecs).
     *
     * @description
     * A string argument can use shorthand (e.g., "2s") and will be converted.
     * The value will be clamped to range [<code>0</code>, <code>2^<sup>31</sup>-1</code>].
     * If clamped value matches either range endpoint, timeouts will be disabled.
     *
     * @private
     * @see {@link https://developer.mozilla.org/en-US/docs/Web/API/WindowOrWorkerGlobalScope/setTimeout#Maximum_delay_value}
     * @param {number|string} ms - Timeout threshold value.
     * @returns {Runnable} this
     * @chainable
     */
    timeout(ms$12) {
      if (!arguments.length) {
        return this._timeout;
      }
      if (typeof ms$12 === "string") {
        ms$12 = ms(ms$12);
      }
      var range = [0, MAX_TIMEOUT];
      ms$12 = utils.clamp(ms$12, range);
      if (ms$12 === range[0] || ms$12 === range[1]) {
        this._timeout = 0;
      } else {
        this._timeout = ms$12;
      }
      debug$2("timeout %d", this._timeout);
      if (this.timer) {
        this.resetTimeout();
      }
      return this;
    }
    /**
     * Set or get slow `ms`.
     *
     * @private
     * @param {number|string} ms
     * @return {Runnable|number} ms or Runnable instance.
     */
    slow(ms$12) {
      if (!arguments.length || typeof ms$12 === "undefined") {
        return this._slow;
      }
      if (typeof ms$12 === "string") {
        ms$12 = ms(ms$12);
      }
      debug$2("slow %d", ms$12);
      this._slow = ms$12;
      return this;
    }
    /**
     * Halt and mark as pending.
     *
     * @memberof Mocha.Runnable
     * @public
     */
    skip() {
      this.pending = true;
      throw new PendingError("sync skip; aborting execution");
    }
    /**
     * Check if this runnable or its parent suite is marked as pending.
     *
     * @private
     */
    isPending() {
      return this.pending || this.parent && this.parent.isPending();
    }
    /**
     * Return `true` if this Runnable has failed.
     * @return {boolean}
     * @private
     */
    isFailed() {
      return !this.isPending() && this.state === Runnable.constants.STATE_FAILED;
    }
    /**
     * Return `true` if this Runnable has passed.
     * @return {boolean}
     * @private
     */
    isPassed() {
      return !this.isPending() && this.state === Runnable.constants.STATE_PASSED;
    }
    /**
     * Set or get number of retries.
     *
     * @private
     */
    retries(n) {
      if (!arguments.length) {
        return this._retries;
      }
      this._retries = n;
    }
    /**
     * Set or get current retry
     *
     * @private
     */
    currentRetry(n) {
      if (!arguments.length) {
        return this._currentRetry;
      }
      this._currentRetry = n;
    }
    /**
     * Return the full title generated by recursively concatenating the parent's
     * full title.
     *
     * @memberof Mocha.Runnable
     * @public
     * @return {string}
     */
    fullTitle() {
      return this.titlePath().join(" ");
    }
    /**
     * Return the title path generated by concatenating the parent's title path with the title.
     *
     * @memberof Mocha.Runnable
     * @public
     * @return {string[]}
     */
    titlePath() {
      return this.parent.titlePath().concat([this.title]);
    }
    /**
     * Clear the timeout.
     *
     * @private
     */
    clearTimeout() {
      clearTimeout$1(this.timer);
    }
    /**
     * Reset the timeout.
     *
     * @private
     */
    resetTimeout() {
      var self2 = this;
      var ms2 = this.timeout() || MAX_TIMEOUT;
      this.clearTimeout();
      this.timer = setTimeout$2(function() {
        if (self2.timeout() === 0) {
          return;
        }
        self2.callback(self2._timeoutError(ms2));
        self2.timedOut = true;
      }, ms2);
    }
    /**
     * Set or get a list of whitelisted globals for this test run.
     *
     * @private
     * @param {string[]} globals
     */
    globals(globals2) {
      if (!arguments.length) {
        return this._allowedGlobals;
      }
      this._allowedGlobals = globals2;
    }
    /**
     * Run the test and invoke `fn(err)`.
     *
     * @param {Function} fn
     * @private
     */
    run(fn) {
      var self2 = this;
      var start = new Date$4();
      var ctx = this.ctx;
      var finished;
      var errorWasHandled = false;
      if (this.isPending()) return fn();
      if (ctx && ctx.runnable) {
        ctx.runnable(this);
      }
      function multiple(err) {
        if (errorWasHandled) {
          return;
        }
        errorWasHandled = true;
        self2.emit("error", createMultipleDoneError(self2, err));
      }
      function done2(err) {
        var ms2 = self2.timeout();
        if (self2.timedOut) {
          return;
        }
        if (finished) {
          return multiple(err);
        }
        self2.clearTimeout();
        self2.duration = new Date$4() - start;
        finished = true;
        if (!err && self2.duration > ms2 && ms2 > 0) {
          err = self2._timeoutError(ms2);
        }
        fn(err);
      }
      this.callback = done2;
      if (this.fn && typeof this.fn.call !== "function") {
        done2(
          new TypeError(
            "A runnable must be passed a function as its second argument."
          )
        );
        return;
      }
      if (this.async) {
        this.resetTimeout();
        this.skip = function asyncSkip() {
          this.pending = true;
          done2();
          throw new PendingError("async skip; aborting execution");
        };
        try {
          callFnAsync(this.fn);
        } catch (err) {
          errorWasHandled = true;
          if (err instanceof PendingError) {
            return;
          } else if (this.allowUncaught) {
            throw err;
          }
          done2(Runnable.toValueOrError(err));
        }
        return;
      }
      try {
        callFn(this.fn);
      } catch (err) {
        errorWasHandled = true;
        if (err instanceof PendingError) {
          return done2();
        } else if (this.allowUncaught) {
          throw err;
        }
        done2(Runnable.toValueOrError(err));
      }
      function callFn(fn2) {
        var result = fn2.call(ctx);
        if (result && typeof result.then === "function") {
          self2.resetTimeout();
          result.then(
            function() {
              done2();
              return null;
            },
            function(reason) {
              done2(
                reason || new Error("Promise rejected with no or falsy reason")
              );
            }
          );
        } else {
          if (self2.asyncOnly) {
            return done2(
              new Error(
                "--async-only option in use without declaring `done()` or returning a promise"
              )
            );
          }
          done2();
        }
      }
      function callFnAsync(fn2) {
        var result = fn2.call(ctx, function(err) {
          if (err instanceof Error || toString.call(err) === "[object Error]") {
            return done2(err);
          }
          if (err) {
            if (Object.prototype.toString.call(err) === "[object Object]") {
              return done2(
                new Error(
                  "done() invoked with non-Error: " + JSON.stringify(err)
                )
              );
            }
            return done2(new Error("done() invoked with non-Error: " + err));
          }
          if (result && utils.isPromise(result)) {
            return done2(
              new Error(
                "Resolution method is overspecified. Specify a callback *or* return a Promise; not both."
              )
            );
          }
          done2();
        });
      }
    }
    /**
     * Instantiates a "timeout" error
     *
     * @param {number} ms - Timeout (in milliseconds)
     * @returns {Error} a "timeout" error
     * @private
     */
    _timeoutError(ms2) {
      let msg = `Timeout of ${ms2}ms exceeded. For async tests and hooks, ensure "done()" is called; if returning a Promise, ensure it resolves.`;
      if (this.file) {
        msg += " (" + this.file + ")";
      }
      return createTimeoutError(msg, ms2, this.file);
    }
    static constants = utils.defineConstants(
      /**
       * {@link Runnable}-related Runnable.constants.
       * @public
       * @memberof Runnable
       * @readonly
       * @static
       * @alias constants
       * @enum {string}
       */
      {
        /**
         * Value of `state` prop when a `Runnable` has failed
         */
        STATE_FAILED: "failed",
        /**
         * Value of `state` prop when a `Runnable` has passed
         */
        STATE_PASSED: "passed",
        /**
         * Value of `state` prop when a `Runnable` has been skipped by user
         */
        STATE_PENDING: "pending"
      }
    );
    /**
     * Given `value`, return identity if truthy, otherwise create an "invalid exception" error and return that.
     * @param {*} [value] - Value to return, if present
     * @returns {*|Error} `value`, otherwise an `Error`
     * @private
     */
    static toValueOrError(value) {
      return value || createInvalidExceptionError(
        "Runnable failed with falsy or undefined exception. Please throw an Error instead.",
        value
      );
    }
  }
  var runnable = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    Runnable
  });
  const { MOCHA_ID_PROP_NAME: MOCHA_ID_PROP_NAME$2 } = utils.constants;
  class Hook extends Runnable {
    /**
     * Initialize a new `Hook` with the given `title` and callback `fn`
     *
     * @extends Runnable
     * @param {String} title
     * @param {Function} fn
     */
    constructor(title2, fn) {
      super(title2, fn);
      this.type = "hook";
    }
    /**
     * Resets the state for a next run.
     */
    reset() {
      super.reset(this);
      delete this._error;
    }
    /**
     * Get or set the test `err`.
     *
     * @memberof Hook
     * @public
     * @param {Error} err
     * @return {Error}
     */
    error(err) {
      if (!arguments.length) {
        err = this._error;
        this._error = null;
        return err;
      }
      this._error = err;
    }
    /**
     * Returns an object suitable for IPC.
     * Functions are represented by keys beginning with `$$`.
     * @private
     * @returns {Object}
     */
    serialize() {
      return {
        $$currentRetry: this.currentRetry(),
        $$fullTitle: this.fullTitle(),
        $$isPending: Boolean(this.isPending()),
        $$titlePath: this.titlePath(),
        ctx: this.ctx && this.ctx.currentTest ? {
          currentTest: {
            title: this.ctx.currentTest.title,
            [MOCHA_ID_PROP_NAME$2]: this.ctx.currentTest.id
          }
        } : {},
        duration: this.duration,
        file: this.file,
        parent: {
          $$fullTitle: this.parent.fullTitle(),
          [MOCHA_ID_PROP_NAME$2]: this.parent.id
        },
        state: this.state,
        title: this.title,
        type: this.type,
        [MOCHA_ID_PROP_NAME$2]: this.id
      };
    }
  }
  var hook = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    Hook
  });
  const {
    assignNewMochaID,
    clamp,
    constants: utilsConstants,
    defineConstants,
    getMochaID,
    isString: isString$1
  } = utils;
  const debug$1 = debugModule("mocha:suite");
  const { MOCHA_ID_PROP_NAME: MOCHA_ID_PROP_NAME$1 } = utilsConstants;
  class Suite extends EventEmitter {
    static constants = defineConstants(
      /**
       * {@link Suite}-related constants.
       * @public
       * @memberof Suite
       * @alias constants
       * @readonly
       * @static
       * @enum {string}
       */
      {
        /**
         * Event emitted after a test file has been loaded. Not emitted in browser.
         */
        EVENT_FILE_POST_REQUIRE: "post-require",
        /**
         * Event emitted before a test file has been loaded. In browser, this is emitted once an interface has been selected.
         */
        EVENT_FILE_PRE_REQUIRE: "pre-require",
        /**
         * Event emitted immediately after a test file has been loaded. Not emitted in browser.
         */
        EVENT_FILE_REQUIRE: "require",
        /**
         * Event emitted when `global.run()` is called (use with `delay` option).
         */
        EVENT_ROOT_SUITE_RUN: "run",
        /**
         * Namespace for collection of a `Suite`'s "after all" hooks.
         */
        HOOK_TYPE_AFTER_ALL: "afterAll",
        /**
         * Namespace for collection of a `Suite`'s "after each" hooks.
         */
        HOOK_TYPE_AFTER_EACH: "afterEach",
        /**
         * Namespace for collection of a `Suite`'s "before all" hooks.
         */
        HOOK_TYPE_BEFORE_ALL: "beforeAll",
        /**
         * Namespace for collection of a `Suite`'s "before each" hooks.
         */
        HOOK_TYPE_BEFORE_EACH: "beforeEach",
        /**
         * Emitted after a child `Suite` has been added to a `Suite`.
         */
        EVENT_SUITE_ADD_SUITE: "suite",
        /**
         * Emitted after an "after all" `Hook` has been added to a `Suite`.
         */
        EVENT_SUITE_ADD_HOOK_AFTER_ALL: "afterAll",
        /**
         * Emitted after an "after each" `Hook` has been added to a `Suite`.
         */
        EVENT_SUITE_ADD_HOOK_AFTER_EACH: "afterEach",
        /**
         * Emitted after an "before all" `Hook` has been added to a `Suite`.
         */
        EVENT_SUITE_ADD_HOOK_BEFORE_ALL: "beforeAll",
        /**
         * Emitted after an "before each" `Hook` has been added to a `Suite`.
         */
        EVENT_SUITE_ADD_HOOK_BEFORE_EACH: "beforeEach",
        /**
         * Emitted after a `Test` has been added to a `Suite`.
         */
        EVENT_SUITE_ADD_TEST: "test"
      }
    );
    /**
     * Create a new `Suite` with the given `title` and parent `Suite`.
     *
     * @public
     * @param {Suite} parent - Parent suite (required!)
     * @param {string} title - Title
     * @return {Suite}
     */
    static create(parent, title2) {
      var suite2 = new Suite(title2, parent.ctx);
      suite2.parent = parent;
      parent.addSuite(suite2);
      return suite2;
    }
    /**
     * Constructs a new `Suite` instance with the given `title`, `ctx`, and `isRoot`.
     *
     * @public
     * @extends EventEmitter
     * @see {@link https://nodejs.org/api/events.html#events_class_eventemitter|EventEmitter}
     * @param {string} title - Suite title.
     * @param {Context} parentContext - Parent context instance.
     * @param {boolean} [isRoot=false] - Whether this is the root suite.
     */
    constructor(title2, parentContext, isRoot) {
      if (!isString$1(title2)) {
        throw createInvalidArgumentTypeError(
          'Suite argument "title" must be a string. Received type "' + typeof title2 + '"',
          "title",
          "string"
        );
      }
      super();
      this.title = title2;
      function Context2() {
      }
      Context2.prototype = parentContext;
      this.ctx = new Context2();
      this.suites = [];
      this.tests = [];
      this.root = isRoot === true;
      this.pending = false;
      this._retries = -1;
      this._beforeEach = [];
      this._beforeAll = [];
      this._afterEach = [];
      this._afterAll = [];
      this._timeout = 2e3;
      this._slow = 75;
      this._bail = false;
      this._onlyTests = [];
      this._onlySuites = [];
      assignNewMochaID(this);
      Object.defineProperty(this, "id", {
        get() {
          return getMochaID(this);
        }
      });
      this.reset();
    }
    /**
     * Resets the state initially or for a next run.
     */
    reset() {
      this.delayed = false;
      function doReset(thingToReset) {
        thingToReset.reset();
      }
      this.suites.forEach(doReset);
      this.tests.forEach(doReset);
      this._beforeEach.forEach(doReset);
      this._afterEach.forEach(doReset);
      this._beforeAll.forEach(doReset);
      this._afterAll.forEach(doReset);
    }
    /**
     * Return a clone of this `Suite`.
     *
     * @private
     * @return {Suite}
     */
    clone() {
      var suite2 = new Suite(this.title);
      debug$1("clone");
      suite2.ctx = this.ctx;
      suite2.root = this.root;
      suite2.timeout(this.timeout());
      suite2.retries(this.retries());
      suite2.slow(this.slow());
      suite2.bail(this.bail());
      return suite2;
    }
    /**
     * Set or get timeout `ms` or short-hand such as "2s".
     *
     * @private
     * @todo Do not attempt to set value if `ms` is undefined
     * @param {number|string} ms
     * @return {Suite|number} for chaining
     */
    timeout(ms$12) {
      if (!arguments.length) {
        return this._timeout;
      }
      if (typeof ms$12 === "string") {
        ms$12 = ms(ms$12);
      }
      var INT_MAX = Math.pow(2, 31) - 1;
      var range = [0, INT_MAX];
      ms$12 = clamp(ms$12, range);
      debug$1("timeout %d", ms$12);
      this._timeout = parseInt(ms$12, 10);
      for (const t of this.tests) {
        t.timeout(this._timeout);
      }
      for (const s of this.suites) {
        s.timeout(this._timeout);
      }
      return this;
    }
    /**
     * Set or get number of times to retry a failed test.
     *
     * @private
     * @param {number|string} n
     * @return {Suite|number} for chaining
     */
    retries(n) {
      if (!arguments.length) {
        return this._retries;
      }
      debug$1("retries %d", n);
      this._retries = parseInt(n, 10) || 0;
      return this;
    }
    /**
     * Set or get slow `ms` or short-hand such as "2s".
     *
     * @private
     * @param {number|string} ms
     * @return {Suite|number} for chaining
     */
    slow(ms$12) {
      if (!arguments.length) {
        return this._slow;
      }
      if (typeof ms$12 === "string") {
        ms$12 = ms(ms$12);
      }
      debug$1("slow %d", ms$12);
      this._slow = ms$12;
      return this;
    }
    /**
     * Set or get whether to bail after first error.
     *
     * @private
     * @param {boolean} bail
     * @return {Suite|number} for chaining
     */
    bail(bail) {
      if (!arguments.length) {
        return this._bail;
      }
      debug$1("bail %s", bail);
      this._bail = bail;
      return this;
    }
    /**
     * Check if this suite or its parent suite is marked as pending.
     *
     * @private
     */
    isPending() {
      return this.pending || this.parent && this.parent.isPending();
    }
    /**
     * Generic hook-creator.
     * @private
     * @param {string} title - Title of hook
     * @param {Function} fn - Hook callback
     * @returns {Hook} A new hook
     */
    _createHook(title2, fn) {
      var hook2 = new Hook(title2, fn);
      hook2.parent = this;
      hook2.timeout(this.timeout());
      hook2.retries(this.retries());
      hook2.slow(this.slow());
      hook2.ctx = this.ctx;
      hook2.file = this.file;
      return hook2;
    }
    /**
     * Run `fn(test[, done])` before running tests.
     *
     * @private
     * @param {string} title
     * @param {Function} fn
     * @return {Suite} for chaining
     */
    beforeAll(title2, fn) {
      if (this.isPending()) {
        return this;
      }
      if (typeof title2 === "function") {
        fn = title2;
        title2 = fn.name;
      }
      title2 = '"before all" hook' + (title2 ? ": " + title2 : "");
      var hook2 = this._createHook(title2, fn);
      this._beforeAll.push(hook2);
      this.emit(Suite.constants.EVENT_SUITE_ADD_HOOK_BEFORE_ALL, hook2);
      return hook2;
    }
    /**
     * Run `fn(test[, done])` after running tests.
     *
     * @private
     * @param {string} title
     * @param {Function} fn
     * @return {Suite} for chaining
     */
    afterAll(title2, fn) {
      if (this.isPending()) {
        return this;
      }
      if (typeof title2 === "function") {
        fn = title2;
        title2 = fn.name;
      }
      title2 = '"after all" hook' + (title2 ? ": " + title2 : "");
      var hook2 = this._createHook(title2, fn);
      this._afterAll.push(hook2);
      this.emit(Suite.constants.EVENT_SUITE_ADD_HOOK_AFTER_ALL, hook2);
      return hook2;
    }
    /**
     * Run `fn(test[, done])` before each test case.
     *
     * @private
     * @param {string} title
     * @param {Function} fn
     * @return {Suite} for chaining
     */
    beforeEach(title2, fn) {
      if (this.isPending()) {
        return this;
      }
      if (typeof title2 === "function") {
        fn = title2;
        title2 = fn.name;
      }
      title2 = '"before each" hook' + (title2 ? ": " + title2 : "");
      var hook2 = this._createHook(title2, fn);
      this._beforeEach.push(hook2);
      this.emit(Suite.constants.EVENT_SUITE_ADD_HOOK_BEFORE_EACH, hook2);
      return hook2;
    }
    /**
     * Run `fn(test[, done])` after each test case.
     *
     * @private
     * @param {string} title
     * @param {Function} fn
     * @return {Suite} for chaining
     */
    afterEach(title2, fn) {
      if (this.isPending()) {
        return this;
      }
      if (typeof title2 === "function") {
        fn = title2;
        title2 = fn.name;
      }
      title2 = '"after each" hook' + (title2 ? ": " + title2 : "");
      var hook2 = this._createHook(title2, fn);
      this._afterEach.push(hook2);
      this.emit(Suite.constants.EVENT_SUITE_ADD_HOOK_AFTER_EACH, hook2);
      return hook2;
    }
    /**
     * Add a test `suite`.
     *
     * @private
     * @param {Suite} suite
     * @return {Suite} for chaining
     */
    addSuite(suite2) {
      suite2.parent = this;
      suite2.root = false;
      suite2.timeout(this.timeout());
      suite2.retries(this.retries());
      suite2.slow(this.slow());
      suite2.bail(this.bail());
      this.suites.push(suite2);
      this.emit(Suite.constants.EVENT_SUITE_ADD_SUITE, suite2);
      return this;
    }
    /**
     * Add a `test` to this suite.
     *
     * @private
     * @param {Test} test
     * @return {Suite} for chaining
     */
    addTest(test2) {
      test2.parent = this;
      test2.timeout(this.timeout());
      test2.retries(this.retries());
      test2.slow(this.slow());
      test2.ctx = this.ctx;
      this.tests.push(test2);
      this.emit(Suite.constants.EVENT_SUITE_ADD_TEST, test2);
      return this;
    }
    /**
     * Return the full title generated by recursively concatenating the parent's
     * full title.
     *
     * @memberof Suite
     * @public
     * @return {string}
     */
    fullTitle() {
      return this.titlePath().join(" ");
    }
    /**
     * Return the title path generated by recursively concatenating the parent's
     * title path.
     *
     * @memberof Suite
     * @public
     * @return {string[]}
     */
    titlePath() {
      var result = [];
      if (this.parent) {
        result = result.concat(this.parent.titlePath());
      }
      if (!this.root) {
        result.push(this.title);
      }
      return result;
    }
    /**
     * Return the total number of tests.
     *
     * @memberof Suite
     * @public
     * @return {number}
     */
    total() {
      return this.suites.reduce(function(sum, suite2) {
        return sum + suite2.total();
      }, 0) + this.tests.length;
    }
    /**
     * Iterates through each suite recursively to find all tests. Applies a
     * function in the format `fn(test)`.
     *
     * @private
     * @param {Function} fn
     * @return {Suite}
     */
    eachTest(fn) {
      this.tests.forEach(fn);
      this.suites.forEach(function(suite2) {
        suite2.eachTest(fn);
      });
      return this;
    }
    /**
     * This will run the root suite if we happen to be running in delayed mode.
     * @private
     */
    run() {
      if (this.root) {
        this.emit(Suite.constants.EVENT_ROOT_SUITE_RUN);
      }
    }
    /**
     * Determines whether a suite has an `only` test or suite as a descendant.
     *
     * @private
     * @returns {Boolean}
     */
    hasOnly() {
      return this._onlyTests.length > 0 || this._onlySuites.length > 0 || this.suites.some(function(suite2) {
        return suite2.hasOnly();
      });
    }
    /**
     * Filter suites based on `isOnly` logic.
     *
     * @private
     * @returns {Boolean}
     */
    filterOnly() {
      if (this._onlyTests.length) {
        this.tests = this._onlyTests;
        this.suites = [];
      } else {
        this.tests = [];
        this._onlySuites.forEach(function(onlySuite) {
          if (onlySuite.hasOnly()) {
            onlySuite.filterOnly();
          }
        });
        var onlySuites = this._onlySuites;
        this.suites = this.suites.filter(function(childSuite) {
          return onlySuites.indexOf(childSuite) !== -1 || childSuite.filterOnly();
        });
      }
      return this.tests.length > 0 || this.suites.length > 0;
    }
    /**
     * Adds a suite to the list of subsuites marked `only`.
     *
     * @private
     * @param {Suite} suite
     */
    appendOnlySuite(suite2) {
      this._onlySuites.push(suite2);
    }
    /**
     * Marks a suite to be `only`.
     *
     * @private
     */
    markOnly() {
      this.parent && this.parent.appendOnlySuite(this);
    }
    /**
     * Adds a test to the list of tests marked `only`.
     *
     * @private
     * @param {Test} test
     */
    appendOnlyTest(test2) {
      this._onlyTests.push(test2);
    }
    /**
     * Returns the array of hooks by hook name; see `HOOK_TYPE_*` constants.
     * @private
     */
    getHooks(name) {
      return this["_" + name];
    }
    /**
     * cleans all references from this suite and all child suites.
     */
    dispose() {
      this.suites.forEach(function(suite2) {
        suite2.dispose();
      });
      this.cleanReferences();
    }
    /**
     * Cleans up the references to all the deferred functions
     * (before/after/beforeEach/afterEach) and tests of a Suite.
     * These must be deleted otherwise a memory leak can happen,
     * as those functions may reference variables from closures,
     * thus those variables can never be garbage collected as long
     * as the deferred functions exist.
     *
     * @private
     */
    cleanReferences() {
      function cleanArrReferences(arr) {
        for (var i2 = 0; i2 < arr.length; i2++) {
          delete arr[i2].fn;
        }
      }
      if (Array.isArray(this._beforeAll)) {
        cleanArrReferences(this._beforeAll);
      }
      if (Array.isArray(this._beforeEach)) {
        cleanArrReferences(this._beforeEach);
      }
      if (Array.isArray(this._afterAll)) {
        cleanArrReferences(this._afterAll);
      }
      if (Array.isArray(this._afterEach)) {
        cleanArrReferences(this._afterEach);
      }
      for (var i = 0; i < this.tests.length; i++) {
        delete this.tests[i].fn;
      }
    }
    /**
     * Returns an object suitable for IPC.
     * Functions are represented by keys beginning with `$$`.
     * @private
     * @returns {Object}
     */
    serialize() {
      return {
        _bail: this._bail,
        $$fullTitle: this.fullTitle(),
        $$isPending: Boolean(this.isPending()),
        root: this.root,
        title: this.title,
        [MOCHA_ID_PROP_NAME$1]: this.id,
        parent: this.parent ? { [MOCHA_ID_PROP_NAME$1]: this.parent.id } : null
      };
    }
  }
  var suite = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    Suite
  });
  const debug = debugModule("mocha:runner");
  var HOOK_TYPE_BEFORE_EACH = Suite.constants.HOOK_TYPE_BEFORE_EACH;
  var HOOK_TYPE_AFTER_EACH = Suite.constants.HOOK_TYPE_AFTER_EACH;
  var HOOK_TYPE_AFTER_ALL = Suite.constants.HOOK_TYPE_AFTER_ALL;
  var HOOK_TYPE_BEFORE_ALL = Suite.constants.HOOK_TYPE_BEFORE_ALL;
  var EVENT_ROOT_SUITE_RUN = Suite.constants.EVENT_ROOT_SUITE_RUN;
  var STATE_FAILED$2 = Runnable.constants.STATE_FAILED;
  var STATE_PASSED = Runnable.constants.STATE_PASSED;
  var STATE_PENDING = Runnable.constants.STATE_PENDING;
  var stackFilter = utils.stackTraceFilter();
  var stringify = utils.stringify;
  var globals = [
    "setTimeout",
    "clearTimeout",
    "setInterval",
    "clearInterval",
    "XMLHttpRequest",
    "Date",
    "setImmediate",
    "clearImmediate"
  ];
  var constants$g = utils.defineConstants(
    /**
     * {@link Runner}-related constants. Used by reporters. Each event emits the corresponding object, unless otherwise indicated.
     * @example
     * const Mocha = require('mocha');
     * const Base = Mocha.reporters.Base;
     * const {
     *   EVENT_HOOK_BEGIN,
     *   EVENT_TEST_PASS,
     *   EVENT_TEST_FAIL,
     *   EVENT_TEST_END
     * } = Mocha.Runner.constants
     *
     * function MyReporter(runner, options) {
     *   Base.call(this, runner, options);
     *
     *   runner.on(EVENT_HOOK_BEGIN, function(hook) {
     *     console.log('hook called: ', hook.title);
     *   });
     *
     *   runner.on(EVENT_TEST_PASS, function(test) {
     *     console.log('pass: %s', test.fullTitle());
     *   });
     *
     *   runner.on(EVENT_TEST_FAIL, function(test, err) {
     *     console.log('fail: %s -- error: %s', test.fullTitle(), err.message);
     *   });
     *
     *   runner.on(EVENT_TEST_END, function() {
     *     console.log('end: %d/%d', runner.stats.passes, runner.stats.tests);
     *   });
     * }
     *
     * module.exports = MyReporter;
     *
     * @public
     * @memberof Runner
     * @readonly
     * @alias constants
     * @static
     * @enum {string}
     */
    {
      /**
       * Emitted when {@link Hook} execution begins
       */
      EVENT_HOOK_BEGIN: "hook",
      /**
       * Emitted when {@link Hook} execution ends
       */
      EVENT_HOOK_END: "hook end",
      /**
       * Emitted when Root {@link Suite} execution begins (all files have been parsed and hooks/tests are ready for execution)
       */
      EVENT_RUN_BEGIN: "start",
      /**
       * Emitted when Root {@link Suite} execution has been delayed via `delay` option
       */
      EVENT_DELAY_BEGIN: "waiting",
      /**
       * Emitted when delayed Root {@link Suite} execution is triggered by user via `global.run()`
       */
      EVENT_DELAY_END: "ready",
      /**
       * Emitted when Root {@link Suite} execution ends
       */
      EVENT_RUN_END: "end",
      /**
       * Emitted when {@link Suite} execution begins
       */
      EVENT_SUITE_BEGIN: "suite",
      /**
       * Emitted when {@link Suite} execution ends
       */
      EVENT_SUITE_END: "suite end",
      /**
       * Emitted when {@link Test} execution begins
       */
      EVENT_TEST_BEGIN: "test",
      /**
       * Emitted when {@link Test} execution ends
       */
      EVENT_TEST_END: "test end",
      /**
       * Emitted when {@link Test} execution fails. Includes an `err` object of type `Error`.
       * @example
       * runner.on(EVENT_TEST_FAIL, function(test, err) {
       *   console.log('fail: %s -- error: %s', test.fullTitle(), err.message);
       * });
       *
       *
       */
      EVENT_TEST_FAIL: "fail",
      /**
       * Emitted when {@link Test} execution succeeds
       */
      EVENT_TEST_PASS: "pass",
      /**
       * Emitted when {@link Test} becomes pending
       */
      EVENT_TEST_PENDING: "pending",
      /**
       * Emitted when {@link Test} execution has failed, but will retry
       */
      EVENT_TEST_RETRY: "retry",
      /**
       * Initial state of Runner
       */
      STATE_IDLE: "idle",
      /**
       * State set to this value when the Runner has started running
       */
      STATE_RUNNING: "running",
      /**
       * State set to this value when the Runner has stopped
       */
      STATE_STOPPED: "stopped"
    }
  );
  class Runner extends EventEmitter {
    /**
     * Initialize a `Runner` at the Root {@link Suite}, which represents a hierarchy of {@link Suite|Suites} and {@link Test|Tests}.
     *
     * @extends external:EventEmitter
     * @public
     * @class
     * @param {Suite} suite - Root suite
     * @param {Object} [opts] - Settings object
     * @param {boolean} [opts.cleanReferencesAfterRun] - Whether to clean references to test fns and hooks when a suite is done.
     * @param {boolean} [opts.delay] - Whether to delay execution of root suite until ready.
     * @param {boolean} [opts.dryRun] - Whether to report tests without running them.
     * @param {boolean} [opts.failZero] - Whether to fail test run if zero tests encountered.
     * @param {boolean} [opts.failHookAffectedTests] - Whether to fail all tests affected by hook failures.
     */
    constructor(suite2, opts = {}) {
      super();
      var self2 = this;
      this._globals = [];
      this._abort = false;
      this.suite = suite2;
      this._opts = opts;
      this.state = constants$g.STATE_IDLE;
      this.total = suite2.total();
      this.failures = 0;
      this._eventListeners = /* @__PURE__ */ new Map();
      this.on(constants$g.EVENT_TEST_END, function(test2) {
        if (test2.type === "test" && test2.retriedTest() && test2.parent) {
          var idx = test2.parent.tests && test2.parent.tests.indexOf(test2.retriedTest());
          if (idx > -1) test2.parent.tests[idx] = test2;
        }
        self2.checkGlobals(test2);
      });
      this.on(constants$g.EVENT_HOOK_END, function(hook2) {
        self2.checkGlobals(hook2);
      });
      this._defaultGrep = /.*/;
      this.grep(this._defaultGrep);
      this.globals(this.globalProps());
      this.uncaught = this._uncaught.bind(this);
      this.unhandled = (reason, promise) => {
        if (isMochaError(reason)) {
          debug(
            "trapped unhandled rejection coming out of Mocha; forwarding to uncaught handler:",
            reason
          );
          this.uncaught(reason);
        } else {
          debug(
            "trapped unhandled rejection from (probably) user code; re-emitting on process"
          );
          this._removeEventListener(
            browser$1$1,
            "unhandledRejection",
            this.unhandled
          );
          try {
            browser$1$1.emit("unhandledRejection", reason, promise);
          } finally {
            this._addEventListener(browser$1$1, "unhandledRejection", this.unhandled);
          }
        }
      };
    }
  }
  Runner.immediately = global$1.setImmediate;
  Runner.prototype._addEventListener = function(target, eventName, listener) {
    debug(
      "_addEventListener(): adding for event %s; %d current listeners",
      eventName,
      target.listenerCount(eventName)
    );
    if (this._eventListeners.has(target) && this._eventListeners.get(target).has(eventName) && this._eventListeners.get(target).get(eventName).has(listener)) {
      debug(
        "warning: tried to attach duplicate event listener for %s",
        eventName
      );
      return;
    }
    target.on(eventName, listener);
    const targetListeners = this._eventListeners.has(target) ? this._eventListeners.get(target) : /* @__PURE__ */ new Map();
    const targetEventListeners = targetListeners.has(eventName) ? targetListeners.get(eventName) : /* @__PURE__ */ new Set();
    targetEventListeners.add(listener);
    targetListeners.set(eventName, targetEventListeners);
    this._eventListeners.set(target, targetListeners);
  };
  Runner.prototype._removeEventListener = function(target, eventName, listener) {
    target.removeListener(eventName, listener);
    if (this._eventListeners.has(target)) {
      const targetListeners = this._eventListeners.get(target);
      if (targetListeners.has(eventName)) {
        const targetEventListeners = targetListeners.get(eventName);
        targetEventListeners.delete(listener);
        if (!targetEventListeners.size) {
          targetListeners.delete(eventName);
        }
      }
      if (!targetListeners.size) {
        this._eventListeners.delete(target);
      }
    } else {
      debug("trying to remove listener for untracked object %s", target);
    }
  };
  Runner.prototype.dispose = function() {
    this.removeAllListeners();
    this._eventListeners.forEach((targetListeners, target) => {
      targetListeners.forEach((targetEventListeners, eventName) => {
        targetEventListeners.forEach((listener) => {
          target.removeListener(eventName, listener);
        });
      });
    });
    this._eventListeners.clear();
  };
  Runner.prototype.grep = function(re, invert) {
    debug("grep(): setting to %s", re);
    this._grep = re;
    this._invert = invert;
    this.total = this.grepTotal(this.suite);
    return this;
  };
  Runner.prototype.grepTotal = function(suite2) {
    var self2 = this;
    var total = 0;
    suite2.eachTest(function(test2) {
      var match = self2._grep.test(test2.fullTitle());
      if (self2._invert) {
        match = !match;
      }
      if (match) {
        total++;
      }
    });
    return total;
  };
  Runner.prototype.globalProps = function() {
    var props = Object.keys(global$1);
    for (var i = 0; i < globals.length; ++i) {
      if (~props.indexOf(globals[i])) {
        continue;
      }
      props.push(globals[i]);
    }
    return props;
  };
  Runner.prototype.globals = function(arr) {
    if (!arguments.length) {
      return this._globals;
    }
    debug("globals(): setting to %O", arr);
    this._globals = this._globals.concat(arr);
    return this;
  };
  Runner.prototype.checkGlobals = function(test2) {
    if (!this.checkLeaks) {
      return;
    }
    var ok = this._globals;
    var globals2 = this.globalProps();
    var leaks;
    if (test2) {
      ok = ok.concat(test2._allowedGlobals || []);
    }
    if (this.prevGlobalsLength === globals2.length) {
      return;
    }
    this.prevGlobalsLength = globals2.length;
    leaks = filterLeaks(ok, globals2);
    this._globals = this._globals.concat(leaks);
    if (leaks.length) {
      var msg = `global leak(s) detected: ${leaks.map((e) => `'${e}'`).join(", ")}`;
      this.fail(test2, new Error(msg));
    }
  };
  function createHookSkipError(hookTitle, hookError) {
    if (!hookError) {
      hookError = createInvalidExceptionError(
        'Hook "' + hookTitle + '" failed with exception: ' + hookError,
        hookError
      );
    } else if (!isError(hookError)) {
      hookError = thrown2Error(hookError);
    }
    var errorMessage = 'Test skipped due to failure in hook "' + hookTitle + '": ' + hookError.message;
    var testError = new Error(errorMessage);
    testError.stack = hookError.stack;
    return testError;
  }
  Runner.prototype.failAffectedTests = function(suite2, hookError, hookTitle) {
    if (!this._opts.failHookAffectedTests) {
      return;
    }
    var self2 = this;
    var testError = createHookSkipError(hookTitle, hookError);
    function failTestsInSuite(s) {
      s.tests.forEach(function(test2) {
        if (!test2.state) {
          test2.state = STATE_FAILED$2;
          self2.failures++;
          self2.emit(constants$g.EVENT_TEST_BEGIN, test2);
          self2.emit(constants$g.EVENT_TEST_FAIL, test2, testError);
          self2.emit(constants$g.EVENT_TEST_END, test2);
        }
      });
      s.suites.forEach(failTestsInSuite);
    }
    failTestsInSuite(suite2);
  };
  Runner.prototype.fail = function(test2, err, force) {
    force = force === true;
    if (test2.isPending() && !force) {
      return;
    }
    if (this.state === constants$g.STATE_STOPPED) {
      if (err.code === constants$h.MULTIPLE_DONE) {
        throw err;
      }
      throw createFatalError(
        "Test failed after root suite execution completed!",
        err
      );
    }
    ++this.failures;
    debug("total number of failures: %d", this.failures);
    test2.state = STATE_FAILED$2;
    if (!isError(err)) {
      err = thrown2Error(err);
    }
    if (!this.fullStackTrace) {
      const alreadyFiltered = /* @__PURE__ */ new Set();
      let currentErr = err;
      while (currentErr && currentErr.stack && !alreadyFiltered.has(currentErr)) {
        alreadyFiltered.add(currentErr);
        try {
          currentErr.stack = stackFilter(currentErr.stack);
        } catch {
        }
        currentErr = currentErr.cause;
      }
    }
    this.emit(constants$g.EVENT_TEST_FAIL, test2, err);
  };
  Runner.prototype.hook = function(name, fn) {
    if (this._opts.dryRun) return fn();
    var suite2 = this.suite;
    var hooks = suite2.getHooks(name);
    var self2 = this;
    function next(i) {
      var hook2 = hooks[i];
      if (!hook2) {
        return fn();
      }
      self2.currentRunnable = hook2;
      if (name === HOOK_TYPE_BEFORE_ALL) {
        hook2.ctx.currentTest = hook2.parent.tests[0];
      } else if (name === HOOK_TYPE_AFTER_ALL) {
        hook2.ctx.currentTest = hook2.parent.tests[hook2.parent.tests.length - 1];
      } else {
        hook2.ctx.currentTest = self2.test;
      }
      setHookTitle(hook2);
      hook2.allowUncaught = self2.allowUncaught;
      self2.emit(constants$g.EVENT_HOOK_BEGIN, hook2);
      if (!hook2.listeners("error").length) {
        self2._addEventListener(hook2, "error", function(err) {
          self2.fail(hook2, err);
        });
      }
      hook2.run(function cbHookRun(err) {
        var testError = hook2.error();
        if (testError) {
          self2.fail(self2.test, testError);
        }
        if (hook2.pending) {
          if (name === HOOK_TYPE_AFTER_EACH) {
            if (self2.test) {
              self2.test.pending = true;
            }
          } else if (name === HOOK_TYPE_BEFORE_EACH) {
            if (self2.test) {
              self2.test.pending = true;
            }
            self2.emit(constants$g.EVENT_HOOK_END, hook2);
            hook2.pending = false;
            return fn(new Error("abort hookDown"));
          } else if (name === HOOK_TYPE_BEFORE_ALL) {
            suite2.tests.forEach(function(test2) {
              test2.pending = true;
            });
            suite2.suites.forEach(function(suite3) {
              suite3.pending = true;
            });
            hooks = [];
          } else {
            hook2.pending = false;
            var errForbid = createUnsupportedError$2("`this.skip` forbidden");
            self2.fail(hook2, errForbid);
            return fn(errForbid);
          }
        } else if (err) {
          self2.fail(hook2, err);
          if (self2._opts.failHookAffectedTests) {
            if (name === HOOK_TYPE_BEFORE_ALL) {
              self2.failAffectedTests(self2.suite, err, hook2.title);
            } else if (name === HOOK_TYPE_BEFORE_EACH) {
              if (self2.test && !self2.test.state) {
                var testError = createHookSkipError(hook2.title, err);
                self2.test.state = STATE_FAILED$2;
                self2.failures++;
                self2.emit(constants$g.EVENT_TEST_BEGIN, self2.test);
                self2.emit(constants$g.EVENT_TEST_FAIL, self2.test, testError);
                self2.emit(constants$g.EVENT_TEST_END, self2.test);
              }
              self2._failedBeforeEachHook = {
                error: err,
                title: hook2.title
              };
            }
          }
          return fn(err);
        }
        self2.emit(constants$g.EVENT_HOOK_END, hook2);
        delete hook2.ctx.currentTest;
        setHookTitle(hook2);
        next(++i);
      });
      function setHookTitle(hook3) {
        hook3.originalTitle = hook3.originalTitle || hook3.title;
        if (hook3.ctx && hook3.ctx.currentTest) {
          hook3.title = `${hook3.originalTitle} for "${hook3.ctx.currentTest.title}"`;
        } else {
          var parentTitle;
          if (hook3.parent.title) {
            parentTitle = hook3.parent.title;
          } else {
            parentTitle = hook3.parent.root ? "{root}" : "";
          }
          hook3.title = `${hook3.originalTitle} in "${parentTitle}"`;
        }
      }
    }
    Runner.immediately(function() {
      next(0);
    });
  };
  Runner.prototype.hooks = function(name, suites, fn) {
    var self2 = this;
    var orig = this.suite;
    function next(suite2) {
      self2.suite = suite2;
      if (!suite2) {
        self2.suite = orig;
        return fn();
      }
      self2.hook(name, function(err) {
        if (err) {
          var errSuite = self2.suite;
          self2.suite = orig;
          return fn(err, errSuite);
        }
        next(suites.pop());
      });
    }
    next(suites.pop());
  };
  Runner.prototype.hookUp = function(name, fn) {
    var suites = [this.suite].concat(this.parents()).reverse();
    this.hooks(name, suites, fn);
  };
  Runner.prototype.hookDown = function(name, fn) {
    var suites = [this.suite].concat(this.parents());
    this.hooks(name, suites, fn);
  };
  Runner.prototype.parents = function() {
    var suite2 = this.suite;
    var suites = [];
    while (suite2.parent) {
      suite2 = suite2.parent;
      suites.push(suite2);
    }
    return suites;
  };
  Runner.prototype.runTest = function(fn) {
    if (this._opts.dryRun) return Runner.immediately(fn);
    var self2 = this;
    var test2 = this.test;
    if (!test2) {
      return;
    }
    if (this.asyncOnly) {
      test2.asyncOnly = true;
    }
    this._addEventListener(test2, "error", function(err) {
      self2.fail(test2, err);
    });
    if (this.allowUncaught) {
      test2.allowUncaught = true;
      return test2.run(fn);
    }
    try {
      test2.run(fn);
    } catch (err) {
      fn(err);
    }
  };
  Runner.prototype.runTests = function(suite2, fn) {
    var self2 = this;
    var tests = suite2.tests.slice();
    var test2;
    function hookErr(err, errSuite, after) {
      var orig = self2.suite;
      if (self2._opts.failHookAffectedTests && !after && self2._failedBeforeEachHook) {
        self2.failAffectedTests(
          suite2,
          self2._failedBeforeEachHook.error,
          self2._failedBeforeEachHook.title
        );
        delete self2._failedBeforeEachHook;
      }
      self2.suite = after ? errSuite.parent : errSuite;
      if (self2.suite) {
        self2.hookUp(HOOK_TYPE_AFTER_EACH, function(err2, errSuite2) {
          self2.suite = orig;
          if (err2) {
            return hookErr(err2, errSuite2, true);
          }
          fn(errSuite);
        });
      } else {
        self2.suite = orig;
        fn(errSuite);
      }
    }
    function next(err, errSuite) {
      if (self2.failures && suite2._bail) {
        tests = [];
      }
      if (self2._abort) {
        return fn();
      }
      if (err) {
        return hookErr(err, errSuite, true);
      }
      test2 = tests.shift();
      if (!test2) {
        return fn();
      }
      var match = self2._grep.test(test2.fullTitle());
      if (self2._invert) {
        match = !match;
      }
      if (!match) {
        if (self2._grep !== self2._defaultGrep) {
          Runner.immediately(next);
        } else {
          next();
        }
        return;
      }
      if (test2.isPending()) {
        if (self2.forbidPending) {
          self2.fail(test2, new Error("Pending test forbidden"), true);
        } else {
          test2.state = STATE_PENDING;
          self2.emit(constants$g.EVENT_TEST_PENDING, test2);
        }
        self2.emit(constants$g.EVENT_TEST_END, test2);
        return next();
      }
      self2.emit(constants$g.EVENT_TEST_BEGIN, self2.test = test2);
      self2.hookDown(HOOK_TYPE_BEFORE_EACH, function(err2, errSuite2) {
        if (test2.isPending()) {
          if (self2.forbidPending) {
            self2.fail(test2, new Error("Pending test forbidden"), true);
          } else {
            test2.state = STATE_PENDING;
            self2.emit(constants$g.EVENT_TEST_PENDING, test2);
          }
          self2.emit(constants$g.EVENT_TEST_END, test2);
          var origSuite = self2.suite;
          self2.suite = errSuite2 || self2.suite;
          return self2.hookUp(HOOK_TYPE_AFTER_EACH, function(e, eSuite) {
            self2.suite = origSuite;
            next(e, eSuite);
          });
        }
        if (err2) {
          return hookErr(err2, errSuite2, false);
        }
        self2.currentRunnable = self2.test;
        self2.runTest(function(err3) {
          test2 = self2.test;
          if (test2.pending) {
            if (self2.forbidPending) {
              self2.fail(test2, new Error("Pending test forbidden"), true);
            } else {
              test2.state = STATE_PENDING;
              self2.emit(constants$g.EVENT_TEST_PENDING, test2);
            }
            self2.emit(constants$g.EVENT_TEST_END, test2);
            return self2.hookUp(HOOK_TYPE_AFTER_EACH, next);
          } else if (err3) {
            var retry = test2.currentRetry();
            if (retry < test2.retries()) {
              var clonedTest = test2.clone();
              clonedTest.currentRetry(retry + 1);
              tests.unshift(clonedTest);
              self2.emit(constants$g.EVENT_TEST_RETRY, test2, err3);
              return self2.hookUp(HOOK_TYPE_AFTER_EACH, next);
            } else {
              self2.fail(test2, err3);
            }
            self2.emit(constants$g.EVENT_TEST_END, test2);
            return self2.hookUp(HOOK_TYPE_AFTER_EACH, next);
          }
          test2.state = STATE_PASSED;
          self2.emit(constants$g.EVENT_TEST_PASS, test2);
          self2.emit(constants$g.EVENT_TEST_END, test2);
          self2.hookUp(HOOK_TYPE_AFTER_EACH, next);
        });
      });
    }
    this.next = next;
    this.hookErr = hookErr;
    next();
  };
  Runner.prototype.runSuite = function(suite2, fn) {
    var i = 0;
    var self2 = this;
    var total = this.grepTotal(suite2);
    debug("runSuite(): running %s", suite2.fullTitle());
    if (!total || self2.failures && suite2._bail) {
      debug("runSuite(): bailing");
      return fn();
    }
    this.emit(constants$g.EVENT_SUITE_BEGIN, this.suite = suite2);
    function next(errSuite) {
      if (errSuite) {
        if (errSuite === suite2) {
          return done2();
        }
        return done2(errSuite);
      }
      if (self2._abort) {
        return done2();
      }
      var curr = suite2.suites[i++];
      if (!curr) {
        return done2();
      }
      if (self2._grep !== self2._defaultGrep) {
        Runner.immediately(function() {
          self2.runSuite(curr, next);
        });
      } else {
        self2.runSuite(curr, next);
      }
    }
    function done2(errSuite) {
      self2.suite = suite2;
      self2.nextSuite = next;
      delete self2.test;
      self2.hook(HOOK_TYPE_AFTER_ALL, function() {
        self2.emit(constants$g.EVENT_SUITE_END, suite2);
        fn(errSuite);
      });
    }
    this.nextSuite = next;
    this.hook(HOOK_TYPE_BEFORE_ALL, function(err) {
      if (err) {
        return done2();
      }
      self2.runTests(suite2, next);
    });
  };
  Runner.prototype._uncaught = function(err) {
    if (!(this instanceof Runner)) {
      throw createFatalError(
        "Runner#uncaught() called with invalid context",
        this
      );
    }
    if (err instanceof PendingError) {
      debug("uncaught(): caught a PendingError");
      return;
    }
    if (this.allowUncaught && !utils.isBrowser()) {
      debug("uncaught(): bubbling exception due to --allow-uncaught");
      throw err;
    }
    if (this.state === constants$g.STATE_STOPPED) {
      debug("uncaught(): throwing after run has completed!");
      throw err;
    }
    if (err) {
      debug("uncaught(): got truthy exception %O", err);
    } else {
      debug("uncaught(): undefined/falsy exception");
      err = createInvalidExceptionError(
        "Caught falsy/undefined exception which would otherwise be uncaught. No stack trace found; try a debugger",
        err
      );
    }
    if (!isError(err)) {
      err = thrown2Error(err);
      debug('uncaught(): converted "error" %o to Error', err);
    }
    err.uncaught = true;
    var runnable2 = this.currentRunnable;
    if (!runnable2) {
      runnable2 = new Runnable("Uncaught error outside test suite");
      debug("uncaught(): no current Runnable; created a phony one");
      runnable2.parent = this.suite;
      if (err.file) {
        runnable2.file = err.file;
      }
      if (this.state === constants$g.STATE_RUNNING) {
        debug("uncaught(): failing gracefully");
        this.fail(runnable2, err);
      } else {
        debug("uncaught(): test run has not yet started; unrecoverable");
        this.emit(constants$g.EVENT_RUN_BEGIN);
        this.fail(runnable2, err);
        this.emit(constants$g.EVENT_RUN_END);
      }
      return;
    }
    runnable2.clearTimeout();
    if (runnable2.isFailed()) {
      debug("uncaught(): Runnable has already failed");
      return;
    } else if (runnable2.isPending()) {
      debug("uncaught(): pending Runnable wound up failing!");
      this.fail(runnable2, err, true);
      return;
    }
    if (runnable2.isPassed()) {
      debug("uncaught(): Runnable has already passed; bailing gracefully");
      this.fail(runnable2, err);
      this.abort();
    } else {
      debug("uncaught(): forcing Runnable to complete with Error");
      return runnable2.callback(err);
    }
  };
  Runner.prototype.run = function(fn, opts = {}) {
    var rootSuite = this.suite;
    var options = opts.options || {};
    debug("run(): got options: %O", options);
    fn = fn || function() {
    };
    const end = () => {
      if (!this.total && this._opts.failZero) this.failures = 1;
      debug("run(): root suite completed; emitting %s", constants$g.EVENT_RUN_END);
      this.emit(constants$g.EVENT_RUN_END);
    };
    const begin = () => {
      debug("run(): emitting %s", constants$g.EVENT_RUN_BEGIN);
      this.emit(constants$g.EVENT_RUN_BEGIN);
      debug("run(): emitted %s", constants$g.EVENT_RUN_BEGIN);
      this.runSuite(rootSuite, end);
    };
    const prepare = () => {
      debug("run(): starting");
      if (rootSuite.hasOnly()) {
        rootSuite.filterOnly();
        debug("run(): filtered exclusive Runnables");
      }
      this.state = constants$g.STATE_RUNNING;
      if (this._opts.delay) {
        this.emit(constants$g.EVENT_DELAY_END);
        debug('run(): "delay" ended');
      }
      return begin();
    };
    if (this._opts.cleanReferencesAfterRun) {
      this.on(constants$g.EVENT_SUITE_END, (suite2) => {
        suite2.cleanReferences();
      });
    }
    this.on(constants$g.EVENT_RUN_END, function() {
      this.state = constants$g.STATE_STOPPED;
      debug("run(): emitted %s", constants$g.EVENT_RUN_END);
      fn(this.failures);
    });
    this._removeEventListener(browser$1$1, "uncaughtException", this.uncaught);
    this._removeEventListener(browser$1$1, "unhandledRejection", this.unhandled);
    this._addEventListener(browser$1$1, "uncaughtException", this.uncaught);
    this._addEventListener(browser$1$1, "unhandledRejection", this.unhandled);
    if (this._opts.delay) {
      this.emit(constants$g.EVENT_DELAY_BEGIN, rootSuite);
      rootSuite.once(EVENT_ROOT_SUITE_RUN, prepare);
      debug("run(): waiting for green light due to --delay");
    } else {
      Runner.immediately(prepare);
    }
    return this;
  };
  Runner.prototype.linkPartialObjects = function() {
    return this;
  };
  Runner.prototype.runAsync = async function runAsync(opts = {}) {
    return new Promise((resolve2) => {
      this.run(resolve2, opts);
    });
  };
  Runner.prototype.abort = function() {
    debug("abort(): aborting");
    this._abort = true;
    return this;
  };
  Runner.prototype.isParallelMode = function isParallelMode() {
    return false;
  };
  Runner.prototype.workerReporter = function() {
    throw createUnsupportedError$2("workerReporter() not supported in serial mode");
  };
  function filterLeaks(ok, globals2) {
    return globals2.filter(function(key) {
      if (/^\d+/.test(key)) {
        return false;
      }
      if (global$1.navigator && /^getInterface/.test(key)) {
        return false;
      }
      if (global$1.navigator && /^\d+/.test(key)) {
        return false;
      }
      if (/^mocha-/.test(key)) {
        return false;
      }
      var matched = ok.filter(function(ok2) {
        if (~ok2.indexOf("*")) {
          return key.indexOf(ok2.split("*")[0]) === 0;
        }
        return key === ok2;
      });
      return !matched.length && (!global$1.navigator || key !== "onerror");
    });
  }
  function isError(err) {
    return err instanceof Error || err && typeof err.message === "string";
  }
  function thrown2Error(err) {
    return new Error(
      `the ${utils.canonicalType(err)} ${stringify(
        err
      )} was thrown, throw an Error :)`
    );
  }
  Runner.constants = constants$g;
  var runner = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    Runner
  });
  const { constants: constants$f } = Runner;
  var EVENT_TEST_PASS$c = constants$f.EVENT_TEST_PASS;
  var EVENT_TEST_FAIL$c = constants$f.EVENT_TEST_FAIL;
  const isBrowser = utils.isBrowser();
  function getBrowserWindowSize() {
    if ("innerHeight" in global$1) {
      return [global$1.innerHeight, global$1.innerWidth];
    }
    return [640, 480];
  }
  var isatty = isBrowser || browser$1$1.stdout.isTTY && browser$1$1.stderr.isTTY;
  var consoleLog = console.log;
  class Base {
    /**
     * Constructs a new `Base` reporter instance.
     *
     * @public
     * @memberof Mocha.reporters
     * @param {Runner} runner - Instance triggers reporter actions.
     * @param {Object} [options] - runner options
     */
    constructor(runner2, options) {
      var failures = this.failures = [];
      if (!runner2) {
        throw new TypeError("Missing runner argument");
      }
      this.options = options || {};
      this.runner = runner2;
      this.stats = runner2.stats;
      var maxDiffSizeOpt = this.options.reporterOption && this.options.reporterOption.maxDiffSize;
      if (maxDiffSizeOpt !== void 0 && !isNaN(Number(maxDiffSizeOpt))) {
        Base.maxDiffSize = Number(maxDiffSizeOpt);
      }
      runner2.on(EVENT_TEST_PASS$c, function(test2) {
        if (test2.duration > test2.slow()) {
          test2.speed = "slow";
        } else if (test2.duration > test2.slow() / 2) {
          test2.speed = "medium";
        } else {
          test2.speed = "fast";
        }
      });
      runner2.on(EVENT_TEST_FAIL$c, function(test2, err) {
        if (Base.showDiff(err)) {
          stringifyDiffObjs(err);
        }
        if (test2.err && err instanceof Error) {
          test2.err.multiple = (test2.err.multiple || []).concat(err);
        } else {
          test2.err = err;
        }
        failures.push(test2);
      });
    }
    /**
     * Outputs common epilogue used by many of the bundled reporters.
     *
     * @public
     * @memberof Mocha.reporters
     */
    epilogue() {
      var stats = this.stats;
      var fmt;
      Base.consoleLog();
      fmt = Base.color("bright pass", " ") + Base.color("green", " %d passing") + Base.color("light", " (%s)");
      Base.consoleLog(fmt, stats.passes || 0, ms(stats.duration));
      if (stats.pending) {
        fmt = Base.color("pending", " ") + Base.color("pending", " %d pending");
        Base.consoleLog(fmt, stats.pending);
      }
      if (stats.failures) {
        fmt = Base.color("fail", "  %d failing");
        Base.consoleLog(fmt, stats.failures);
        Base.list(this.failures);
        Base.consoleLog();
      }
      Base.consoleLog();
    }
  }
  Base.consoleLog = consoleLog;
  Base.abstract = true;
  Base.useColors = !isBrowser && (supportsColor.stdout || browser$1$1.env.MOCHA_COLORS !== void 0);
  Base.inlineDiffs = false;
  Base.maxDiffSize = 8192;
  Base.colors = {
    pass: 90,
    fail: 31,
    "bright pass": 92,
    "bright fail": 91,
    "bright yellow": 93,
    pending: 36,
    suite: 0,
    "error title": 0,
    "error message": 31,
    "error stack": 90,
    checkmark: 32,
    fast: 90,
    medium: 33,
    slow: 31,
    green: 32,
    light: 90,
    "diff gutter": 90,
    "diff added": 32,
    "diff removed": 31,
    "diff added inline": "30;42",
    "diff removed inline": "30;41"
  };
  Base.symbols = {
    ok: utils.logSymbols.success,
    err: utils.logSymbols.error,
    dot: ".",
    comma: ",",
    bang: "!"
  };
  Base.color = function(type, str) {
    if (!Base.useColors) {
      return String(str);
    }
    return "\x1B[" + Base.colors[type] + "m" + str + "\x1B[0m";
  };
  Base.window = {
    width: 75
  };
  if (isatty) {
    if (isBrowser) {
      Base.window.width = getBrowserWindowSize()[1];
    } else {
      Base.window.width = browser$1$1.stdout.getWindowSize(1)[0];
    }
  }
  Base.cursor = {
    hide: function() {
      isatty && browser$1$1.stdout.write("\x1B[?25l");
    },
    show: function() {
      isatty && browser$1$1.stdout.write("\x1B[?25h");
    },
    deleteLine: function() {
      isatty && browser$1$1.stdout.write("\x1B[2K");
    },
    beginningOfLine: function() {
      isatty && browser$1$1.stdout.write("\x1B[0G");
    },
    CR: function() {
      if (isatty) {
        Base.cursor.deleteLine();
        Base.cursor.beginningOfLine();
      } else {
        browser$1$1.stdout.write("\r");
      }
    }
  };
  Base.showDiff = function(err) {
    return err && err.showDiff !== false && sameType(err.actual, err.expected) && err.expected !== void 0;
  };
  function estimateSize(val, maxDepth, seen) {
    if (maxDepth <= 0) return -1;
    seen = seen || /* @__PURE__ */ new Set();
    const type = typeof val;
    if (type === "string") return val.length;
    if (type === "number" || type === "boolean") return 8;
    if (val === null || val === void 0) return 4;
    if (type === "object") {
      if (seen.has(val)) return -1;
      seen.add(val);
      if (typeof Buffer2 !== "undefined" && Buffer2.isBuffer(val)) {
        return val.length > 1e4 ? -1 : val.length * 2;
      }
      let size = 2;
      try {
        const keys2 = Object.keys(val);
        if (keys2.length > 1e3) return -1;
        for (const key of keys2) {
          const childSize = estimateSize(val[key], maxDepth - 1, seen);
          if (childSize === -1) return -1;
          size += key.length + childSize + 4;
          if (size > 1e5) return -1;
        }
      } catch {
        return -1;
      }
      seen.delete(val);
      return size;
    }
    return 50;
  }
  function stringifyDiffObjs(err) {
    if (!utils.isString(err.actual) || !utils.isString(err.expected)) {
      const maxSafeSize = Base.maxDiffSize || 8192;
      const actualSize = estimateSize(err.actual, 10);
      const expectedSize = estimateSize(err.expected, 10);
      if (actualSize === -1 || expectedSize === -1 || actualSize > maxSafeSize || expectedSize > maxSafeSize) {
        err.actual = "[object too large to diff]";
        err.expected = "[object too large to diff]";
        return;
      }
      err.actual = utils.stringify(err.actual);
      err.expected = utils.stringify(err.expected);
    }
  }
  Base.generateDiff = function(actual, expected) {
    try {
      var maxLen = Base.maxDiffSize;
      var skipped = 0;
      if (maxLen > 0) {
        skipped = Math.max(actual.length - maxLen, expected.length - maxLen);
        actual = actual.slice(0, maxLen);
        expected = expected.slice(0, maxLen);
      }
      let result = Base.inlineDiffs ? inlineDiff(actual, expected) : unifiedDiff(actual, expected);
      if (skipped > 0) {
        result = `${result}
      [mocha] output truncated to ${maxLen} characters, see "maxDiffSize" reporter-option
`;
      }
      return result;
    } catch {
      var msg = "\n      " + Base.color("diff added", "+ expected") + " " + Base.color("diff removed", "- actual:  failed to generate Mocha diff") + "\n";
      return msg;
    }
  };
  var getFullErrorStack = function(err, seen) {
    if (seen && seen.has(err)) {
      return { message: "", msg: "<circular>", stack: "" };
    }
    var message;
    var usedInspect = false;
    if (typeof err.inspect === "function") {
      message = err.inspect() + "";
      usedInspect = true;
    } else if (err.message && typeof err.message.toString === "function") {
      message = err.message + "";
    } else {
      message = "";
    }
    var rawStack = err.stack || message;
    var lines = rawStack.split("\n");
    var lastLine = lines.length - 1;
    while (lastLine >= 0 && lines[lastLine] === "") {
      lastLine--;
    }
    var frameStart = lastLine + 1;
    for (var i = lastLine; i >= 0; i--) {
      if (/^\s+at\s/.test(lines[i])) {
        frameStart = i;
      } else {
        break;
      }
    }
    var msg;
    var stack;
    var splitSucceeded = false;
    if (frameStart <= lastLine) {
      stack = lines.slice(frameStart, lastLine + 1).join("\n");
      msg = usedInspect || frameStart === 0 ? message : lines.slice(0, frameStart).join("\n");
      splitSucceeded = true;
    } else {
      var index = message ? rawStack.indexOf(message) : -1;
      if (index === -1) {
        msg = message;
        stack = rawStack;
      } else {
        index += message.length;
        msg = rawStack.slice(0, index);
        stack = rawStack.slice(index + 1);
        splitSucceeded = true;
      }
    }
    if (splitSucceeded && err.cause) {
      seen = seen || /* @__PURE__ */ new Set();
      seen.add(err);
      const causeStack = getFullErrorStack(err.cause, seen);
      stack += "\n   Caused by: " + causeStack.msg + (causeStack.stack ? "\n" + causeStack.stack : "");
    }
    return {
      message,
      msg,
      stack
    };
  };
  Base.list = function(failures) {
    var multipleErr, multipleTest;
    Base.consoleLog();
    failures.forEach(function(test2, i) {
      var fmt = Base.color("error title", "  %s) %s:\n") + Base.color("error message", "     %s") + Base.color("error stack", "\n%s\n");
      var err;
      if (test2.err && test2.err.multiple) {
        if (multipleTest !== test2) {
          multipleTest = test2;
          multipleErr = [test2.err].concat(test2.err.multiple);
        }
        err = multipleErr.shift();
      } else {
        err = test2.err;
      }
      var { message, msg, stack } = getFullErrorStack(err);
      if (err.uncaught) {
        msg = "Uncaught " + msg;
      }
      if (!Base.hideDiff && Base.showDiff(err)) {
        stringifyDiffObjs(err);
        fmt = Base.color("error title", "  %s) %s:\n%s") + Base.color("error stack", "\n%s\n");
        var match = message.match(/^([^:]+): expected/);
        msg = "\n      " + Base.color("error message", match ? match[1] : msg);
        msg += Base.generateDiff(err.actual, err.expected);
      }
      stack = stack.replace(/^/gm, "  ");
      var testTitle = "";
      test2.titlePath().forEach(function(str, index) {
        if (index !== 0) {
          testTitle += "\n     ";
        }
        for (var i2 = 0; i2 < index; i2++) {
          testTitle += "  ";
        }
        testTitle += str;
      });
      Base.consoleLog(fmt, i + 1, testTitle, msg, stack);
    });
  };
  function pad(str, len) {
    str = String(str);
    return Array(len - str.length + 1).join(" ") + str;
  }
  function inlineDiff(actual, expected) {
    var msg = errorDiff(actual, expected);
    var lines = msg.split("\n");
    if (lines.length > 4) {
      var width = String(lines.length).length;
      msg = lines.map(function(str, i) {
        return pad(i + 1, width) + " | " + str;
      }).join("\n");
    }
    msg = "\n" + Base.color("diff removed inline", "actual") + " " + Base.color("diff added inline", "expected") + "\n\n" + msg + "\n";
    msg = msg.replace(/^/gm, "      ");
    return msg;
  }
  function unifiedDiff(actual, expected) {
    var indent2 = "      ";
    function cleanUp(line) {
      if (line[0] === "+") {
        return indent2 + colorLines("diff added", line);
      }
      if (line[0] === "-") {
        return indent2 + colorLines("diff removed", line);
      }
      if (line.match(/@@/)) {
        return "--";
      }
      if (line.match(/\\ No newline/)) {
        return null;
      }
      return indent2 + line;
    }
    function notBlank(line) {
      return typeof line !== "undefined" && line !== null;
    }
    var msg = createPatch("string", actual, expected);
    var lines = msg.split("\n").splice(5);
    return "\n      " + colorLines("diff added", "+ expected") + " " + colorLines("diff removed", "- actual") + "\n\n" + lines.map(cleanUp).filter(notBlank).join("\n");
  }
  function errorDiff(actual, expected) {
    return diffWordsWithSpace(actual, expected).map(function(str) {
      if (str.added) {
        return colorLines("diff added inline", str.value);
      }
      if (str.removed) {
        return colorLines("diff removed inline", str.value);
      }
      return str.value;
    }).join("");
  }
  function colorLines(name, str) {
    return str.split("\n").map(function(str2) {
      return Base.color(name, str2);
    }).join("\n");
  }
  var objToString = Object.prototype.toString;
  function sameType(a, b) {
    return objToString.call(a) === objToString.call(b);
  }
  var base = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    Base
  });
  var require$$0 = /* @__PURE__ */ getAugmentedNamespace(base);
  var { constants: constants$e } = Runner;
  var EVENT_TEST_PASS$b = constants$e.EVENT_TEST_PASS;
  var EVENT_TEST_FAIL$b = constants$e.EVENT_TEST_FAIL;
  var EVENT_RUN_BEGIN$9 = constants$e.EVENT_RUN_BEGIN;
  var EVENT_TEST_PENDING$8 = constants$e.EVENT_TEST_PENDING;
  var EVENT_RUN_END$d = constants$e.EVENT_RUN_END;
  class Dot extends Base {
    static description = "dot matrix representation";
    /**
     * Constructs a new `Dot` reporter instance.
     *
     * @public
     * @memberof Mocha.reporters
     * @extends Mocha.reporters.Base
     * @param {Runner} runner - Instance triggers reporter actions.
     * @param {Object} [options] - runner options
     */
    constructor(runner2, options) {
      super(runner2, options);
      var self2 = this;
      var width = Base.window.width * 0.75 | 0;
      var n = -1;
      runner2.on(EVENT_RUN_BEGIN$9, function() {
        browser$1$1.stdout.write("\n");
      });
      runner2.on(EVENT_TEST_PENDING$8, function() {
        if (++n % width === 0) {
          browser$1$1.stdout.write("\n  ");
        }
        browser$1$1.stdout.write(Base.color("pending", Base.symbols.comma));
      });
      runner2.on(EVENT_TEST_PASS$b, function(test2) {
        if (++n % width === 0) {
          browser$1$1.stdout.write("\n  ");
        }
        if (test2.speed === "slow") {
          browser$1$1.stdout.write(Base.color("bright yellow", Base.symbols.dot));
        } else {
          browser$1$1.stdout.write(Base.color(test2.speed, Base.symbols.dot));
        }
      });
      runner2.on(EVENT_TEST_FAIL$b, function() {
        if (++n % width === 0) {
          browser$1$1.stdout.write("\n  ");
        }
        browser$1$1.stdout.write(Base.color("fail", Base.symbols.bang));
      });
      runner2.once(EVENT_RUN_END$d, function() {
        browser$1$1.stdout.write("\n");
        self2.epilogue();
      });
    }
  }
  var dot = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    Dot
  });
  var require$$1 = /* @__PURE__ */ getAugmentedNamespace(dot);
  var constants$d = Runner.constants;
  var EVENT_TEST_PASS$a = constants$d.EVENT_TEST_PASS;
  var EVENT_TEST_FAIL$a = constants$d.EVENT_TEST_FAIL;
  var EVENT_SUITE_BEGIN$4 = constants$d.EVENT_SUITE_BEGIN;
  var EVENT_SUITE_END$3 = constants$d.EVENT_SUITE_END;
  class Doc extends Base {
    static description = "HTML documentation";
    /**
     * Constructs a new `Doc` reporter instance.
     *
     * @public
     * @memberof Mocha.reporters
     * @extends Mocha.reporters.Base
     * @param {Runner} runner - Instance triggers reporter actions.
     * @param {Object} [options] - runner options
     */
    constructor(runner2, options) {
      super(runner2, options);
      var indents = 2;
      function indent2() {
        return Array(indents).join("  ");
      }
      runner2.on(EVENT_SUITE_BEGIN$4, function(suite2) {
        if (suite2.root) {
          return;
        }
        ++indents;
        Base.consoleLog('%s<section class="suite">', indent2());
        ++indents;
        Base.consoleLog("%s<h1>%s</h1>", indent2(), utils.escape(suite2.title));
        Base.consoleLog("%s<dl>", indent2());
      });
      runner2.on(EVENT_SUITE_END$3, function(suite2) {
        if (suite2.root) {
          return;
        }
        Base.consoleLog("%s</dl>", indent2());
        --indents;
        Base.consoleLog("%s</section>", indent2());
        --indents;
      });
      runner2.on(EVENT_TEST_PASS$a, function(test2) {
        Base.consoleLog("%s  <dt>%s</dt>", indent2(), utils.escape(test2.title));
        Base.consoleLog("%s  <dt>%s</dt>", indent2(), utils.escape(test2.file));
        var code = utils.escape(utils.clean(test2.body));
        Base.consoleLog(
          "%s  <dd><pre><code>%s</code></pre></dd>",
          indent2(),
          code
        );
      });
      runner2.on(EVENT_TEST_FAIL$a, function(test2, err) {
        Base.consoleLog(
          '%s  <dt class="error">%s</dt>',
          indent2(),
          utils.escape(test2.title)
        );
        Base.consoleLog(
          '%s  <dt class="error">%s</dt>',
          indent2(),
          utils.escape(test2.file)
        );
        var code = utils.escape(utils.clean(test2.body));
        Base.consoleLog(
          '%s  <dd class="error"><pre><code>%s</code></pre></dd>',
          indent2(),
          code
        );
        Base.consoleLog(
          '%s  <dd class="error">%s</dd>',
          indent2(),
          utils.escape(err)
        );
      });
    }
  }
  var doc = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    Doc
  });
  var require$$2 = /* @__PURE__ */ getAugmentedNamespace(doc);
  var constants$c = Runner.constants;
  var EVENT_TEST_PASS$9 = constants$c.EVENT_TEST_PASS;
  var EVENT_TEST_FAIL$9 = constants$c.EVENT_TEST_FAIL;
  var EVENT_RUN_BEGIN$8 = constants$c.EVENT_RUN_BEGIN;
  var EVENT_RUN_END$c = constants$c.EVENT_RUN_END;
  var EVENT_TEST_PENDING$7 = constants$c.EVENT_TEST_PENDING;
  var EVENT_TEST_END$4 = constants$c.EVENT_TEST_END;
  var sprintf = util.format;
  class TAP extends Base {
    static description = "TAP-compatible output";
    /**
     * Constructs a new `TAP` reporter instance.
     *
     * @public
     * @memberof Mocha.reporters
     * @extends Mocha.reporters.Base
     * @param {Runner} runner - Instance triggers reporter actions.
     * @param {Object} [options] - runner options
     */
    constructor(runner2, options) {
      super(runner2, options);
      var self2 = this;
      var n = 1;
      var tapVersion = "12";
      if (options && options.reporterOptions) {
        if (options.reporterOptions.tapVersion) {
          tapVersion = options.reporterOptions.tapVersion.toString();
        }
      }
      this._producer = createProducer(tapVersion);
      runner2.once(EVENT_RUN_BEGIN$8, function() {
        self2._producer.writeVersion();
      });
      runner2.on(EVENT_TEST_END$4, function() {
        ++n;
      });
      runner2.on(EVENT_TEST_PENDING$7, function(test2) {
        self2._producer.writePending(n, test2);
      });
      runner2.on(EVENT_TEST_PASS$9, function(test2) {
        self2._producer.writePass(n, test2);
      });
      runner2.on(EVENT_TEST_FAIL$9, function(test2, err) {
        self2._producer.writeFail(n, test2, err);
      });
      runner2.once(EVENT_RUN_END$c, function() {
        self2._producer.writeEpilogue(runner2.stats);
      });
    }
  }
  function title(test2) {
    return test2.fullTitle().replace(/#/g, "");
  }
  function println() {
    var vargs = Array.from(arguments);
    vargs[0] += "\n";
    browser$1$1.stdout.write(sprintf.apply(null, vargs));
  }
  function createProducer(tapVersion) {
    var producers = {
      12: new TAP12Producer(),
      13: new TAP13Producer()
    };
    var producer = producers[tapVersion];
    if (!producer) {
      throw new Error(
        "invalid or unsupported TAP version: " + JSON.stringify(tapVersion)
      );
    }
    return producer;
  }
  class TAPProducer {
    /**
     * Writes the TAP version to reporter output stream.
     *
     * @abstract
     */
    writeVersion() {
    }
    /**
     * Writes the plan to reporter output stream.
     *
     * @abstract
     * @param {number} ntests - Number of tests that are planned to run.
     */
    writePlan(ntests) {
      println("%d..%d", 1, ntests);
    }
    /**
     * Writes that test passed to reporter output stream.
     *
     * @abstract
     * @param {number} n - Index of test that passed.
     * @param {Test} test - Instance containing test information.
     */
    writePass(n, test2) {
      println("ok %d %s", n, title(test2));
    }
    /**
     * Writes that test was skipped to reporter output stream.
     *
     * @abstract
     * @param {number} n - Index of test that was skipped.
     * @param {Test} test - Instance containing test information.
     */
    writePending(n, test2) {
      println("ok %d %s # SKIP -", n, title(test2));
    }
    /**
     * Writes that test failed to reporter output stream.
     *
     * @abstract
     * @param {number} n - Index of test that failed.
     * @param {Test} test - Instance containing test information.
     */
    writeFail(n, test2) {
      println("not ok %d %s", n, title(test2));
    }
    /**
     * Writes the summary epilogue to reporter output stream.
     *
     * @abstract
     * @param {Object} stats - Object containing run statistics.
     */
    writeEpilogue(stats) {
      println("# tests " + (stats.passes + stats.failures));
      println("# pass " + stats.passes);
      println("# fail " + stats.failures);
      this.writePlan(stats.passes + stats.failures + stats.pending);
    }
  }
  class TAP12Producer extends TAPProducer {
    /**
     * Writes that test failed to reporter output stream, with error formatting.
     * @override
     */
    writeFail(n, test2, err) {
      super.writeFail(n, test2, err);
      if (err.message) {
        println(err.message.replace(/^/gm, "  "));
      }
      if (err.stack) {
        println(err.stack.replace(/^/gm, "  "));
      }
    }
  }
  class TAP13Producer extends TAPProducer {
    /**
     * Writes the TAP version to reporter output stream.
     * @override
     */
    writeVersion() {
      println("TAP version 13");
    }
    /**
     * Writes that test failed to reporter output stream, with error formatting.
     * @override
     */
    writeFail(n, test2, err) {
      super.writeFail(n, test2, err);
      var emitYamlBlock = err.message != null || err.stack != null;
      if (emitYamlBlock) {
        println(indent(1) + "---");
        if (err.message) {
          println(indent(2) + "message: |-");
          println(err.message.replace(/^/gm, indent(3)));
        }
        if (err.stack) {
          println(indent(2) + "stack: |-");
          println(err.stack.replace(/^/gm, indent(3)));
        }
        println(indent(1) + "...");
      }
    }
  }
  function indent(level) {
    return Array(level + 1).join("  ");
  }
  var tap = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    TAP
  });
  var require$$3 = /* @__PURE__ */ getAugmentedNamespace(tap);
  var fs = {};
  const createUnsupportedError$1 = createUnsupportedError$2;
  var constants$b = Runner.constants;
  var EVENT_TEST_PASS$8 = constants$b.EVENT_TEST_PASS;
  var EVENT_TEST_PENDING$6 = constants$b.EVENT_TEST_PENDING;
  var EVENT_TEST_FAIL$8 = constants$b.EVENT_TEST_FAIL;
  var EVENT_TEST_END$3 = constants$b.EVENT_TEST_END;
  var EVENT_RUN_END$b = constants$b.EVENT_RUN_END;
  class JSONReporter extends Base {
    static description = "single JSON object";
    /**
     * Constructs a new `JSON` reporter instance.
     *
     * @public
     * @memberof Mocha.reporters
     * @extends Mocha.reporters.Base
     * @param {Runner} runner - Instance triggers reporter actions.
     * @param {Object} [options] - runner options
     */
    constructor(runner2, options = {}) {
      super(runner2, options);
      var self2 = this;
      var tests = [];
      var pending = [];
      var failures = [];
      var passes = [];
      var output;
      if (options.reporterOption && options.reporterOption.output) {
        if (utils.isBrowser()) {
          throw createUnsupportedError$1("file output not supported in browser");
        }
        output = options.reporterOption.output;
      }
      runner2.on(EVENT_TEST_END$3, function(test2) {
        tests.push(test2);
      });
      runner2.on(EVENT_TEST_PASS$8, function(test2) {
        passes.push(test2);
      });
      runner2.on(EVENT_TEST_FAIL$8, function(test2) {
        failures.push(test2);
      });
      runner2.on(EVENT_TEST_PENDING$6, function(test2) {
        pending.push(test2);
      });
      runner2.once(EVENT_RUN_END$b, function() {
        var obj = {
          stats: self2.stats,
          tests: tests.map(clean$1),
          pending: pending.map(clean$1),
          failures: failures.map(clean$1),
          passes: passes.map(clean$1)
        };
        runner2.testResults = obj;
        var json2 = JSON.stringify(obj, null, 2);
        if (output) {
          try {
            fs.mkdirSync(path.dirname(output), { recursive: true });
            fs.writeFileSync(output, json2);
          } catch (err) {
            console.error(
              `${Base.symbols.err} [mocha] writing output to "${output}" failed: ${err.message}
`
            );
            browser$1$1.stdout.write(json2);
          }
        } else {
          browser$1$1.stdout.write(json2);
        }
      });
    }
  }
  function clean$1(test2) {
    var err = test2.err || {};
    if (err instanceof Error) {
      err = errorJSON(err);
    }
    return {
      title: test2.title,
      fullTitle: test2.fullTitle(),
      file: test2.file,
      duration: test2.duration,
      currentRetry: test2.currentRetry(),
      speed: test2.speed,
      err: cleanCycles(err)
    };
  }
  function cleanCycles(obj) {
    var cache = [];
    return JSON.parse(
      JSON.stringify(obj, function(key, value) {
        if (typeof value === "object" && value !== null) {
          if (cache.indexOf(value) !== -1) {
            return "" + value;
          }
          cache.push(value);
        }
        return value;
      })
    );
  }
  function errorJSON(err) {
    var res = {};
    Object.getOwnPropertyNames(err).forEach(function(key) {
      res[key] = err[key];
    }, err);
    return res;
  }
  var json = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    JSONReporter
  });
  var require$$4$1 = /* @__PURE__ */ getAugmentedNamespace(json);
  var constants$a = Runner.constants;
  var EVENT_TEST_PASS$7 = constants$a.EVENT_TEST_PASS;
  var EVENT_TEST_FAIL$7 = constants$a.EVENT_TEST_FAIL;
  var EVENT_SUITE_BEGIN$3 = constants$a.EVENT_SUITE_BEGIN;
  var EVENT_SUITE_END$2 = constants$a.EVENT_SUITE_END;
  var EVENT_TEST_PENDING$5 = constants$a.EVENT_TEST_PENDING;
  var escape$1 = utils.escape;
  var Date$3 = global$1.Date;
  var statsTemplate = '<ul id="mocha-stats"><li class="result"></li><li class="progress-contain"><progress class="progress-element" max="100" value="0"></progress><svg class="progress-ring"><circle class="ring-flatlight" stroke-dasharray="100%,0%"/><circle class="ring-highlight" stroke-dasharray="0%,100%"/></svg><div class="progress-text">0%</div></li><li class="passes"><a href="javascript:void(0);">passes:</a> <em>0</em></li><li class="failures"><a href="javascript:void(0);">failures:</a> <em>0</em></li><li class="duration">duration: <em>0</em>s</li></ul>';
  var playIcon = "&#x2023;";
  class HTML extends Base {
    static browserOnly = true;
    /**
     * Constructs a new `HTML` reporter instance.
     *
     * @public
     * @memberof Mocha.reporters
     * @extends Mocha.reporters.Base
     * @param {Runner} runner - Instance triggers reporter actions.
     * @param {Object} [options] - runner options
     */
    constructor(runner2, options) {
      super(runner2, options);
      var self2 = this;
      var stats = this.stats;
      var stat = fragment(statsTemplate);
      var items = stat.getElementsByTagName("li");
      const resultIndex = 0;
      const progressIndex = 1;
      const passesIndex = 2;
      const failuresIndex = 3;
      const durationIndex = 4;
      var resultIndicator = items[resultIndex];
      const passesStat = items[passesIndex];
      const passesCount = passesStat.getElementsByTagName("em")[0];
      const passesLink = passesStat.getElementsByTagName("a")[0];
      const failuresStat = items[failuresIndex];
      const failuresCount = failuresStat.getElementsByTagName("em")[0];
      const failuresLink = failuresStat.getElementsByTagName("a")[0];
      var duration = items[durationIndex].getElementsByTagName("em")[0];
      var report = fragment('<ul id="mocha-report"></ul>');
      var stack = [report];
      var progressText = items[progressIndex].getElementsByTagName("div")[0];
      var progressBar = items[progressIndex].getElementsByTagName("progress")[0];
      var progressRing = [
        items[progressIndex].getElementsByClassName("ring-flatlight")[0],
        items[progressIndex].getElementsByClassName("ring-highlight")[0]
      ];
      var root = document.getElementById("mocha");
      if (!root) {
        return error("#mocha div missing, add it to your document");
      }
      on(passesLink, "click", function(evt) {
        evt.preventDefault();
        unhide();
        var name = /pass/.test(report.className) ? "" : " pass";
        report.className = report.className.replace(/fail|pass/g, "") + name;
        if (report.className.trim()) {
          hideSuitesWithout("test pass");
        }
      });
      on(failuresLink, "click", function(evt) {
        evt.preventDefault();
        unhide();
        var name = /fail/.test(report.className) ? "" : " fail";
        report.className = report.className.replace(/fail|pass/g, "") + name;
        if (report.className.trim()) {
          hideSuitesWithout("test fail");
        }
      });
      root.appendChild(stat);
      root.appendChild(report);
      runner2.on(EVENT_SUITE_BEGIN$3, function(suite2) {
        if (suite2.root) {
          return;
        }
        var url = self2.suiteURL(suite2);
        var el = fragment(
          '<li class="suite"><h1><a href="%s">%s</a></h1></li>',
          url,
          escape$1(suite2.title)
        );
        stack[0].appendChild(el);
        stack.unshift(document.createElement("ul"));
        el.appendChild(stack[0]);
      });
      runner2.on(EVENT_SUITE_END$2, function(suite2) {
        if (suite2.root) {
          if (stats.failures === 0) {
            text(resultIndicator, "\u2713");
            stat.className += " pass";
          }
          updateStats();
          return;
        }
        stack.shift();
      });
      runner2.on(EVENT_TEST_PASS$7, function(test2) {
        var url = self2.testURL(test2);
        var markup = '<li class="test pass %e"><h2>%e<span class="duration">%ems</span> <a href="%s" class="replay">' + playIcon + "</a></h2></li>";
        var el = fragment(markup, test2.speed, test2.title, test2.duration, url);
        self2.addCodeToggle(el, test2.body);
        appendToStack(el);
        updateStats();
      });
      runner2.on(EVENT_TEST_FAIL$7, function(test2) {
        text(resultIndicator, "\u2716");
        stat.className += " fail";
        var el = fragment(
          '<li class="test fail"><h2>%e <a href="%e" class="replay">' + playIcon + "</a></h2></li>",
          test2.title,
          self2.testURL(test2)
        );
        var stackString;
        var message = test2.err.toString();
        if (message === "[object Error]") {
          message = test2.err.message;
        }
        if (test2.err.stack) {
          var indexOfMessage = test2.err.stack.indexOf(test2.err.message);
          if (indexOfMessage === -1) {
            stackString = test2.err.stack;
          } else {
            stackString = test2.err.stack.slice(
              test2.err.message.length + indexOfMessage
            );
          }
        } else if (test2.err.sourceURL && test2.err.line !== void 0) {
          stackString = "\n(" + test2.err.sourceURL + ":" + test2.err.line + ")";
        }
        stackString = stackString || "";
        if (test2.err.htmlMessage && stackString) {
          el.appendChild(
            fragment(
              '<div class="html-error">%s\n<pre class="error">%e</pre></div>',
              test2.err.htmlMessage,
              stackString
            )
          );
        } else if (test2.err.htmlMessage) {
          el.appendChild(
            fragment('<div class="html-error">%s</div>', test2.err.htmlMessage)
          );
        } else {
          el.appendChild(
            fragment('<pre class="error">%e%e</pre>', message, stackString)
          );
        }
        self2.addCodeToggle(el, test2.body);
        appendToStack(el);
        updateStats();
      });
      runner2.on(EVENT_TEST_PENDING$5, function(test2) {
        var el = fragment(
          '<li class="test pass pending"><h2>%e</h2></li>',
          test2.title
        );
        appendToStack(el);
        updateStats();
      });
      function appendToStack(el) {
        if (stack[0]) {
          stack[0].appendChild(el);
        }
      }
      function updateStats() {
        var percent = stats.tests / runner2.total * 100 | 0;
        progressBar.value = percent;
        if (progressText) {
          var decimalPlaces = Math.ceil(Math.log10(runner2.total / 100));
          text(
            progressText,
            percent.toFixed(Math.min(Math.max(decimalPlaces, 0), 100)) + "%"
          );
        }
        if (progressRing) {
          var radius = parseFloat(
            getComputedStyle(progressRing[0]).getPropertyValue("r")
          );
          var wholeArc = Math.PI * 2 * radius;
          var highlightArc = percent * (wholeArc / 100);
          progressRing[0].style["stroke-dasharray"] = `0,${highlightArc}px,${wholeArc}px`;
          progressRing[1].style["stroke-dasharray"] = `${highlightArc}px,${wholeArc}px`;
        }
        var ms2 = new Date$3() - stats.start;
        text(passesCount, stats.passes);
        text(failuresCount, stats.failures);
        text(duration, (ms2 / 1e3).toFixed(2));
      }
    }
    /**
     * Provide suite URL.
     *
     * @param {Object} [suite]
     */
    suiteURL(suite2) {
      return makeUrl("^" + escapeRegExp(suite2.fullTitle()) + " ");
    }
    /**
     * Provide test URL.
     *
     * @param {Object} [test]
     */
    testURL(test2) {
      return makeUrl("^" + escapeRegExp(test2.fullTitle()) + "$");
    }
    /**
     * Adds code toggle functionality for the provided test's list element.
     *
     * @param {HTMLLIElement} el
     * @param {string} contents
     */
    addCodeToggle(el, contents) {
      var h2 = el.getElementsByTagName("h2")[0];
      on(h2, "click", function() {
        pre.style.display = pre.style.display === "none" ? "block" : "none";
      });
      var pre = fragment("<pre><code>%e</code></pre>", utils.clean(contents));
      el.appendChild(pre);
      pre.style.display = "none";
    }
  }
  function makeUrl(s) {
    var search = window.location.search;
    if (search) {
      search = search.replace(/[?&](?:f?grep|invert)=[^&\s]*/g, "").replace(/^&/, "?");
    }
    return window.location.pathname + (search ? search + "&" : "?") + "grep=" + encodeURIComponent(s);
  }
  function error(msg) {
    document.body.appendChild(fragment('<div id="mocha-error">%s</div>', msg));
  }
  function fragment(html2) {
    var args = arguments;
    var div = document.createElement("div");
    var i = 1;
    div.innerHTML = html2.replace(/%([se])/g, function(_, type) {
      switch (type) {
        case "s":
          return String(args[i++]);
        case "e":
          return escape$1(args[i++]);
      }
    });
    return div.firstChild;
  }
  function hideSuitesWithout(classname) {
    var suites = document.getElementsByClassName("suite");
    for (var i = 0; i < suites.length; i++) {
      var els = suites[i].getElementsByClassName(classname);
      if (!els.length) {
        suites[i].className += " hidden";
      }
    }
  }
  function unhide() {
    var els = document.getElementsByClassName("suite hidden");
    while (els.length > 0) {
      els[0].className = els[0].className.replace("suite hidden", "suite");
    }
  }
  function text(el, contents) {
    if (el.textContent) {
      el.textContent = contents;
    } else {
      el.innerText = contents;
    }
  }
  function on(el, event, fn) {
    if (el.addEventListener) {
      el.addEventListener(event, fn, false);
    } else {
      el.attachEvent("on" + event, fn);
    }
  }
  var html = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    HTML
  });
  var require$$5$1 = /* @__PURE__ */ getAugmentedNamespace(html);
  var { constants: constants$9 } = Runner;
  var EVENT_RUN_BEGIN$7 = constants$9.EVENT_RUN_BEGIN;
  var EVENT_RUN_END$a = constants$9.EVENT_RUN_END;
  var EVENT_TEST_BEGIN = constants$9.EVENT_TEST_BEGIN;
  var EVENT_TEST_FAIL$6 = constants$9.EVENT_TEST_FAIL;
  var EVENT_TEST_PASS$6 = constants$9.EVENT_TEST_PASS;
  var EVENT_TEST_PENDING$4 = constants$9.EVENT_TEST_PENDING;
  var color$3 = Base.color;
  var cursor$2 = Base.cursor;
  class List extends Base {
    static description = 'like "spec" reporter but flat';
    /**
     * Constructs a new `List` reporter instance.
     *
     * @public
     * @memberof Mocha.reporters
     * @extends Mocha.reporters.Base
     * @param {Runner} runner - Instance triggers reporter actions.
     * @param {Object} [options] - runner options
     */
    constructor(runner2, options) {
      super(runner2, options);
      var n = 0;
      runner2.on(EVENT_RUN_BEGIN$7, function() {
        Base.consoleLog();
      });
      runner2.on(EVENT_TEST_BEGIN, function(test2) {
        browser$1$1.stdout.write(color$3("pass", "    " + test2.fullTitle() + ": "));
      });
      runner2.on(EVENT_TEST_PENDING$4, function(test2) {
        var fmt = color$3("checkmark", "  -") + color$3("pending", " %s");
        Base.consoleLog(fmt, test2.fullTitle());
      });
      runner2.on(EVENT_TEST_PASS$6, function(test2) {
        var fmt = color$3("checkmark", "  " + Base.symbols.ok) + color$3("pass", " %s: ") + color$3(test2.speed, "%dms");
        cursor$2.CR();
        Base.consoleLog(fmt, test2.fullTitle(), test2.duration);
      });
      runner2.on(EVENT_TEST_FAIL$6, function(test2) {
        cursor$2.CR();
        Base.consoleLog(color$3("fail", "  %d) %s"), ++n, test2.fullTitle());
      });
      runner2.once(EVENT_RUN_END$a, (...args) => this.epilogue(...args));
    }
  }
  var list = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    List
  });
  var require$$6 = /* @__PURE__ */ getAugmentedNamespace(list);
  var { constants: constants$8 } = Runner;
  var EVENT_RUN_END$9 = constants$8.EVENT_RUN_END;
  var EVENT_RUN_BEGIN$6 = constants$8.EVENT_RUN_BEGIN;
  class Min extends Base {
    static description = "essentially just a summary";
    /**
     * Constructs a new `Min` reporter instance.
     *
     * @description
     * This minimal test reporter is best used with '--watch'.
     *
     * @public
     * @memberof Mocha.reporters
     * @extends Mocha.reporters.Base
     * @param {Runner} runner - Instance triggers reporter actions.
     * @param {Object} [options] - runner options
     */
    constructor(runner2, options) {
      super(runner2, options);
      runner2.on(EVENT_RUN_BEGIN$6, function() {
        browser$1$1.stdout.write("\x1B[2J");
        browser$1$1.stdout.write("\x1B[1;3H");
      });
      runner2.once(EVENT_RUN_END$9, (...args) => this.epilogue(...args));
    }
  }
  var min = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    Min
  });
  var require$$7$1 = /* @__PURE__ */ getAugmentedNamespace(min);
  var constants$7 = Runner.constants;
  var EVENT_RUN_BEGIN$5 = constants$7.EVENT_RUN_BEGIN;
  var EVENT_RUN_END$8 = constants$7.EVENT_RUN_END;
  var EVENT_SUITE_BEGIN$2 = constants$7.EVENT_SUITE_BEGIN;
  var EVENT_SUITE_END$1 = constants$7.EVENT_SUITE_END;
  var EVENT_TEST_FAIL$5 = constants$7.EVENT_TEST_FAIL;
  var EVENT_TEST_PASS$5 = constants$7.EVENT_TEST_PASS;
  var EVENT_TEST_PENDING$3 = constants$7.EVENT_TEST_PENDING;
  var color$2 = Base.color;
  class Spec extends Base {
    static description = "hierarchical & verbose [default]";
    /**
     * Constructs a new `Spec` reporter instance.
     *
     * @public
     * @memberof Mocha.reporters
     * @extends Mocha.reporters.Base
     * @param {Runner} runner - Instance triggers reporter actions.
     * @param {Object} [options] - runner options
     */
    constructor(runner2, options) {
      super(runner2, options);
      var indents = 0;
      var n = 0;
      function indent2() {
        return Array(indents).join("  ");
      }
      runner2.on(EVENT_RUN_BEGIN$5, function() {
        Base.consoleLog();
      });
      runner2.on(EVENT_SUITE_BEGIN$2, function(suite2) {
        ++indents;
        Base.consoleLog(color$2("suite", "%s%s"), indent2(), suite2.title);
      });
      runner2.on(EVENT_SUITE_END$1, function() {
        --indents;
        if (indents === 1) {
          Base.consoleLog();
        }
      });
      runner2.on(EVENT_TEST_PENDING$3, function(test2) {
        var fmt = indent2() + color$2("pending", "  - %s");
        Base.consoleLog(fmt, test2.title);
      });
      runner2.on(EVENT_TEST_PASS$5, function(test2) {
        var fmt;
        if (test2.speed === "fast") {
          fmt = indent2() + color$2("checkmark", "  " + Base.symbols.ok) + color$2("pass", " %s");
          Base.consoleLog(fmt, test2.title);
        } else {
          fmt = indent2() + color$2("checkmark", "  " + Base.symbols.ok) + color$2("pass", " %s") + color$2(test2.speed, " (%dms)");
          Base.consoleLog(fmt, test2.title, test2.duration);
        }
      });
      runner2.on(EVENT_TEST_FAIL$5, function(test2) {
        Base.consoleLog(indent2() + color$2("fail", "  %d) %s"), ++n, test2.title);
      });
      runner2.once(EVENT_RUN_END$8, (...args) => this.epilogue(...args));
    }
  }
  var spec = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    Spec
  });
  var require$$8$1 = /* @__PURE__ */ getAugmentedNamespace(spec);
  var constants$6 = Runner.constants;
  var EVENT_RUN_BEGIN$4 = constants$6.EVENT_RUN_BEGIN;
  var EVENT_TEST_PENDING$2 = constants$6.EVENT_TEST_PENDING;
  var EVENT_TEST_PASS$4 = constants$6.EVENT_TEST_PASS;
  var EVENT_RUN_END$7 = constants$6.EVENT_RUN_END;
  var EVENT_TEST_FAIL$4 = constants$6.EVENT_TEST_FAIL;
  class NyanCat extends Base {
    static description = '"nyan cat"';
    /**
     * Constructs a new `Nyan` reporter instance.
     *
     * @public
     * @memberof Mocha.reporters
     * @extends Mocha.reporters.Base
     * @param {Runner} runner - Instance triggers reporter actions.
     * @param {Object} [options] - runner options
     */
    constructor(runner2, options) {
      super(runner2, options);
      var self2 = this;
      var width = Base.window.width * 0.75 | 0;
      var nyanCatWidth = this.nyanCatWidth = 11;
      this.colorIndex = 0;
      this.numberOfLines = 4;
      this.rainbowColors = self2.generateColors();
      this.scoreboardWidth = 5;
      this.tick = 0;
      this.trajectories = [[], [], [], []];
      this.trajectoryWidthMax = width - nyanCatWidth;
      runner2.on(EVENT_RUN_BEGIN$4, function() {
        Base.cursor.hide();
        self2.draw();
      });
      runner2.on(EVENT_TEST_PENDING$2, function() {
        self2.draw();
      });
      runner2.on(EVENT_TEST_PASS$4, function() {
        self2.draw();
      });
      runner2.on(EVENT_TEST_FAIL$4, function() {
        self2.draw();
      });
      runner2.once(EVENT_RUN_END$7, function() {
        Base.cursor.show();
        for (var i = 0; i < self2.numberOfLines; i++) {
          browser$1$1.stdout.write("\n");
        }
        self2.epilogue();
      });
    }
    /**
     * Draw the nyan cat
     *
     * @private
     */
    draw() {
      this.appendRainbow();
      this.drawScoreboard();
      this.drawRainbow();
      this.drawNyanCat();
      this.tick = !this.tick;
    }
    /**
     * Draw the "scoreboard" showing the number
     * of passes, failures and pending tests.
     *
     * @private
     */
    drawScoreboard() {
      var stats = this.stats;
      function draw(type, n) {
        browser$1$1.stdout.write(" ");
        browser$1$1.stdout.write(Base.color(type, n));
        browser$1$1.stdout.write("\n");
      }
      draw("green", stats.passes);
      draw("fail", stats.failures);
      draw("pending", stats.pending);
      browser$1$1.stdout.write("\n");
      this.cursorUp(this.numberOfLines);
    }
    /**
     * Append the rainbow.
     *
     * @private
     */
    appendRainbow() {
      var segment = this.tick ? "_" : "-";
      var rainbowified = this.rainbowify(segment);
      for (var index = 0; index < this.numberOfLines; index++) {
        var trajectory = this.trajectories[index];
        if (trajectory.length >= this.trajectoryWidthMax) {
          trajectory.shift();
        }
        trajectory.push(rainbowified);
      }
    }
    /**
     * Draw the rainbow.
     *
     * @private
     */
    drawRainbow() {
      var self2 = this;
      this.trajectories.forEach(function(line) {
        browser$1$1.stdout.write("\x1B[" + self2.scoreboardWidth + "C");
        browser$1$1.stdout.write(line.join(""));
        browser$1$1.stdout.write("\n");
      });
      this.cursorUp(this.numberOfLines);
    }
    /**
     * Draw the nyan cat
     *
     * @private
     */
    drawNyanCat() {
      var self2 = this;
      var startWidth = this.scoreboardWidth + this.trajectories[0].length;
      var dist = "\x1B[" + startWidth + "C";
      var padding;
      browser$1$1.stdout.write(dist);
      browser$1$1.stdout.write("_,------,");
      browser$1$1.stdout.write("\n");
      browser$1$1.stdout.write(dist);
      padding = self2.tick ? "  " : "   ";
      browser$1$1.stdout.write("_|" + padding + "/\\_/\\ ");
      browser$1$1.stdout.write("\n");
      browser$1$1.stdout.write(dist);
      padding = self2.tick ? "_" : "__";
      var tail = self2.tick ? "~" : "^";
      browser$1$1.stdout.write(tail + "|" + padding + this.face() + " ");
      browser$1$1.stdout.write("\n");
      browser$1$1.stdout.write(dist);
      padding = self2.tick ? " " : "  ";
      browser$1$1.stdout.write(padding + '""  "" ');
      browser$1$1.stdout.write("\n");
      this.cursorUp(this.numberOfLines);
    }
    /**
     * Draw nyan cat face.
     *
     * @private
     * @return {string}
     */
    face() {
      var stats = this.stats;
      if (stats.failures) {
        return "( x .x)";
      } else if (stats.pending) {
        return "( o .o)";
      } else if (stats.passes) {
        return "( ^ .^)";
      }
      return "( - .-)";
    }
    /**
     * Move cursor up `n`.
     *
     * @private
     * @param {number} n
     */
    cursorUp(n) {
      browser$1$1.stdout.write("\x1B[" + n + "A");
    }
    /**
     * Move cursor down `n`.
     *
     * @private
     * @param {number} n
     */
    cursorDown(n) {
      browser$1$1.stdout.write("\x1B[" + n + "B");
    }
    /**
     * Generate rainbow colors.
     *
     * @private
     * @return {Array}
     */
    generateColors() {
      var colors = [];
      for (var i = 0; i < 6 * 7; i++) {
        var pi3 = Math.floor(Math.PI / 3);
        var n = i * (1 / 6);
        var r = Math.floor(3 * Math.sin(n) + 3);
        var g = Math.floor(3 * Math.sin(n + 2 * pi3) + 3);
        var b = Math.floor(3 * Math.sin(n + 4 * pi3) + 3);
        colors.push(36 * r + 6 * g + b + 16);
      }
      return colors;
    }
    /**
     * Apply rainbow to the given `str`.
     *
     * @private
     * @param {string} str
     * @return {string}
     */
    rainbowify(str) {
      if (!Base.useColors) {
        return str;
      }
      var color2 = this.rainbowColors[this.colorIndex % this.rainbowColors.length];
      this.colorIndex += 1;
      return "\x1B[38;5;" + color2 + "m" + str + "\x1B[0m";
    }
  }
  var nyan = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    NyanCat
  });
  var require$$9 = /* @__PURE__ */ getAugmentedNamespace(nyan);
  var createUnsupportedError = createUnsupportedError$2;
  var constants$5 = Runner.constants;
  var EVENT_TEST_PASS$3 = constants$5.EVENT_TEST_PASS;
  var EVENT_TEST_FAIL$3 = constants$5.EVENT_TEST_FAIL;
  var EVENT_RUN_END$6 = constants$5.EVENT_RUN_END;
  var EVENT_TEST_PENDING$1 = constants$5.EVENT_TEST_PENDING;
  var STATE_FAILED$1 = Runnable.constants.STATE_FAILED;
  var escape = utils.escape;
  var ANSI_ESCAPE_SEQUENCE = new RegExp(
    String.fromCharCode(27) + "\\[[0-?]*[ -/]*[@-~]",
    "g"
  );
  var Date$2 = global$1.Date;
  class XUnit extends Base {
    static description = "XUnit-compatible XML output";
    /**
     * Constructs a new `XUnit` reporter instance.
     *
     * @public
     * @memberof Mocha.reporters
     * @extends Mocha.reporters.Base
     * @param {Runner} runner - Instance triggers reporter actions.
     * @param {Object} [options] - runner options
     */
    constructor(runner2, options) {
      super(runner2, options);
      var stats = this.stats;
      var tests = [];
      var self2 = this;
      var suiteName;
      var DEFAULT_SUITE_NAME = "Mocha Tests";
      if (options && options.reporterOptions) {
        if (options.reporterOptions.output) {
          if (!fs.createWriteStream) {
            throw createUnsupportedError("file output not supported in browser");
          }
          fs.mkdirSync(path.dirname(options.reporterOptions.output), {
            recursive: true
          });
          self2.fileStream = fs.createWriteStream(options.reporterOptions.output);
        }
        suiteName = options.reporterOptions.suiteName;
      }
      suiteName = suiteName || DEFAULT_SUITE_NAME;
      runner2.on(EVENT_TEST_PENDING$1, function(test2) {
        tests.push(test2);
      });
      runner2.on(EVENT_TEST_PASS$3, function(test2) {
        tests.push(test2);
      });
      runner2.on(EVENT_TEST_FAIL$3, function(test2) {
        tests.push(test2);
      });
      runner2.once(EVENT_RUN_END$6, function() {
        self2.write(
          tag(
            "testsuite",
            {
              name: suiteName,
              tests: stats.tests,
              failures: 0,
              errors: stats.failures,
              skipped: stats.tests - stats.failures - stats.passes,
              timestamp: new Date$2().toUTCString(),
              time: stats.duration / 1e3 || 0
            },
            false
          )
        );
        tests.forEach(function(t) {
          self2.test(t, options);
        });
        self2.write("</testsuite>");
      });
    }
    /**
     * Override done to close the stream (if it's a file).
     *
     * @param failures
     * @param {Function} fn
     */
    done(failures, fn) {
      if (this.fileStream) {
        this.fileStream.end(function() {
          fn(failures);
        });
      } else {
        fn(failures);
      }
    }
    /**
     * Write out the given line.
     *
     * @param {string} line
     */
    write(line) {
      if (this.fileStream) {
        this.fileStream.write(line + "\n");
      } else if (typeof browser$1$1 === "object" && browser$1$1.stdout) {
        browser$1$1.stdout.write(line + "\n");
      } else {
        Base.consoleLog(line);
      }
    }
    /**
     * Output tag for the given `test.`
     *
     * @param {Test} test
     */
    test(test2, options) {
      Base.useColors = false;
      var attrs = {
        classname: test2.parent.fullTitle(),
        name: test2.title,
        file: testFilePath(test2.file, options),
        time: test2.duration / 1e3 || 0
      };
      if (test2.state === STATE_FAILED$1) {
        var err = test2.err;
        var diff2 = !Base.hideDiff && Base.showDiff(err) ? "\n" + Base.generateDiff(err.actual, err.expected) : "";
        this.write(
          tag(
            "testcase",
            attrs,
            false,
            tag(
              "failure",
              {},
              false,
              escapeXml(err.message) + escapeXml(diff2) + "\n" + escapeXml(err.stack)
            )
          )
        );
      } else if (test2.isPending()) {
        this.write(tag("testcase", attrs, false, tag("skipped", {}, true)));
      } else {
        this.write(tag("testcase", attrs, true));
      }
    }
  }
  function tag(name, attrs, close, content) {
    var end = close ? "/>" : ">";
    var pairs = [];
    var tag2;
    for (var key in attrs) {
      if (Object.prototype.hasOwnProperty.call(attrs, key)) {
        pairs.push(key + '="' + escapeXml(attrs[key]) + '"');
      }
    }
    tag2 = "<" + name + (pairs.length ? " " + pairs.join(" ") : "") + end;
    if (content) {
      tag2 += content + "</" + name + end;
    }
    return tag2;
  }
  function escapeXml(value) {
    return escape(
      stripInvalidXmlCharacters(String(value).replace(ANSI_ESCAPE_SEQUENCE, ""))
    );
  }
  function stripInvalidXmlCharacters(value) {
    var result = "";
    for (var i = 0; i < value.length; i += 1) {
      var charCode = value.charCodeAt(i);
      if (charCode === 9 || charCode === 10 || charCode === 13 || charCode >= 32) {
        result += value[i];
      }
    }
    return result;
  }
  function testFilePath(filepath, options) {
    if (options && options.reporterOptions && options.reporterOptions.showRelativePaths) {
      return path.relative(browser$1$1.cwd(), filepath);
    }
    return filepath;
  }
  var xunit = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    XUnit
  });
  var require$$10$1 = /* @__PURE__ */ getAugmentedNamespace(xunit);
  var constants$4 = Runner.constants;
  var EVENT_RUN_END$5 = constants$4.EVENT_RUN_END;
  var EVENT_SUITE_BEGIN$1 = constants$4.EVENT_SUITE_BEGIN;
  var EVENT_SUITE_END = constants$4.EVENT_SUITE_END;
  var EVENT_TEST_PASS$2 = constants$4.EVENT_TEST_PASS;
  var SUITE_PREFIX = "$";
  class Markdown extends Base {
    static description = "GitHub Flavored Markdown";
    /**
     * Constructs a new `Markdown` reporter instance.
     *
     * @public
     * @memberof Mocha.reporters
     * @extends Mocha.reporters.Base
     * @param {Runner} runner - Instance triggers reporter actions.
     * @param {Object} [options] - runner options
     */
    constructor(runner2, options) {
      super(runner2, options);
      var level = 0;
      var buf = "";
      function title2(str) {
        return Array(level).join("#") + " " + str;
      }
      function mapTOC(suite2, obj) {
        var ret = obj;
        var key = SUITE_PREFIX + suite2.title;
        obj = obj[key] = obj[key] || { suite: suite2 };
        suite2.suites.forEach(function(suite3) {
          mapTOC(suite3, obj);
        });
        return ret;
      }
      function stringifyTOC(obj, level2) {
        ++level2;
        var buf2 = "";
        var link;
        for (var key in obj) {
          if (key === "suite") {
            continue;
          }
          if (key !== SUITE_PREFIX) {
            link = " - [" + key.substring(1) + "]";
            link += "(#" + utils.slug(obj[key].suite.fullTitle()) + ")\n";
            buf2 += Array(level2).join("  ") + link;
          }
          buf2 += stringifyTOC(obj[key], level2);
        }
        return buf2;
      }
      function generateTOC(suite2) {
        var obj = mapTOC(suite2, {});
        return stringifyTOC(obj, 0);
      }
      generateTOC(runner2.suite);
      runner2.on(EVENT_SUITE_BEGIN$1, function(suite2) {
        ++level;
        var slug = utils.slug(suite2.fullTitle());
        buf += '<a name="' + slug + '"></a>\n';
        buf += title2(suite2.title) + "\n";
      });
      runner2.on(EVENT_SUITE_END, function() {
        --level;
      });
      runner2.on(EVENT_TEST_PASS$2, function(test2) {
        var code = utils.clean(test2.body);
        buf += test2.title + ".\n";
        buf += "\n```js\n";
        buf += code + "\n";
        buf += "```\n\n";
      });
      runner2.once(EVENT_RUN_END$5, function() {
        browser$1$1.stdout.write("# TOC\n");
        browser$1$1.stdout.write(generateTOC(runner2.suite));
        browser$1$1.stdout.write(buf);
      });
    }
  }
  var markdown = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    Markdown
  });
  var require$$11$1 = /* @__PURE__ */ getAugmentedNamespace(markdown);
  var constants$3 = Runner.constants;
  var EVENT_RUN_BEGIN$3 = constants$3.EVENT_RUN_BEGIN;
  var EVENT_TEST_END$2 = constants$3.EVENT_TEST_END;
  var EVENT_RUN_END$4 = constants$3.EVENT_RUN_END;
  var color$1 = Base.color;
  var cursor$1 = Base.cursor;
  Base.colors.progress = 90;
  class Progress extends Base {
    static description = "a progress bar";
    /**
     * Constructs a new `Progress` reporter instance.
     *
     * @public
     * @memberof Mocha.reporters
     * @extends Mocha.reporters.Base
     * @param {Runner} runner - Instance triggers reporter actions.
     * @param {Object} [options] - runner options
     */
    constructor(runner2, options) {
      super(runner2, options);
      var self2 = this;
      var width = Base.window.width * 0.5 | 0;
      var total = runner2.total;
      var complete = 0;
      var lastN = -1;
      options = options || {};
      var reporterOptions = options.reporterOptions || {};
      options.open = reporterOptions.open || "[";
      options.complete = reporterOptions.complete || "\u25AC";
      options.incomplete = reporterOptions.incomplete || Base.symbols.dot;
      options.close = reporterOptions.close || "]";
      options.verbose = reporterOptions.verbose || false;
      runner2.on(EVENT_RUN_BEGIN$3, function() {
        browser$1$1.stdout.write("\n");
        cursor$1.hide();
      });
      runner2.on(EVENT_TEST_END$2, function() {
        complete++;
        var percent = complete / total;
        var n = width * percent | 0;
        var i = width - n;
        if (n === lastN && !options.verbose) {
          return;
        }
        lastN = n;
        cursor$1.CR();
        browser$1$1.stdout.write("\x1B[J");
        browser$1$1.stdout.write(color$1("progress", "  " + options.open));
        browser$1$1.stdout.write(Array(n).join(options.complete));
        browser$1$1.stdout.write(Array(i).join(options.incomplete));
        browser$1$1.stdout.write(color$1("progress", options.close));
        if (options.verbose) {
          browser$1$1.stdout.write(
            color$1("progress", " " + complete + " of " + total)
          );
        }
      });
      runner2.once(EVENT_RUN_END$4, function() {
        cursor$1.show();
        browser$1$1.stdout.write("\n");
        self2.epilogue();
      });
    }
  }
  var progress = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    Progress
  });
  var require$$12$1 = /* @__PURE__ */ getAugmentedNamespace(progress);
  var constants$2 = Runner.constants;
  var EVENT_RUN_BEGIN$2 = constants$2.EVENT_RUN_BEGIN;
  var EVENT_RUN_END$3 = constants$2.EVENT_RUN_END;
  var EVENT_TEST_END$1 = constants$2.EVENT_TEST_END;
  var STATE_FAILED = Runnable.constants.STATE_FAILED;
  var cursor = Base.cursor;
  var color = Base.color;
  Base.colors.plane = 0;
  Base.colors["plane crash"] = 31;
  Base.colors.runway = 90;
  class Landing extends Base {
    static description = "Unicode landing strip";
    /**
     * Constructs a new `Landing` reporter instance.
     *
     * @public
     * @memberof Mocha.reporters
     * @extends Mocha.reporters.Base
     * @param {Runner} runner - Instance triggers reporter actions.
     * @param {Object} [options] - runner options
     */
    constructor(runner2, options) {
      super(runner2, options);
      var self2 = this;
      var width = Base.window.width * 0.75 | 0;
      var stream = browser$1$1.stdout;
      var plane = color("plane", "\u2708");
      var crashed = -1;
      var n = 0;
      var total = 0;
      function runway() {
        var buf = Array(width).join("-");
        return "  " + color("runway", buf);
      }
      runner2.on(EVENT_RUN_BEGIN$2, function() {
        stream.write("\n\n\n  ");
        cursor.hide();
      });
      runner2.on(EVENT_TEST_END$1, function(test2) {
        var col = crashed === -1 ? width * ++n / ++total | 0 : crashed;
        if (test2.state === STATE_FAILED) {
          plane = color("plane crash", "\u2708");
          crashed = col;
        }
        stream.write("\x1B[" + (width + 1) + "D\x1B[2A");
        stream.write(runway());
        stream.write("\n  ");
        stream.write(color("runway", Array(col).join("\u22C5")));
        stream.write(plane);
        stream.write(color("runway", Array(width - col).join("\u22C5") + "\n"));
        stream.write(runway());
        stream.write("\x1B[0m");
      });
      runner2.once(EVENT_RUN_END$3, function() {
        cursor.show();
        browser$1$1.stdout.write("\n");
        self2.epilogue();
      });
      browser$1$1.once("SIGINT", function() {
        cursor.show();
        browser$1$1.nextTick(function() {
          browser$1$1.kill(browser$1$1.pid, "SIGINT");
        });
      });
    }
  }
  var landing = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    Landing
  });
  var require$$13$1 = /* @__PURE__ */ getAugmentedNamespace(landing);
  var constants$1 = Runner.constants;
  var EVENT_TEST_PASS$1 = constants$1.EVENT_TEST_PASS;
  var EVENT_TEST_FAIL$2 = constants$1.EVENT_TEST_FAIL;
  var EVENT_RUN_BEGIN$1 = constants$1.EVENT_RUN_BEGIN;
  var EVENT_RUN_END$2 = constants$1.EVENT_RUN_END;
  class JSONStream extends Base {
    static description = "newline delimited JSON events";
    /**
     * Constructs a new `JSONStream` reporter instance.
     *
     * @public
     * @memberof Mocha.reporters
     * @extends Mocha.reporters.Base
     * @param {Runner} runner - Instance triggers reporter actions.
     * @param {Object} [options] - runner options
     */
    constructor(runner2, options) {
      super(runner2, options);
      var self2 = this;
      var total = runner2.total;
      runner2.once(EVENT_RUN_BEGIN$1, function() {
        writeEvent(["start", { total }]);
      });
      runner2.on(EVENT_TEST_PASS$1, function(test2) {
        writeEvent(["pass", clean(test2)]);
      });
      runner2.on(EVENT_TEST_FAIL$2, function(test2, err) {
        test2 = clean(test2);
        test2.err = err.message;
        test2.stack = err.stack || null;
        writeEvent(["fail", test2]);
      });
      runner2.once(EVENT_RUN_END$2, function() {
        writeEvent(["end", self2.stats]);
      });
    }
  }
  function writeEvent(event) {
    browser$1$1.stdout.write(JSON.stringify(event) + "\n");
  }
  function clean(test2) {
    return {
      title: test2.title,
      fullTitle: test2.fullTitle(),
      file: test2.file,
      duration: test2.duration,
      currentRetry: test2.currentRetry(),
      speed: test2.speed
    };
  }
  var jsonStream = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    JSONStream
  });
  var require$$14$1 = /* @__PURE__ */ getAugmentedNamespace(jsonStream);
  const { constants } = Runner;
  var EVENT_TEST_FAIL$1 = constants.EVENT_TEST_FAIL;
  var EVENT_RUN_END$1 = constants.EVENT_RUN_END;
  function extractLocation(stackTrace) {
    if (!stackTrace) {
      return {};
    }
    var matches = /^\s*at Context.*\(([^()]+):([0-9]+):([0-9]+)\)/gm.exec(stackTrace) || /^\s*at.*\(([^()]+):([0-9]+):([0-9]+)\)/gm.exec(stackTrace);
    if (matches === null) {
      return {};
    }
    return {
      file: matches[1],
      line: matches[2],
      col: matches[3]
    };
  }
  function escapeWorkflowValue(value) {
    return String(value).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
  }
  function escapeWorkflowProperty(value) {
    return String(value).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
  }
  class GithubActions extends Spec {
    static description = "like spec, with GitHub Actions error annotations and job summary";
    /**
     * Construct a new GithubActions reporter instance.
     *
     * @description
     * Extend the Spec reporter to add GitHub Actions error annotations and
     * Job Summary output when running in GitHub Actions CI.
     *
     * @public
     * @memberof Mocha.reporters
     * @extends Mocha.reporters.Spec
     * @param {Runner} runner - Instance triggers reporter actions.
     * @param {Object} [options] - runner options
     */
    constructor(runner2, options) {
      super(runner2, options);
      var ciFailures = [];
      runner2.on(EVENT_TEST_FAIL$1, function(test2) {
        ciFailures.push(test2);
      });
      runner2.once(EVENT_RUN_END$1, () => {
        if (ciFailures.length > 0) {
          browser$1$1.stdout.write("::group::Mocha Annotations\n");
          for (var test2 of ciFailures) {
            var location2 = extractLocation(test2.err && test2.err.stack);
            var props = [];
            if (location2.file) {
              props.push("file=" + escapeWorkflowProperty(location2.file));
            }
            if (location2.line) {
              props.push("line=" + escapeWorkflowProperty(location2.line));
            }
            if (location2.col) {
              props.push("col=" + escapeWorkflowProperty(location2.col));
            }
            var message = test2.err ? escapeWorkflowValue(test2.err.message) : "";
            browser$1$1.stdout.write(
              "::error " + props.join(",") + "::" + message + "\n"
            );
          }
          browser$1$1.stdout.write("::endgroup::\n");
        }
        var summaryFile = browser$1$1.env.GITHUB_STEP_SUMMARY;
        if (summaryFile) {
          var lines = [];
          lines.push(
            ":white_check_mark: " + (this.stats.passes || 0) + " passing (" + ms(this.stats.duration) + ")"
          );
          if (this.stats.pending) {
            lines.push(":pause_button: " + this.stats.pending + " pending");
          }
          if (this.stats.failures) {
            lines.push(":x: " + this.stats.failures + " failing");
          }
          fs.appendFileSync(summaryFile, lines.join("\n") + "\n");
        }
      });
    }
  }
  var githubActions = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    GithubActions
  });
  var require$$15$1 = /* @__PURE__ */ getAugmentedNamespace(githubActions);
  var hasRequiredReporters;
  function requireReporters() {
    if (hasRequiredReporters) return reporters;
    hasRequiredReporters = 1;
    (function(exports2) {
      const { Base: Base2 } = require$$0;
      exports2.Base = exports2.base = Base2;
      const { Dot: Dot2 } = require$$1;
      exports2.Dot = exports2.dot = Dot2;
      const { Doc: Doc2 } = require$$2;
      exports2.Doc = exports2.doc = Doc2;
      const { TAP: TAP2 } = require$$3;
      exports2.TAP = exports2.tap = TAP2;
      const { JSONReporter: JSONReporter2 } = require$$4$1;
      exports2.JSON = exports2.json = JSONReporter2;
      const { HTML: HTML2 } = require$$5$1;
      exports2.HTML = exports2.html = HTML2;
      const { List: List2 } = require$$6;
      exports2.List = exports2.list = List2;
      const { Min: Min2 } = require$$7$1;
      exports2.Min = exports2.min = Min2;
      const { Spec: Spec2 } = require$$8$1;
      exports2.Spec = exports2.spec = Spec2;
      const { NyanCat: NyanCat2 } = require$$9;
      exports2.Nyan = exports2.nyan = NyanCat2;
      const { XUnit: XUnit2 } = require$$10$1;
      exports2.XUnit = exports2.xunit = XUnit2;
      const { Markdown: Markdown2 } = require$$11$1;
      exports2.Markdown = exports2.markdown = Markdown2;
      const { Progress: Progress2 } = require$$12$1;
      exports2.Progress = exports2.progress = Progress2;
      const { Landing: Landing2 } = require$$13$1;
      exports2.Landing = exports2.landing = Landing2;
      const { JSONStream: JSONStream2 } = require$$14$1;
      exports2.JSONStream = exports2["json-stream"] = JSONStream2;
      const { GithubActions: GithubActions2 } = require$$15$1;
      exports2.GithubActions = exports2["github-actions"] = GithubActions2;
    })(reporters);
    return reporters;
  }
  var diff = true;
  var extension = [
    "js",
    "cjs",
    "mjs"
  ];
  var reporter = "spec";
  var slow = 75;
  var timeout = 2e3;
  var ui = "bdd";
  var require$$4 = {
    diff,
    extension,
    "package": "./package.json",
    reporter,
    slow,
    timeout,
    ui,
    "watch-ignore": [
      "node_modules",
      ".git"
    ]
  };
  var require$$5 = /* @__PURE__ */ getAugmentedNamespace(suite);
  var require$$18 = /* @__PURE__ */ getAugmentedNamespace(_nodeResolve_empty);
  const {
    EVENT_TEST_PASS,
    EVENT_TEST_FAIL,
    EVENT_SUITE_BEGIN,
    EVENT_RUN_BEGIN,
    EVENT_TEST_PENDING,
    EVENT_RUN_END,
    EVENT_TEST_END
  } = Runner.constants;
  function createStatsCollector(runner2) {
    var stats = {
      suites: 0,
      tests: 0,
      passes: 0,
      pending: 0,
      failures: 0
    };
    if (!runner2) {
      throw new TypeError("Missing runner argument");
    }
    runner2.stats = stats;
    runner2.once(EVENT_RUN_BEGIN, function() {
      stats.start = /* @__PURE__ */ new Date();
    });
    runner2.on(EVENT_SUITE_BEGIN, function(suite2) {
      suite2.root || stats.suites++;
    });
    runner2.on(EVENT_TEST_PASS, function() {
      stats.passes++;
    });
    runner2.on(EVENT_TEST_FAIL, function() {
      stats.failures++;
    });
    runner2.on(EVENT_TEST_PENDING, function() {
      stats.pending++;
    });
    runner2.on(EVENT_TEST_END, function() {
      stats.tests++;
    });
    runner2.once(EVENT_RUN_END, function() {
      stats.end = /* @__PURE__ */ new Date();
      stats.duration = stats.end - stats.start;
    });
  }
  var statsCollector = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    createStatsCollector
  });
  var require$$7 = /* @__PURE__ */ getAugmentedNamespace(statsCollector);
  var require$$8 = /* @__PURE__ */ getAugmentedNamespace(errors);
  const { isString } = utils;
  const { MOCHA_ID_PROP_NAME } = utils.constants;
  class Test extends Runnable {
    /**
     * Initialize a new `Test` with the given `title` and callback `fn`.
     *
     * @public
     * @extends Runnable
     * @param {String} title - Test title (required)
     * @param {Function} [fn] - Test callback.  If omitted, the Test is considered "pending"
     */
    constructor(title2, fn) {
      if (!isString(title2)) {
        throw createInvalidArgumentTypeError(
          'Test argument "title" should be a string. Received type "' + typeof title2 + '"',
          "title",
          "string"
        );
      }
      super(title2, fn);
      this.type = "test";
      this.reset();
    }
    /**
     * Resets the state initially or for a next run.
     */
    reset() {
      super.reset();
      this.pending = !this.fn;
      delete this.state;
    }
    /**
     * Set or get retried test
     *
     * @private
     */
    retriedTest(n) {
      if (!arguments.length) {
        return this._retriedTest;
      }
      this._retriedTest = n;
    }
    /**
     * Add test to the list of tests marked `only`.
     *
     * @private
     */
    markOnly() {
      this.parent.appendOnlyTest(this);
    }
    clone() {
      var test2 = new Test(this.title, this.fn);
      test2.timeout(this.timeout());
      test2.slow(this.slow());
      test2.retries(this.retries());
      test2.currentRetry(this.currentRetry());
      test2.retriedTest(this.retriedTest() || this);
      test2.globals(this.globals());
      test2.parent = this.parent;
      test2.file = this.file;
      test2.ctx = this.ctx;
      return test2;
    }
    /**
     * Returns an minimal object suitable for transmission over IPC.
     * Functions are represented by keys beginning with `$$`.
     * @private
     * @returns {Object}
     */
    serialize() {
      return {
        $$currentRetry: this._currentRetry,
        $$fullTitle: this.fullTitle(),
        $$isPending: Boolean(this.pending),
        $$retriedTest: this._retriedTest || null,
        $$slow: this._slow,
        $$titlePath: this.titlePath(),
        body: this.body,
        duration: this.duration,
        err: this.err,
        parent: {
          $$fullTitle: this.parent.fullTitle(),
          [MOCHA_ID_PROP_NAME]: this.parent.id
        },
        speed: this.speed,
        state: this.state,
        title: this.title,
        type: this.type,
        file: this.file,
        [MOCHA_ID_PROP_NAME]: this.id
      };
    }
  }
  var test = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    Test
  });
  function createCommon(suites, context2, mocha3) {
    function shouldBeTested(suite2) {
      return !mocha3.options.grep || mocha3.options.grep && mocha3.options.grep.test(suite2.fullTitle()) && !mocha3.options.invert;
    }
    return {
      /**
       * This is only present if flag --delay is passed into Mocha. It triggers
       * root suite execution.
       *
       * @param {Suite} suite The root suite.
       * @return {Function} A function which runs the root suite
       */
      runWithSuite: function runWithSuite(suite2) {
        return function run2() {
          suite2.run();
        };
      },
      /**
       * Execute before running tests.
       *
       * @param {string} name
       * @param {Function} fn
       */
      before: function(name, fn) {
        return suites[0].beforeAll(name, fn);
      },
      /**
       * Execute after running tests.
       *
       * @param {string} name
       * @param {Function} fn
       */
      after: function(name, fn) {
        return suites[0].afterAll(name, fn);
      },
      /**
       * Execute before each test case.
       *
       * @param {string} name
       * @param {Function} fn
       */
      beforeEach: function(name, fn) {
        return suites[0].beforeEach(name, fn);
      },
      /**
       * Execute after each test case.
       *
       * @param {string} name
       * @param {Function} fn
       */
      afterEach: function(name, fn) {
        return suites[0].afterEach(name, fn);
      },
      suite: {
        /**
         * Create an exclusive Suite; convenience function
         * See docstring for create() below.
         *
         * @param {Object} opts
         * @returns {Suite}
         */
        only: function only(opts) {
          if (mocha3.options.forbidOnly) {
            throw createForbiddenExclusivityError(mocha3);
          }
          opts.isOnly = true;
          return this.create(opts);
        },
        /**
         * Create a Suite, but skip it; convenience function
         * See docstring for create() below.
         *
         * @param {Object} opts
         * @returns {Suite}
         */
        skip: function skip(opts) {
          opts.pending = true;
          return this.create(opts);
        },
        /**
         * Creates a suite.
         *
         * @param {Object} opts Options
         * @param {string} opts.title Title of Suite
         * @param {Function} [opts.fn] Suite Function (not always applicable)
         * @param {boolean} [opts.pending] Is Suite pending?
         * @param {string} [opts.file] Filepath where this Suite resides
         * @param {boolean} [opts.isOnly] Is Suite exclusive?
         * @returns {Suite}
         */
        create: function create(opts) {
          var suite2 = Suite.create(suites[0], opts.title);
          suite2.pending = Boolean(opts.pending);
          suite2.file = opts.file;
          suites.unshift(suite2);
          if (opts.isOnly) {
            suite2.markOnly();
          }
          if (suite2.pending && mocha3.options.forbidPending && shouldBeTested(suite2)) {
            throw createUnsupportedError$2("Pending test forbidden");
          }
          if (typeof opts.fn === "function") {
            opts.fn.call(suite2);
            suites.shift();
          } else if (typeof opts.fn === "undefined" && !suite2.pending) {
            throw createMissingArgumentError(
              'Suite "' + suite2.fullTitle() + '" was defined but no callback was supplied. Supply a callback or explicitly skip the suite.',
              "callback",
              "function"
            );
          } else if (!opts.fn && suite2.pending) {
            suites.shift();
          }
          return suite2;
        }
      },
      test: {
        /**
         * Exclusive test-case.
         *
         * @param {Object} mocha
         * @param {Function} test
         * @returns {*}
         */
        only: function(mocha4, test2) {
          if (mocha4.options.forbidOnly) {
            throw createForbiddenExclusivityError(mocha4);
          }
          test2.markOnly();
          return test2;
        },
        /**
         * Pending test case.
         *
         * @param {string} title
         */
        skip: function(title2) {
          context2.test(title2);
        }
      }
    };
  }
  const EVENT_FILE_PRE_REQUIRE$2 = Suite.constants.EVENT_FILE_PRE_REQUIRE;
  function bddInterface(suite2) {
    var suites = [suite2];
    suite2.on(EVENT_FILE_PRE_REQUIRE$2, function(context2, file, mocha3) {
      var common2 = createCommon(suites, context2, mocha3);
      context2.before = common2.before;
      context2.after = common2.after;
      context2.beforeEach = common2.beforeEach;
      context2.afterEach = common2.afterEach;
      context2.run = mocha3.options.delay && common2.runWithSuite(suite2);
      context2.describe = context2.context = function(title2, fn) {
        return common2.suite.create({
          title: title2,
          file,
          fn
        });
      };
      context2.xdescribe = context2.xcontext = context2.describe.skip = function(title2, fn) {
        return common2.suite.skip({
          title: title2,
          file,
          fn
        });
      };
      context2.describe.only = function(title2, fn) {
        return common2.suite.only({
          title: title2,
          file,
          fn
        });
      };
      context2.it = context2.specify = function(title2, fn) {
        var suite3 = suites[0];
        if (suite3.isPending()) {
          fn = null;
        }
        var test2 = new Test(title2, fn);
        test2.file = file;
        suite3.addTest(test2);
        return test2;
      };
      context2.it.only = function(title2, fn) {
        return common2.test.only(mocha3, context2.it(title2, fn));
      };
      context2.xit = context2.xspecify = context2.it.skip = function(title2) {
        return context2.it(title2);
      };
    });
  }
  bddInterface.description = "BDD or RSpec style [default]";
  const EVENT_FILE_PRE_REQUIRE$1 = Suite.constants.EVENT_FILE_PRE_REQUIRE;
  function tddInterface(suite2) {
    var suites = [suite2];
    suite2.on(EVENT_FILE_PRE_REQUIRE$1, function(context2, file, mocha3) {
      var common2 = createCommon(suites, context2, mocha3);
      context2.setup = common2.beforeEach;
      context2.teardown = common2.afterEach;
      context2.suiteSetup = common2.before;
      context2.suiteTeardown = common2.after;
      context2.run = mocha3.options.delay && common2.runWithSuite(suite2);
      context2.suite = function(title2, fn) {
        return common2.suite.create({
          title: title2,
          file,
          fn
        });
      };
      context2.suite.skip = function(title2, fn) {
        return common2.suite.skip({
          title: title2,
          file,
          fn
        });
      };
      context2.suite.only = function(title2, fn) {
        return common2.suite.only({
          title: title2,
          file,
          fn
        });
      };
      context2.test = function(title2, fn) {
        var suite3 = suites[0];
        if (suite3.isPending()) {
          fn = null;
        }
        var test2 = new Test(title2, fn);
        test2.file = file;
        suite3.addTest(test2);
        return test2;
      };
      context2.test.only = function(title2, fn) {
        return common2.test.only(mocha3, context2.test(title2, fn));
      };
      context2.test.skip = common2.test.skip;
    });
  }
  tddInterface.description = `traditional "suite"/"test" instead of BDD's "describe"/"it"`;
  const EVENT_FILE_PRE_REQUIRE = Suite.constants.EVENT_FILE_PRE_REQUIRE;
  function qUnitInterface(suite2) {
    var suites = [suite2];
    suite2.on(EVENT_FILE_PRE_REQUIRE, function(context2, file, mocha3) {
      var common2 = createCommon(suites, context2, mocha3);
      context2.before = common2.before;
      context2.after = common2.after;
      context2.beforeEach = common2.beforeEach;
      context2.afterEach = common2.afterEach;
      context2.run = mocha3.options.delay && common2.runWithSuite(suite2);
      context2.suite = function(title2) {
        if (suites.length > 1) {
          suites.shift();
        }
        return common2.suite.create({
          title: title2,
          file,
          fn: false
        });
      };
      context2.suite.only = function(title2) {
        if (suites.length > 1) {
          suites.shift();
        }
        return common2.suite.only({
          title: title2,
          file,
          fn: false
        });
      };
      context2.test = function(title2, fn) {
        var test2 = new Test(title2, fn);
        test2.file = file;
        suites[0].addTest(test2);
        return test2;
      };
      context2.test.only = function(title2, fn) {
        return common2.test.only(mocha3, context2.test(title2, fn));
      };
      context2.test.skip = common2.test.skip;
    });
  }
  qUnitInterface.description = "QUnit style";
  function exportsInterface(suite2) {
    var suites = [suite2];
    suite2.on(Suite.constants.EVENT_FILE_REQUIRE, visit);
    function visit(obj, file) {
      var suite3;
      for (var key in obj) {
        if (typeof obj[key] === "function") {
          var fn = obj[key];
          switch (key) {
            case "before":
              suites[0].beforeAll(fn);
              break;
            case "after":
              suites[0].afterAll(fn);
              break;
            case "beforeEach":
              suites[0].beforeEach(fn);
              break;
            case "afterEach":
              suites[0].afterEach(fn);
              break;
            default:
              var test2 = new Test(key, fn);
              test2.file = file;
              suites[0].addTest(test2);
          }
        } else {
          suite3 = Suite.create(suites[0], key);
          suites.unshift(suite3);
          visit(obj[key], file);
          suites.shift();
        }
      }
    }
  }
  exportsInterface.description = 'Node.js module ("exports") style';
  var interfaces = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    bdd: bddInterface,
    exports: exportsInterface,
    qunit: qUnitInterface,
    tdd: tddInterface
  });
  var require$$10 = /* @__PURE__ */ getAugmentedNamespace(interfaces);
  var require$$11 = /* @__PURE__ */ getAugmentedNamespace(runnable);
  class Context {
    constructor() {
    }
    /**
     * Set or get the context `Runnable` to `runnable`.
     *
     * @private
     * @param {Runnable} runnable
     * @return {Context} context
     */
    runnable(runnable2) {
      if (!arguments.length) {
        return this._runnable;
      }
      this.test = this._runnable = runnable2;
      return this;
    }
    /**
     * Set or get test timeout `ms`.
     *
     * @private
     * @param {number} ms
     * @return {Context} self
     */
    timeout(ms2) {
      if (!arguments.length) {
        return this.runnable().timeout();
      }
      this.runnable().timeout(ms2);
      return this;
    }
    /**
     * Set or get test slowness threshold `ms`.
     *
     * @private
     * @param {number} ms
     * @return {Context} self
     */
    slow(ms2) {
      if (!arguments.length) {
        return this.runnable().slow();
      }
      this.runnable().slow(ms2);
      return this;
    }
    /**
     * Mark a test as skipped.
     *
     * @private
     * @throws PendingError
     */
    skip() {
      this.runnable().skip();
    }
    /**
     * Set or get a number of allowed retries on failed tests
     *
     * @private
     * @param {number} n
     * @return {Context} self
     */
    retries(n) {
      if (!arguments.length) {
        return this.runnable().retries();
      }
      this.runnable().retries(n);
      return this;
    }
  }
  var context = /* @__PURE__ */ Object.freeze({
    __proto__: null,
    Context
  });
  var require$$12 = /* @__PURE__ */ getAugmentedNamespace(context);
  var require$$13 = /* @__PURE__ */ getAugmentedNamespace(runner);
  var require$$14 = /* @__PURE__ */ getAugmentedNamespace(hook);
  var require$$15 = /* @__PURE__ */ getAugmentedNamespace(test);
  var require$$17 = {};
  var hasRequiredMocha;
  function requireMocha() {
    if (hasRequiredMocha) return mocha$1.exports;
    hasRequiredMocha = 1;
    (function(module2, exports2) {
      var { escapeRegExp: escapeRegExp2 } = require$$0$1;
      var path2 = require$$1$1;
      var builtinReporters = requireReporters();
      var utils2 = requireUtils();
      var mocharc = require$$4;
      var { Suite: Suite2 } = require$$5;
      var esmUtils = require$$18;
      var createStatsCollector2 = require$$7.createStatsCollector;
      const {
        createInvalidReporterError: createInvalidReporterError2,
        createInvalidInterfaceError: createInvalidInterfaceError2,
        createMochaInstanceAlreadyDisposedError: createMochaInstanceAlreadyDisposedError2,
        createMochaInstanceAlreadyRunningError: createMochaInstanceAlreadyRunningError2,
        createUnsupportedError: createUnsupportedError2
      } = require$$8;
      const { EVENT_FILE_PRE_REQUIRE: EVENT_FILE_PRE_REQUIRE2, EVENT_FILE_POST_REQUIRE, EVENT_FILE_REQUIRE } = Suite2.constants;
      var debug2 = requireBrowser()("mocha:mocha");
      exports2 = module2.exports = Mocha3;
      module2.exports.Mocha = Mocha3;
      var mochaStates = utils2.defineConstants({
        /**
         * Initial state of the mocha instance
         * @private
         */
        INIT: "init",
        /**
         * Mocha instance is running tests
         * @private
         */
        RUNNING: "running",
        /**
         * Mocha instance is done running tests and references to test functions and hooks are cleaned.
         * You can reset this state by unloading the test files.
         * @private
         */
        REFERENCES_CLEANED: "referencesCleaned",
        /**
         * Mocha instance is disposed and can no longer be used.
         * @private
         */
        DISPOSED: "disposed"
      });
      if (!utils2.isBrowser() && typeof module2.paths !== "undefined") {
        var cwd2 = utils2.cwd();
        module2.paths.push(cwd2, path2.join(cwd2, "node_modules"));
      }
      exports2.utils = utils2;
      exports2.interfaces = { ...require$$10 };
      exports2.reporters = builtinReporters;
      exports2.Runnable = require$$11.Runnable;
      exports2.Context = require$$12.Context;
      exports2.Runner = require$$13.Runner;
      exports2.Suite = Suite2;
      exports2.Hook = require$$14.Hook;
      exports2.Test = require$$15.Test;
      let currentContext;
      exports2.afterEach = function(...args) {
        return (currentContext.afterEach || currentContext.teardown).apply(
          this,
          args
        );
      };
      exports2.after = function(...args) {
        return (currentContext.after || currentContext.suiteTeardown).apply(
          this,
          args
        );
      };
      exports2.beforeEach = function(...args) {
        return (currentContext.beforeEach || currentContext.setup).apply(this, args);
      };
      exports2.before = function(...args) {
        return (currentContext.before || currentContext.suiteSetup).apply(this, args);
      };
      exports2.describe = function(...args) {
        return (currentContext.describe || currentContext.suite).apply(this, args);
      };
      exports2.describe.only = function(...args) {
        return (currentContext.describe || currentContext.suite).only.apply(
          this,
          args
        );
      };
      exports2.describe.skip = function(...args) {
        return (currentContext.describe || currentContext.suite).skip.apply(
          this,
          args
        );
      };
      exports2.it = function(...args) {
        return (currentContext.it || currentContext.test).apply(this, args);
      };
      exports2.it.only = function(...args) {
        return (currentContext.it || currentContext.test).only.apply(this, args);
      };
      exports2.it.skip = function(...args) {
        return (currentContext.it || currentContext.test).skip.apply(this, args);
      };
      exports2.xdescribe = exports2.describe.skip;
      exports2.xit = exports2.it.skip;
      exports2.setup = exports2.beforeEach;
      exports2.suiteSetup = exports2.before;
      exports2.suiteTeardown = exports2.after;
      exports2.suite = exports2.describe;
      exports2.teardown = exports2.afterEach;
      exports2.test = exports2.it;
      exports2.run = function(...args) {
        return currentContext.run.apply(this, args);
      };
      function Mocha3(options = {}) {
        options = { ...mocharc, ...options };
        this.files = [];
        this.options = options;
        this.suite = new exports2.Suite("", new exports2.Context(), true);
        this._cleanReferencesAfterRun = true;
        this._state = mochaStates.INIT;
        this.grep(options.grep).fgrep(options.fgrep).ui(options.ui).reporter(
          options.reporter,
          options["reporter-option"] || options.reporterOption || options.reporterOptions
          // for backwards compatibility
        ).slow(options.slow).global(options.global);
        if (typeof options.timeout !== "undefined") {
          this.timeout(options.timeout === false ? 0 : options.timeout);
        }
        if ("retries" in options) {
          this.retries(options.retries);
        }
        [
          "allowUncaught",
          "asyncOnly",
          "bail",
          "checkLeaks",
          "color",
          "delay",
          "diff",
          "dryRun",
          "passOnFailingTestSuite",
          "failZero",
          "forbidOnly",
          "forbidPending",
          "fullTrace",
          "inlineDiffs",
          "invert"
        ].forEach(function(opt) {
          if (options[opt]) {
            this[opt]();
          }
        }, this);
        if (options.rootHooks) {
          this.rootHooks(options.rootHooks);
        }
        this._runnerClass = exports2.Runner;
        this._lazyLoadFiles = false;
        this.isWorker = Boolean(options.isWorker);
        this.globalSetup(options.globalSetup).globalTeardown(options.globalTeardown).enableGlobalSetup(options.enableGlobalSetup).enableGlobalTeardown(options.enableGlobalTeardown);
        if (options.parallel && (typeof options.jobs === "undefined" || options.jobs > 1)) {
          debug2("attempting to enable parallel mode");
          this.parallelMode(true);
        }
      }
      Mocha3.prototype.bail = function(bail) {
        this.suite.bail(bail !== false);
        return this;
      };
      Mocha3.prototype.addFile = function(file) {
        this.files.push(file);
        return this;
      };
      Mocha3.prototype.reporter = function(reporterName, reporterOptions) {
        if (typeof reporterName === "function") {
          this._reporter = reporterName;
        } else {
          reporterName = reporterName || "spec";
          var reporter2;
          if (builtinReporters[reporterName]) {
            reporter2 = builtinReporters[reporterName];
          }
          if (!reporter2) {
            let foundReporter;
            try {
              foundReporter = require.resolve(reporterName);
              reporter2 = commonjsRequire(foundReporter);
            } catch (err) {
              if (foundReporter) {
                throw createInvalidReporterError2(err.message, foundReporter);
              }
              try {
                reporter2 = commonjsRequire(path2.resolve(reporterName));
              } catch (err2) {
                throw createInvalidReporterError2(err2.message, reporterName);
              }
            }
          }
          if (reporter2.default) {
            reporter2 = reporter2.default;
          }
          this._reporter = reporter2;
        }
        this.options.reporterOption = reporterOptions;
        this.options.reporterOptions = reporterOptions;
        return this;
      };
      Mocha3.prototype.ui = function(ui2) {
        var bindInterface;
        if (typeof ui2 === "function") {
          bindInterface = ui2;
        } else {
          ui2 = ui2 || "bdd";
          bindInterface = exports2.interfaces[ui2];
          if (!bindInterface) {
            try {
              bindInterface = commonjsRequire(ui2);
            } catch {
              throw createInvalidInterfaceError2(`invalid interface '${ui2}'`, ui2);
            }
          }
        }
        if (bindInterface.default) {
          bindInterface = bindInterface.default;
        }
        bindInterface(this.suite);
        this.suite.on(EVENT_FILE_PRE_REQUIRE2, function(context2) {
          currentContext = context2;
        });
        return this;
      };
      Mocha3.prototype.loadFiles = function(fn) {
        var self2 = this;
        var suite2 = this.suite;
        this.files.forEach(function(file) {
          file = path2.resolve(file);
          suite2.emit(EVENT_FILE_PRE_REQUIRE2, commonjsGlobal, file, self2);
          suite2.emit(EVENT_FILE_REQUIRE, commonjsRequire(file), file, self2);
          suite2.emit(EVENT_FILE_POST_REQUIRE, commonjsGlobal, file, self2);
        });
        fn && fn();
      };
      Mocha3.prototype.loadFilesAsync = function({ esmDecorator } = {}) {
        var self2 = this;
        var suite2 = this.suite;
        this.lazyLoadFiles(true);
        return esmUtils.loadFilesAsync(
          this.files,
          function(file) {
            suite2.emit(EVENT_FILE_PRE_REQUIRE2, commonjsGlobal, file, self2);
          },
          function(file, resultModule) {
            suite2.emit(EVENT_FILE_REQUIRE, resultModule, file, self2);
            suite2.emit(EVENT_FILE_POST_REQUIRE, commonjsGlobal, file, self2);
          },
          esmDecorator
        );
      };
      Mocha3.unloadFile = function(file) {
        if (utils2.isBrowser()) {
          throw createUnsupportedError2(
            "unloadFile() is only supported in a Node.js environment"
          );
        }
        const { unloadFile } = require$$18;
        return unloadFile(file);
      };
      Mocha3.prototype.unloadFiles = function() {
        if (this._state === mochaStates.DISPOSED) {
          throw createMochaInstanceAlreadyDisposedError2(
            "Mocha instance is already disposed, it cannot be used again.",
            this._cleanReferencesAfterRun,
            this
          );
        }
        this.files.forEach(function(file) {
          Mocha3.unloadFile(file);
        });
        this._state = mochaStates.INIT;
        return this;
      };
      Mocha3.prototype.fgrep = function(str) {
        if (!str) {
          return this;
        }
        return this.grep(new RegExp(escapeRegExp2(str)));
      };
      Mocha3.prototype.grep = function(re) {
        if (utils2.isString(re)) {
          var arg = re.match(/^\/(.*)\/([a-z]*)$|.*/);
          this.options.grep = new RegExp(arg[1] || arg[0], arg[2]);
        } else {
          this.options.grep = re;
        }
        return this;
      };
      Mocha3.prototype.invert = function() {
        this.options.invert = true;
        return this;
      };
      Mocha3.prototype.checkLeaks = function(checkLeaks) {
        this.options.checkLeaks = checkLeaks !== false;
        return this;
      };
      Mocha3.prototype.cleanReferencesAfterRun = function(cleanReferencesAfterRun) {
        this._cleanReferencesAfterRun = cleanReferencesAfterRun !== false;
        return this;
      };
      Mocha3.prototype.dispose = function() {
        if (this._state === mochaStates.RUNNING) {
          throw createMochaInstanceAlreadyRunningError2(
            "Cannot dispose while the mocha instance is still running tests."
          );
        }
        this.unloadFiles();
        this._previousRunner && this._previousRunner.dispose();
        this.suite.dispose();
        this._state = mochaStates.DISPOSED;
      };
      Mocha3.prototype.fullTrace = function(fullTrace) {
        this.options.fullTrace = fullTrace !== false;
        return this;
      };
      Mocha3.prototype.global = function(global2) {
        this.options.global = (this.options.global || []).concat(global2).filter(Boolean).filter(function(elt, idx, arr) {
          return arr.indexOf(elt) === idx;
        });
        return this;
      };
      Mocha3.prototype.globals = Mocha3.prototype.global;
      Mocha3.prototype.color = function(color2) {
        this.options.color = color2 !== false;
        return this;
      };
      Mocha3.prototype.inlineDiffs = function(inlineDiffs) {
        this.options.inlineDiffs = inlineDiffs !== false;
        return this;
      };
      Mocha3.prototype.diff = function(diff2) {
        this.options.diff = diff2 !== false;
        return this;
      };
      Mocha3.prototype.timeout = function(msecs) {
        this.suite.timeout(msecs);
        return this;
      };
      Mocha3.prototype.retries = function(retry) {
        this.suite.retries(retry);
        return this;
      };
      Mocha3.prototype.slow = function(msecs) {
        this.suite.slow(msecs);
        return this;
      };
      Mocha3.prototype.asyncOnly = function(asyncOnly) {
        this.options.asyncOnly = asyncOnly !== false;
        return this;
      };
      Mocha3.prototype.noHighlighting = function() {
        this.options.noHighlighting = true;
        return this;
      };
      Mocha3.prototype.allowUncaught = function(allowUncaught) {
        this.options.allowUncaught = allowUncaught !== false;
        return this;
      };
      Mocha3.prototype.delay = function delay() {
        this.options.delay = true;
        return this;
      };
      Mocha3.prototype.dryRun = function(dryRun) {
        this.options.dryRun = dryRun !== false;
        return this;
      };
      Mocha3.prototype.failHookAffectedTests = function(failHookAffectedTests) {
        this.options.failHookAffectedTests = failHookAffectedTests !== false;
        return this;
      };
      Mocha3.prototype.failZero = function(failZero) {
        this.options.failZero = failZero !== false;
        return this;
      };
      Mocha3.prototype.passOnFailingTestSuite = function(passOnFailingTestSuite) {
        this.options.passOnFailingTestSuite = passOnFailingTestSuite === true;
        return this;
      };
      Mocha3.prototype.forbidOnly = function(forbidOnly) {
        this.options.forbidOnly = forbidOnly !== false;
        return this;
      };
      Mocha3.prototype.forbidPending = function(forbidPending) {
        this.options.forbidPending = forbidPending !== false;
        return this;
      };
      Mocha3.prototype._guardRunningStateTransition = function() {
        if (this._state === mochaStates.RUNNING) {
          throw createMochaInstanceAlreadyRunningError2(
            "Mocha instance is currently running tests, cannot start a next test run until this one is done",
            this
          );
        }
        if (this._state === mochaStates.DISPOSED || this._state === mochaStates.REFERENCES_CLEANED) {
          throw createMochaInstanceAlreadyDisposedError2(
            "Mocha instance is already disposed, cannot start a new test run. Please create a new mocha instance. Be sure to set disable `cleanReferencesAfterRun` when you want to reuse the same mocha instance for multiple test runs.",
            this._cleanReferencesAfterRun,
            this
          );
        }
      };
      Object.defineProperty(Mocha3.prototype, "version", {
        value: require$$17.version,
        configurable: false,
        enumerable: true,
        writable: false
      });
      Mocha3.prototype.run = function(fn) {
        this._guardRunningStateTransition();
        this._state = mochaStates.RUNNING;
        if (this._previousRunner) {
          this._previousRunner.dispose();
          this.suite.reset();
        }
        if (this.files.length && !this._lazyLoadFiles) {
          this.loadFiles();
        }
        var suite2 = this.suite;
        var options = this.options;
        options.files = this.files;
        const runner2 = new this._runnerClass(suite2, {
          cleanReferencesAfterRun: this._cleanReferencesAfterRun,
          delay: options.delay,
          dryRun: options.dryRun,
          failHookAffectedTests: options.failHookAffectedTests,
          failZero: options.failZero
        });
        createStatsCollector2(runner2);
        var reporter2 = new this._reporter(runner2, options);
        runner2.checkLeaks = options.checkLeaks === true;
        runner2.fullStackTrace = options.fullTrace;
        runner2.asyncOnly = options.asyncOnly;
        runner2.allowUncaught = options.allowUncaught;
        runner2.forbidOnly = options.forbidOnly;
        runner2.forbidPending = options.forbidPending;
        if (options.grep) {
          runner2.grep(options.grep, options.invert);
        }
        if (options.global) {
          runner2.globals(options.global);
        }
        if (options.color !== void 0) {
          exports2.reporters.Base.useColors = options.color;
        }
        exports2.reporters.Base.inlineDiffs = options.inlineDiffs;
        exports2.reporters.Base.hideDiff = !options.diff;
        const done2 = (failures) => {
          this._previousRunner = runner2;
          this._state = this._cleanReferencesAfterRun ? mochaStates.REFERENCES_CLEANED : mochaStates.INIT;
          fn = fn || utils2.noop;
          if (typeof reporter2.done === "function") {
            reporter2.done(failures, fn);
          } else {
            fn(failures);
          }
        };
        const reportFixtureError = (phase, err) => {
          browser$1$1.stderr.write(
            `
[mocha] global ${phase} failed:
${err && err.stack ? err.stack : err}
`
          );
        };
        const runAsync = async (runner3) => {
          let context2 = {};
          if (this.options.enableGlobalSetup && this.hasGlobalSetupFixtures()) {
            try {
              context2 = await this.runGlobalSetup(runner3);
            } catch (err) {
              reportFixtureError("setup", err);
              return 1;
            }
          }
          const failureCount = await runner3.runAsync({
            files: this.files,
            options
          });
          if (this.options.enableGlobalTeardown && this.hasGlobalTeardownFixtures()) {
            try {
              await this.runGlobalTeardown(runner3, { context: context2 });
            } catch (err) {
              reportFixtureError("teardown", err);
              return failureCount + 1;
            }
          }
          return failureCount;
        };
        runAsync(runner2).then(done2);
        return runner2;
      };
      Mocha3.prototype.rootHooks = function rootHooks({
        beforeAll = [],
        beforeEach = [],
        afterAll = [],
        afterEach = []
      } = {}) {
        beforeAll = utils2.castArray(beforeAll);
        beforeEach = utils2.castArray(beforeEach);
        afterAll = utils2.castArray(afterAll);
        afterEach = utils2.castArray(afterEach);
        beforeAll.forEach((hook2) => {
          this.suite.beforeAll(hook2);
        });
        beforeEach.forEach((hook2) => {
          this.suite.beforeEach(hook2);
        });
        afterAll.forEach((hook2) => {
          this.suite.afterAll(hook2);
        });
        afterEach.forEach((hook2) => {
          this.suite.afterEach(hook2);
        });
        return this;
      };
      Mocha3.prototype.parallelMode = function parallelMode(enable = true) {
        if (utils2.isBrowser()) {
          throw createUnsupportedError2("parallel mode is only supported in Node.js");
        }
        const parallel = Boolean(enable);
        if (parallel === this.options.parallel && this._lazyLoadFiles && this._runnerClass !== exports2.Runner) {
          return this;
        }
        if (this._state !== mochaStates.INIT) {
          throw createUnsupportedError2(
            "cannot change parallel mode after having called run()"
          );
        }
        this.options.parallel = parallel;
        this._runnerClass = parallel ? require$$18 : exports2.Runner;
        return this.lazyLoadFiles(this._lazyLoadFiles || parallel);
      };
      Mocha3.prototype.lazyLoadFiles = function lazyLoadFiles(enable) {
        this._lazyLoadFiles = enable === true;
        debug2("set lazy load to %s", enable);
        return this;
      };
      Mocha3.prototype.globalSetup = function globalSetup(setupFns = []) {
        setupFns = utils2.castArray(setupFns);
        this.options.globalSetup = setupFns;
        debug2("configured %d global setup functions", setupFns.length);
        return this;
      };
      Mocha3.prototype.globalTeardown = function globalTeardown(teardownFns = []) {
        teardownFns = utils2.castArray(teardownFns);
        this.options.globalTeardown = teardownFns;
        debug2("configured %d global teardown functions", teardownFns.length);
        return this;
      };
      Mocha3.prototype.runGlobalSetup = async function runGlobalSetup(context2 = {}) {
        const { globalSetup } = this.options;
        if (globalSetup && globalSetup.length) {
          debug2("run(): global setup starting");
          await this._runGlobalFixtures(globalSetup, context2);
          debug2("run(): global setup complete");
        }
        return context2;
      };
      Mocha3.prototype.runGlobalTeardown = async function runGlobalTeardown(context2 = {}) {
        const { globalTeardown } = this.options;
        if (globalTeardown && globalTeardown.length) {
          debug2("run(): global teardown starting");
          await this._runGlobalFixtures(globalTeardown, context2);
        }
        debug2("run(): global teardown complete");
        return context2;
      };
      Mocha3.prototype._runGlobalFixtures = async function _runGlobalFixtures(fixtureFns = [], context2 = {}) {
        for await (const fixtureFn of fixtureFns) {
          await fixtureFn.call(context2);
        }
        return context2;
      };
      Mocha3.prototype.enableGlobalSetup = function enableGlobalSetup(enabled = true) {
        this.options.enableGlobalSetup = Boolean(enabled);
        return this;
      };
      Mocha3.prototype.enableGlobalTeardown = function enableGlobalTeardown(enabled = true) {
        this.options.enableGlobalTeardown = Boolean(enabled);
        return this;
      };
      Mocha3.prototype.hasGlobalSetupFixtures = function hasGlobalSetupFixtures() {
        return Boolean(this.options.globalSetup.length);
      };
      Mocha3.prototype.hasGlobalTeardownFixtures = function hasGlobalTeardownFixtures() {
        return Boolean(this.options.globalTeardown.length);
      };
    })(mocha$1, mocha$1.exports);
    return mocha$1.exports;
  }
  var mochaExports = requireMocha();
  var Mocha2 = /* @__PURE__ */ getDefaultExportFromCjs(mochaExports);
  browser$1$1.stdout = BrowserStdout({ label: false });
  var mocha2 = new Mocha2({ reporter: "html" });
  var Date$1 = global$1.Date;
  var setTimeout$1 = global$1.setTimeout;
  var uncaughtExceptionHandlers = [];
  var originalOnerrorHandler = global$1.onerror;
  browser$1$1.removeListener = function(e, fn) {
    if (e === "uncaughtException") {
      if (originalOnerrorHandler) {
        global$1.onerror = originalOnerrorHandler;
      } else {
        global$1.onerror = function() {
        };
      }
      var i = uncaughtExceptionHandlers.indexOf(fn);
      if (i !== -1) {
        uncaughtExceptionHandlers.splice(i, 1);
      }
    }
  };
  browser$1$1.listenerCount = function(name) {
    if (name === "uncaughtException") {
      return uncaughtExceptionHandlers.length;
    }
    return 0;
  };
  browser$1$1.on = function(e, fn) {
    if (e === "uncaughtException") {
      global$1.onerror = function(msg, url, line, col, err) {
        fn(err || new Error(msg + " (" + url + ":" + line + ":" + col + ")"));
        return !mocha2.options.allowUncaught;
      };
      uncaughtExceptionHandlers.push(fn);
    }
  };
  browser$1$1.listeners = function(err) {
    if (err === "uncaughtException") {
      return uncaughtExceptionHandlers;
    }
    return [];
  };
  mocha2.suite.removeAllListeners("pre-require");
  var immediateQueue = [];
  var immediateTimeout;
  function timeslice() {
    var immediateStart = new Date$1().getTime();
    while (immediateQueue.length && new Date$1().getTime() - immediateStart < 100) {
      immediateQueue.shift()();
    }
    if (immediateQueue.length) {
      immediateTimeout = setTimeout$1(timeslice, 0);
    } else {
      immediateTimeout = null;
    }
  }
  Mocha2.Runner.immediately = function(callback) {
    immediateQueue.push(callback);
    if (!immediateTimeout) {
      immediateTimeout = setTimeout$1(timeslice, 0);
    }
  };
  mocha2.throwError = function(err) {
    uncaughtExceptionHandlers.forEach(function(fn) {
      fn(err);
    });
    throw err;
  };
  mocha2.ui = function(ui2) {
    Mocha2.prototype.ui.call(this, ui2);
    this.suite.emit("pre-require", global$1, null, this);
    return this;
  };
  mocha2.setup = function(opts) {
    if (typeof opts === "string") {
      opts = { ui: opts };
    }
    if (opts.delay === true) {
      this.delay();
    }
    var self2 = this;
    Object.keys(opts).filter(function(opt) {
      return opt !== "delay";
    }).forEach(function(opt) {
      if (Object.prototype.hasOwnProperty.call(opts, opt)) {
        self2[opt](opts[opt]);
      }
    });
    return this;
  };
  mocha2.run = function(fn) {
    var options = mocha2.options;
    mocha2.globals("location");
    var query = parseQuery(global$1.location.search || "");
    if (query.grep) {
      mocha2.grep(query.grep);
    }
    if (query.fgrep) {
      mocha2.fgrep(query.fgrep);
    }
    if (query.invert) {
      mocha2.invert();
    }
    return Mocha2.prototype.run.call(mocha2, function(err) {
      var document2 = global$1.document;
      if (document2 && document2.getElementById("mocha") && options.noHighlighting !== true) {
        highlightTags("code");
      }
      if (fn) {
        fn(err);
      }
    });
  };
  Mocha2.process = browser$1$1;
  global$1.Mocha = Mocha2;
  global$1.mocha = mocha2;
  [
    "describe",
    "context",
    "it",
    "specify",
    "xdescribe",
    "xcontext",
    "xit",
    "xspecify",
    "before",
    "beforeEach",
    "afterEach",
    "after"
  ].forEach(function(key) {
    mocha2[key] = global$1[key];
  });
  return mocha2;
}));

// extension/test/suite/activation.ts
var import_vscode2 = require("vscode");

// extension/test/suite/checks.ts
function equal(actual, expected, about = "") {
  const [found, wanted] = [JSON.stringify(actual, null, 1), JSON.stringify(expected, null, 1)];
  if (found !== wanted) throw new Error(`${about}
expected ${wanted}
found    ${found}`);
}
var PAUSE = 50;
var SECONDS = 40;
async function eventually(what, ask) {
  for (let left = SECONDS * 1e3 / PAUSE; left > 0; left -= 1) {
    const answer = await ask();
    if (answer !== void 0) return answer;
    await new Promise((done) => setTimeout(done, PAUSE));
  }
  throw new Error(`waited ${SECONDS} seconds for ${what}`);
}

// extension/test/suite/documents.ts
var import_vscode = require("vscode");
function fileAt(path) {
  const [folder] = import_vscode.workspace.workspaceFolders ?? [];
  if (folder === void 0) throw new Error("the tests need a folder");
  return import_vscode.Uri.joinPath(folder.uri, path);
}
async function shown(path) {
  return import_vscode.window.showTextDocument(await import_vscode.workspace.openTextDocument(fileAt(path)));
}
function placeOf(document2, part) {
  const at = document2.getText().indexOf(part);
  if (at < 0) throw new Error(`there is no ${JSON.stringify(part)} in ${document2.uri.path}`);
  return document2.positionAt(at);
}
function wholeOf(document2) {
  return new import_vscode.Range(document2.positionAt(0), document2.positionAt(document2.getText().length));
}

// extension/test/suite/activation.ts
function activation() {
  describe("activation", () => {
    it("starts for a folder that has an agreement, before any is opened", async () => {
      const extension = import_vscode2.extensions.getExtension("tenet-lang.tenet");
      equal(extension !== void 0, true, "the extension is installed");
      await eventually("the extension to be active", () => extension?.isActive || void 0);
    });
    it("knows the language of a file", async () => {
      const { document: document2 } = await shown("parcels.tenet");
      equal(document2.languageId, "tenet");
    });
  });
  describe("diagnostics", () => {
    it("say what is wrong, where, and on which page more is written", async () => {
      await shown("broken.tenet");
      const [first] = await eventually("diagnostics", () => {
        const found = import_vscode2.languages.getDiagnostics(fileAt("broken.tenet"));
        return found.length === 0 ? void 0 : found;
      });
      equal(first?.message.split("\n")[0], "`lest` is not understood here; did you mean `least`?");
      equal(first?.range.start.line, 16);
      equal(first?.source, "tenet");
      equal(typeof first?.code === "object" ? first.code.value : null, "TEN1014");
    });
    it("has nothing to say of an agreement that is well", async () => {
      await shown("parcels.tenet");
      await eventually("diagnostics of the other file", () => import_vscode2.languages.getDiagnostics(fileAt("broken.tenet"))[0]);
      equal(import_vscode2.languages.getDiagnostics(fileAt("parcels.tenet")), []);
    });
  });
}

// extension/test/suite/editing.ts
var import_vscode3 = require("vscode");
function editing() {
  describe("editing", () => {
    it("inserts the completion that was chosen", async () => {
      const editor = await shown("parcels.tenet");
      const before = editor.document.getText();
      const at = placeOf(editor.document, "measured each calendar month");
      await editor.edit((edit) => edit.replace(new import_vscode3.Range(at, at.translate(0, 8)), "meas"));
      const position = at.translate(0, 4);
      const list = await import_vscode3.commands.executeCommand(
        "vscode.executeCompletionItemProvider",
        editor.document.uri,
        position
      );
      const labels = list.items.map(({ label }) => typeof label === "string" ? label : label.label);
      equal(labels.some((label) => label.startsWith("measured")), true, `measured is among ${labels.join(", ")}`);
      editor.selection = new (await import("vscode")).Selection(position, position);
      await import_vscode3.commands.executeCommand("editor.action.triggerSuggest");
      await eventually("the chosen completion", async () => {
        await import_vscode3.commands.executeCommand("acceptSelectedSuggestion");
        return editor.document.lineAt(at.line).text.includes("measured") || void 0;
      });
      await editor.edit((edit) => edit.replace(wholeOf(editor.document), before));
    });
  });
}

// extension/test/suite/index.ts
function run() {
  mocha.setup({ ui: "bdd", reporter: "spec", color: false, timeout: 6e4, cleanReferencesAfterRun: false });
  for (const suite of [activation, editing]) suite();
  return new Promise((resolve, reject) => {
    Mocha.prototype.run.call(mocha, (failures) => {
      if (failures === 0) resolve();
      else reject(new Error(`${failures} tests failed`));
    });
  });
}
/*! Bundled license information:

mocha/mocha.js:
  (*!
   * The buffer module from node.js, for the browser.
   *
   * @author   Feross Aboukhadijeh <feross@feross.org> <http://feross.org>
   * @license  MIT
   *)
  (*!
   * mocha
   * Copyright(c) 2011-2026 OpenJS Foundation and contributors, https://openjsf.org
   * MIT Licensed
   *)
*/
