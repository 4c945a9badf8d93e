#!/usr/bin/env bash
# Runs milepost, and makes one comment of what it prints where a pull request is named.
#
# ACTION_PATH, COMMAND, ARGS, BASE_URL, COMMENT, GH_TOKEN; and what GitHub's runner sets.
set -euo pipefail

args=()
while IFS= read -r line; do
	[[ -z $line ]] || args+=("$line")
done <<<"$ARGS"
if [[ -n $BASE_URL ]]; then
	args+=(--base-url "${BASE_URL%/}/")
fi

if [[ -z $COMMENT ]]; then
	exec milepost "$COMMAND" ${args[@]+"${args[@]}"}
fi
if ! [[ $COMMENT =~ ^[0-9]+$ ]]; then
	echo "::error::comment is the number of a pull request" >&2
	exit 2
fi
text=$RUNNER_TEMP/milepost-comment.md
# The mark by which the comment is found again. Nobody sees it.
echo "<!-- milepost:$COMMAND -->" >"$text"
status=0
milepost "$COMMAND" ${args[@]+"${args[@]}"} >>"$text" || status=$?
tail -n +2 "$text"
bash "$ACTION_PATH/.github/action/comment.sh" "$COMMENT" "$text"
exit "$status"
