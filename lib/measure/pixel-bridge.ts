/**
 * The whole of what the market runs in the frame of a shop's counters: it makes the queues that their scripts look for,
 * fills them with what the page hands in, and lets the scripts in. It takes orders through one port alone, which the page
 * gives to the document it has opened: whatever that document may become later has none.
 */
export const pixelBridge = `(function () {
  var data = (window.dataLayer = [])
  window.gtag = function () { data.push(arguments) }
  var fbq = (window.fbq = window._fbq = function () {
    fbq.callMethod ? fbq.callMethod.apply(fbq, arguments) : fbq.queue.push(arguments)
  })
  fbq.push = fbq
  fbq.loaded = true
  fbq.version = '2.0'
  fbq.queue = []
  var ym = (window.ym = function () { ym.a.push(arguments) })
  ym.a = []
  ym.l = Date.now()
  var takers = {
    gtag: window.gtag,
    fbq: window.fbq,
    ym: function () { window.ym.apply(null, arguments) },
    goods: function (goods) { data.push(goods) },
  }
  function load(address) {
    var script = document.createElement('script')
    script.src = address
    script.async = true
    document.body.append(script)
  }
  addEventListener('message', function (told) {
    if (told.source !== parent || !told.ports[0]) return
    told.ports[0].onmessage = function (call) {
      var taker = takers[call.data[0]]
      if (taker) taker.apply(null, call.data.slice(1))
    }
    JSON.parse(document.body.dataset.scripts).forEach(load)
  }, { once: true })
})()`
