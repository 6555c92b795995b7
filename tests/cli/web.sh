# The pages of tuco escape in headless Chromium: no errors, search, filters, paths, sorting, keys. Skipped where node or Chromium is missing.
. "$(dirname "$0")/lib.sh"
web=$(dirname "$0")/../web
command -v node > /dev/null || { echo "skipped: no node"; exit 0; }
expect 0 "$TUCO" escape -run -html page.html -json cost.json "$web/tree.go"
expect 0 "$TUCO" escape -html plain.html "$web/tree.go"
for p in page plain; do
	out=$(node "$web/run.js" $p.html "$web/escape.js" 2>&1)
	case $? in
	0) ;;
	77) echo "$out"; exit 0 ;;
	*) fail "$p.html: $out" ;;
	esac
done
