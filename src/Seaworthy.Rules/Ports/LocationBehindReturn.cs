using Seaworthy.Model;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Ports;

/// <summary>A server of nginx ends every request with a <c>return</c> of its own, so that its locations never answer.</summary>
/// <remarks>Source: nginx documentation, ngx_http_rewrite_module: directives of the server level are executed sequentially, then a location is searched for. Tried with nginx 1.22.</remarks>
internal sealed class LocationBehindReturn : Rule<NginxServer>
{
    private const string Challenge = "acme-challenge";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/location-behind-return",
            Title = "Unreachable nginx location",
            Area = Area.PortsAndHealth,
            Severity = Severity.Medium,
            Rationale = "nginx runs a `return` of the server before it looks for a location, so no location of that server ever answers.",
            Holds = "nginx reaches the locations of the server.",
        };

    public override IEnumerable<NginxServer> Subjects(Deployment deployment) =>
        deployment.Of<NginxFile>().SelectMany(file => file.Servers).Where(server => server.Locations.Count > 0);

    protected override Subject Identify(NginxServer subject) =>
        new(subject.Names is [var name, ..] ? name.Value : "server", subject.Ending?.Span ?? subject.Span);

    protected override IEnumerable<Verdict> Check(NginxServer subject, Deployment deployment)
    {
        if (subject.Ending is not { } ending)
        {
            yield break;
        }

        var elsewhere = deployment.Of<NginxFile>().SelectMany(file => file.Servers).Where(server => server.Ending is null).ToList();
        var lost = subject
            .Locations.Where(location => DoesMore(location) && !elsewhere.Exists(server => Answers(server, location, ending)))
            .ToList();
        if (lost.Count == 0)
        {
            yield break;
        }

        var verdict = Fail(
                ending.Span,
                $"`{ending.Value}` answers every request of the server, so nginx never reaches {NameList.Of([.. lost.Select(location => $"`location {location.Path.Value}`")], 3)}."
            )
            .Related(lost.Select(location => location.Path.Span), "never reached")
            .Remedy(
                subject.Locations.Any(location => location is { Modifier: "", Path.Value: "/" })
                    ? $"Remove `{ending.Value};` from {ending.Span}, or the locations at {PlaceList.Of(lost.Select(location => location.Path.Span))}."
                    : $"Write `location / {{ {ending.Value}; }}` instead in {ending.Span}, beside the other locations."
            )
            .VerifyOneGone();
        yield return lost.Exists(IsChallenge) ? verdict.As(Severity.High) : verdict;
    }

    /// <summary>It serves something, passes it on, or answers otherwise than the server does.</summary>
    private static bool DoesMore(NginxLocation location) =>
        location.Modifier != "@"
        && (
            IsChallenge(location)
            || location.Target is not null
            || location.Root is not null
            || location.Alias is not null
            || location.TryFiles.Count > 0
            || (location.Return is { } answer && !IsRedirect(answer))
            || location.Locations.Any(DoesMore)
        );

    private static bool IsRedirect(Fact<string> answer) =>
        answer.Value is ['3', ..] || answer.Value.StartsWith("http", StringComparison.Ordinal) || answer.Value is ['$', ..];

    private static bool IsChallenge(NginxLocation location) => location.Path.Value.Contains(Challenge, StringComparison.Ordinal);

    /// <summary>The server that a redirect leads to has the same location: who follows it gets the same answer, certificate authorities too.</summary>
    /// <remarks>Source: Let's Encrypt, "Challenge Types", HTTP-01: it follows redirects to http and https.</remarks>
    private static bool Answers(NginxServer server, NginxLocation location, Fact<string> ending) =>
        ending.Value.Contains("$request_uri", StringComparison.Ordinal)
        && server.Locations.Any(other =>
            other.Path.Value.Trim('/') == location.Path.Value.Trim('/') || (IsChallenge(other) && IsChallenge(location))
        );
}
