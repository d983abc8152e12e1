using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Security;

/// <summary>How a route asks for a login, in the words of what it stands in.</summary>
internal static class RouteGuard
{
    public static string Remedy(AdminInterface subject)
    {
        var places = PlaceList.Of([.. subject.Routes.Select(route => route.Span)]);
        var guarded = subject.Routes[0].Kind switch
        {
            RouteKind.Nginx => $"Add `auth_basic \"admin\";` with `auth_basic_user_file` to the location of {places}",
            RouteKind.Caddy => $"Add `basic_auth` with a user in front of {places}",
            RouteKind.Traefik => $"Give the router of {places} a `basicauth` middleware",
            _ =>
                $"Move {places} to an Ingress that requires a login (with ingress-nginx, annotations `auth-type: basic` and `auth-secret`)",
        };
        return subject.Opener is { } opener
            ? $"{guarded}, or remove `{opener.Name}` from {opener.Span}."
            : $"{guarded}, or remove the route.";
    }

    /// <summary>The route or the opener is gone, or its file now asks for a login; where another route of the file does so already, only an answer tells.</summary>
    public static CommandText Check(AdminInterface subject)
    {
        var route = subject.Routes[0];
        List<SourceSpan> places = [.. subject.Opener is { } opener ? [opener.Span] : Array.Empty<SourceSpan>(), route.Span];
        var words = Words(route.Kind);
        return words.Any(word => route.Span.File.Mentions(word, StringComparison.OrdinalIgnoreCase))
            ? (CommandText)
                $"{TreeCheck.OneGone(places)} || curl -so /dev/null -w '%{{http_code}}' URL   # at its public address; must print 401"
            : $"{TreeCheck.OneGone(places)} || git grep -niE {string.Join('|', words)} -- {route.Span.File.Path}";
    }

    private static IReadOnlyList<string> Words(RouteKind kind) =>
        kind switch
        {
            RouteKind.Nginx => ["auth_basic", "auth_request", "deny all"],
            RouteKind.Caddy => ["basic_auth", "basicauth", "forward_auth"],
            RouteKind.Traefik => ["basicauth", "forwardauth"],
            _ => ["auth-type", "auth-url", "source-range"],
        };
}
