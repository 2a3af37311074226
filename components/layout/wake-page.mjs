/**
 * Holds the page's scripts back until somebody touches the page, or until it has been there for a while: what a phone
 * shows and scrolls first needs none of them, and links, forms and menus work before they come. Who has touched one
 * page of this visit gets those of the next pages at once. A press on what nothing but a script answers is kept until
 * the page is awake. The listener marks the scripts (scripts/serve/delay-scripts.mjs); unmarked ones run as ever.
 * Kept free of anything a `<` could end.
 */
export const wakePage =
  '(function(w,d){' +
  "var on=['pointermove','pointerdown','touchstart','keydown','wheel','scroll','focusin'],how={capture:true,passive:true},held,awake;" +
  "function late(){return[].slice.call(d.querySelectorAll('script[data-late]'))}" +
  'function run(){late().forEach(function(o){' +
  "var s=d.createElement('script');s.async=true;s.src=o.getAttribute('data-late');o.replaceWith(s)})}" +
  'function wake(e){if(awake)return;awake=true;on.forEach(function(n){w.removeEventListener(n,wake,how)});' +
  "if(e&&e.type)try{sessionStorage.setItem('awake','1')}catch(x){}" +
  "run();if(d.readyState==='loading')d.addEventListener('DOMContentLoaded',run)}" +
  "try{if(sessionStorage.getItem('awake'))wake()}catch(x){}" +
  'if(!awake)on.forEach(function(n){w.addEventListener(n,wake,how)});' +
  'function idle(f){(w.requestIdleCallback||setTimeout)(f)}' +
  'function ahead(){var c=navigator.connection;if(!(c&&c.saveData))late().forEach(function(o){' +
  "var l=d.createElement('link');l.rel='prefetch';l.as='script';l.href=o.getAttribute('data-late');d.head.append(l)})}" +
  "w.addEventListener('load',function(){idle(ahead);setTimeout(function(){idle(wake)},3000)});" +
  "function hold(e){var b=e.target.closest&&e.target.closest('button');" +
  "if(b&&b.type==='button'&&!Object.keys(d).some(function(k){return k.indexOf('_reactListening')===0}))held=b}" +
  "d.addEventListener('click',hold,true);" +
  "d.addEventListener('alive',function(){d.removeEventListener('click',hold,true);" +
  'if(held&&held.isConnected)held.click();held=null},{once:true})' +
  '})(window,document)'
