using System.Buffers;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>Whether services that accept passwords slow down repeated attempts.</summary>
internal static class RateLimits
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "login",
        "signin",
        "sign-in",
        "sign_in",
        "log-in",
        "authenticate",
        "verify-otp",
    };

    private const int HandlerLength = 500;

    // What a service that signs people in tells of a user.
    private static readonly SearchValues<string> Attested = SearchValues.Create(
        ["OAuthUserProfile", "OAuthProfile", "OAuthUserInfo", "GoogleUserInfo", "SocialProfile"],
        StringComparison.OrdinalIgnoreCase
    );

    // Written by hand, by a framework that brings it, or at a proxy.
    private static readonly string[] Words =
    [
        "ratelimit",
        "rate_limit",
        "rate-limit",
        "rate limit",
        "throttl",
        "limit_req",
        " limiter",
        "loginlimiter",
        "authlimiter",
        "apilimiter",
        "bruteforce",
        "brute_force",
        "brute-force",
        "failedattempts",
        "failed_attempts",
        "login_attempts",
        "loginattempts",
        "lockout",
        "toomanyrequests",
        "too_many_requests",
        "status(429",
        "status=429",
        "status_code=429",
        "statuscode(429",
        "sendstatus(429",
        "writehead(429",
        "status: 429",
        "abort(429",
        ".code(429",
        "too many attempts",
        "too many login",
        "limit-rps",
        "limit-rpm",
        "captcha",
        "turnstile",
    ];

    // Calls by which a password goes to a service that limits tries itself.
    // Sources: Supabase, "Rate limits" of Auth; Firebase, "Firebase Authentication Limits"; Amazon Cognito, "Lockout behavior for failed sign-in attempts".
    private static readonly string[] Handing =
    [
        "sign_in_with_password(",
        "signInWithPassword(",
        "signInWithEmailAndPassword(",
        "initiate_auth(",
        "InitiateAuthCommand(",
        "InitiateAuthAsync(",
    ];

    public static IEnumerable<Capability> Find(DeployedParts parts)
    {
        var asked = parts
            .Servers.SelectMany(server => SignIns(server).Take(1).Select(route => new { Server = server, Route = route }))
            .ToList();
        if (asked.Count == 0)
        {
            yield break;
        }

        var found = parts
            .Servers.Select(server => parts.PackageOf(CapabilityKind.RateLimit, server))
            .OfType<Fact<string>>()
            .Concat(AtProxy(parts))
            .Take(3)
            .ToList();
        var word = found.Count > 0 ? null : WordSearch.First(Texts(parts), Words);
        var handed = found.Count > 0 || word is not null ? null : Handed([.. asked.Select(pair => pair.Server)]);
        yield return new Capability(
            CapabilityKind.RateLimit,
            found.Count > 0 ? CapabilityLevel.Present
                : word is not null || handed is not null ? CapabilityLevel.Unknown
                : CapabilityLevel.Absent,
            string.Join(", ", asked.Select(pair => pair.Server.Title)),
            asked[0].Route.Span
        )
        {
            Evidence = found,
            Wanting = [.. asked.Select(pair => new Fact<string>($"{pair.Route.Method} {pair.Route.Path.Text}", pair.Route.Span))],
            UnknownBecause =
                word is { } place ? $"{place} mentions it, but its effect is unknown"
                : handed is { } call ? $"{call} passes the password to a service with its own rate limit"
                : null,
        };
    }

    /// <summary>Where the first of them hands the password on; null unless all do.</summary>
    private static SourceSpan? Handed(IReadOnlyList<Component> servers)
    {
        var calls = servers.Select(server => WordSearch.First(DeployedParts.SourcesOf([server]), Handing)).ToList();
        return calls.Contains(null) ? null : calls[0];
    }

    private static IEnumerable<ServedRoute> SignIns(Component server) =>
        server.Routes.Where(route =>
            route is { Method: "POST", IsStatic: false }
            && Names.Contains(LastOf(route.Path.Text))
            && !SendsElsewhere(route)
            && !TakesNothing(route)
            && !TakesProfile(route)
        );

    /// <summary>It redirects to the service that asks for the password: <c>return redirect(authorize_url)</c>.</summary>
    private static bool SendsElsewhere(ServedRoute route)
    {
        var body = Body(route);
        return body.Contains("redirect(", StringComparison.Ordinal)
            && (
                body.Contains("oauth", StringComparison.OrdinalIgnoreCase) || body.Contains("authorize", StringComparison.OrdinalIgnoreCase)
            )
            && !body.Contains("password", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A function of Next.js that is not handed the request sees no password: <c>export async function POST() {</c>.</summary>
    /// <remarks>Source: Next.js documentation, "route.js": the request is the first parameter; <c>headers()</c> gives its headers.</remarks>
    private static bool TakesNothing(ServedRoute route) =>
        (
            route.Span.Line.Contains("function POST()", StringComparison.Ordinal)
            || route.Span.Line.Contains("POST = async () =>", StringComparison.Ordinal)
        ) && !Body(route).Contains("headers()", StringComparison.Ordinal);

    /// <summary>It is handed what another service attests, and there is nothing to guess: <c>SignIn(OAuthUserProfile profile)</c>.</summary>
    private static bool TakesProfile(ServedRoute route)
    {
        var body = Body(route);
        return body.IndexOfAny(Attested) >= 0 && !body.Contains("password", StringComparison.OrdinalIgnoreCase);
    }

    private static ReadOnlySpan<char> Body(ServedRoute route) =>
        route.Span.File.Text.AsSpan(route.Span.Start, Math.Min(HandlerLength, route.Span.File.Text.Length - route.Span.Start));

    private static string LastOf(string path) =>
        path.TrimEnd('/') is var text && text.LastIndexOf('/') is >= 0 and var slash ? text[(slash + 1)..] : path;

    private static IEnumerable<Fact<string>> AtProxy(DeployedParts parts) =>
        parts.Deployment.Of<NginxFile>().SelectMany(file => file.LimitZoneUses).Take(1);

    private static IEnumerable<SourceFile> Texts(DeployedParts parts) =>
        parts
            .Servers.SelectMany(server => server.Code.Select(code => code.File).Concat(server.Manifests.Select(manifest => manifest.File)))
            // The password is often checked in a project that the server references.
            .Concat(DeployedParts.SourcesOf(parts.BuiltUpon))
            .Concat(
                parts
                    .Deployment.Artifacts.Where(artifact =>
                        artifact is NginxFile or CaddyFile or TraefikFile or ComposeFile or KubernetesManifest or HelmValues
                    )
                    .Select(artifact => artifact.File)
            );
}
