// Failed, and for the right reason.
assert new File(basedir, 'build.log').text.contains('touchline-broken-purity is pure')
