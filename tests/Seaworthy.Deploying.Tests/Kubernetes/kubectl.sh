#!/bin/sh
# A kubectl that keeps its cluster in files. It knows the command lines that a deployment may use, and refuses every other.
# What goes wrong is said by the tag of the image (crash, slow, late) and by the file "mode".
S='@STATE@'
printf '%s\n' "$*" >>"$S/log"
mode=$(cat "$S/mode" 2>/dev/null)
N=--namespace=shop
refuse() { printf '%s\n' "$1" >&2; exit 1; }
unknown() { printf 'REFUSED %s\n' "$*" >>"$S/log"; refuse "error: unknown command line: $*"; }
template() { printf '{"metadata":{"labels":{"app":"web"%s}},"spec":{"containers":[{"name":"web","image":"%s"}]}}' "$2" "$1"; }
revision() { cat "$S/revision" 2>/dev/null || echo 0; }
image() { cat "$S/image.$(revision)" 2>/dev/null; }
become() { next=$(($(revision) + 1)); printf '%s' "$1" >"$S/image.$next"; printf '%s' "$next" >"$S/revision"; rm -f "$S/looks"; }

if [ "$*" = "config get-contexts trial --output=name" ]; then echo trial; exit 0; fi
[ "$1" = --context=trial ] || unknown "$@"
shift
case "$*" in
"config view --minify --output=jsonpath={..namespace}") printf shop ;;
"version --output=json --request-timeout=15s") echo '{"serverVersion":{"major":"1","minor":"30+"}}' ;;
"$N auth can-i patch deployments.apps") [ "$mode" = forbidden ] && { echo no; exit 1; }; echo yes ;;
"$N auth can-i create "* | "$N auth can-i patch "* | "$N auth can-i get "* | "$N auth can-i list "* | "$N auth can-i update "* | "$N auth can-i delete "*)
    [ $# = 5 ] || unknown "$@"
    echo yes ;;
"$N get namespace shop --output=name")
    [ "$mode" = homeless ] && refuse 'Error from server (NotFound): namespaces "shop" not found'
    echo namespace/shop ;;
"$N get secret web --output=name")
    [ "$mode" = secretless ] && refuse 'Error from server (NotFound): secrets "web" not found'
    echo secret/web ;;
"$N apply --server-side --field-manager=seaworthy --dry-run=server --filename=-")
    text=$(cat)
    [ "$mode" = refused ] && refuse 'The Deployment "web" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0'
    [ "$mode" = conflict ] && refuse 'error: Apply failed with 1 conflict: conflict with "hotfix" using apps/v1: .spec.replicas'
    echo ok ;;
"$N apply --server-side --field-manager=seaworthy --filename=-")
    text=$(cat)
    case "$text" in
    '{"apiVersion":"batch/v1"'*) touch "$S/job" ;;
    *"kind: Deployment"*)
        wanted=$(printf '%s\n' "$text" | sed -n 's/.*image: *//p')
        [ "$wanted" = "$(image)" ] || become "$wanted" ;;
    *"kind: ConfigMap"*) touch "$S/configmap" ;;
    # Who was killed has sent nothing.
    '') refuse 'error: no objects passed to apply' ;;
    *) unknown "$@" ;;
    esac ;;
"$N get job/web-migrate --ignore-not-found --output=json")
    [ -e "$S/job" ] || exit 0
    case "$mode" in
    jobfails) echo '{"status":{"conditions":[{"type":"Failed","status":"True","reason":"BackoffLimitExceeded","message":"Job has reached the specified backoff limit"}]}}' ;;
    *) echo '{"status":{"conditions":[{"type":"Complete","status":"True"}]}}' ;;
    esac ;;
"$N delete job/web-migrate --ignore-not-found --cascade=foreground --timeout=60s") rm -f "$S/job" ;;
"$N logs --selector=job-name=web-migrate --all-containers --tail=5000") echo 'column "note" exists already' ;;
"$N get deployment/web --ignore-not-found --output=json")
    [ "$(revision)" = 0 ] && exit 0
    ready=2; case "$(image)" in *crash* | *slow*) ready=1 ;; esac
    printf '{"metadata":{"uid":"u-web","annotations":{"deployment.kubernetes.io/revision":"%s"}},"spec":{"replicas":2,"selector":{"matchLabels":{"app":"web"}},"template":%s},"status":{"readyReplicas":%s}}\n' \
        "$(revision)" "$(template "$(image)")" "$ready" ;;
"$N delete deployment/web --ignore-not-found --cascade=foreground --timeout=60s") rm -f "$S/revision" "$S"/image.* ;;
"$N get replicasets.apps,controllerrevisions.apps --output=json")
    printf '{"items":['
    comma=
    for file in "$S"/image.*; do
        [ -e "$file" ] || continue
        number=${file##*.}
        printf '%s{"metadata":{"ownerReferences":[{"uid":"u-web"}],"annotations":{"deployment.kubernetes.io/revision":"%s"}},"spec":{"template":%s}}' \
            "$comma" "$number" "$(template "$(cat "$file")" ",\"pod-template-hash\":\"h$number\"")"
        comma=,
    done
    echo ']}' ;;
"$N get pods --output=json")
    [ "$(revision)" = 0 ] && { echo '{"items":[]}'; exit 0; }
    looks=$(($(cat "$S/looks" 2>/dev/null || echo 0) + 1)); echo "$looks" >"$S/looks"
    state='"ready":true,"restartCount":0,"state":{"running":{}}'; ready=True
    crash='"ready":false,"restartCount":2,"state":{"waiting":{"reason":"CrashLoopBackOff"}},"lastState":{"terminated":{"exitCode":7}}'
    case "$(image)" in
    *crash*) state=$crash ready=False ;;
    *slow*) state='"ready":false,"restartCount":0,"state":{"running":{}}' ready=False ;;
    *late*) [ "$looks" -gt 2 ] && state=$crash ready=False ;;
    esac
    printf '{"items":[{"metadata":{"namespace":"shop","name":"web-%s-x","uid":"p-%s","labels":{"app":"web"}},"status":{"conditions":[{"type":"Ready","status":"%s"}],"containerStatuses":[{"name":"web",%s}]}}]}\n' \
        "$(revision)" "$(revision)" "$ready" "$state" ;;
"$N rollout status deployment/web --timeout="*s)
    [ $# = 5 ] || unknown "$@"
    case "$(image)" in *crash* | *slow*) sleep 1; refuse 'error: timed out waiting for the condition' ;; esac
    echo 'deployment "web" successfully rolled out' ;;
"$N rollout undo deployment/web --to-revision="*)
    [ $# = 5 ] || unknown "$@"
    number=${5#--to-revision=}
    [ -e "$S/image.$number" ] || refuse "error: unable to find specified revision $number in history"
    [ "$mode" = undofails ] && refuse 'error: the server is currently unable to handle the request'
    old=$(cat "$S/image.$number"); rm "$S/image.$number"; become "$old" ;;
"$N logs web-"*"-x --container=web --tail=20" | "$N logs web-"*"-x --container=web --tail=20 --previous") echo "cannot open /data: no such file" ;;
"$N logs deployment/web --all-containers --tail=20") echo "listening on 8080" ;;
"$N create --field-manager=seaworthy --filename=-")
    text=$(cat)
    [ -e "$S/lease" ] && refuse 'Error from server (AlreadyExists): leases.coordination.k8s.io "seaworthy-shop" already exists'
    printf '%s' "$text" >"$S/lease"; echo 1 >"$S/version" ;;
"$N get leases.coordination.k8s.io seaworthy-"*" --ignore-not-found --output=json")
    [ -e "$S/lease" ] || exit 0
    sed "s/\"metadata\":{/\"metadata\":{\"resourceVersion\":\"$(cat "$S/version")\",/" "$S/lease" ;;
"$N replace --field-manager=seaworthy --filename=- --output=json --request-timeout=10s")
    text=$(cat)
    version=$(printf '%s' "$text" | sed -n 's/.*"resourceVersion":"\([0-9]*\)".*/\1/p')
    [ "$version" = "$(cat "$S/version")" ] || refuse 'Error from server (Conflict): the object has been modified'
    printf '%s' "$text" | sed 's/"resourceVersion":"[0-9]*",\{0,1\}//; s/,}/}/' >"$S/lease"; echo $((version + 1)) >"$S/version"
    sed "s/\"metadata\":{/\"metadata\":{\"resourceVersion\":\"$((version + 1))\",/" "$S/lease" ;;
"$N delete leases.coordination.k8s.io seaworthy-"*" --ignore-not-found") rm -f "$S/lease" ;;
*) unknown "$@" ;;
esac
exit 0
