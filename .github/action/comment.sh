#!/usr/bin/env bash
# comment.sh NUMBER FILE: makes FILE the one comment on a pull request that begins with FILE's first
# line, and was written by a workflow: the comment of before is updated, never a second one appended.
set -euo pipefail

number=$1 file=$2
mark=$(head -n 1 "$file")
body=$RUNNER_TEMP/milepost-comment.json
# At most what GitHub takes, as JSON, so that nothing in it is read as anything but text.
head -c 64000 "$file" | jq --raw-input --slurp '{body: .}' >"$body"

# shellcheck disable=SC2016 # $mark is jq's
id=$(gh api --paginate "repos/$GITHUB_REPOSITORY/issues/$number/comments?per_page=100" |
	jq --raw-output --slurp --arg mark "$mark" 'flatten | map(select(.user.type == "Bot" and (.body | startswith($mark)))) | .[0].id // empty')
if [[ -n $id ]]; then
	gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" --input "$body"
else
	gh api --silent --method POST "repos/$GITHUB_REPOSITORY/issues/$number/comments" --input "$body"
fi
