using Seaworthy.Model;
using Seaworthy.Model.Declared.Proxies;

namespace Seaworthy.Rules.Ports;

/// <summary>A location of nginx passes every request on as one and the same path.</summary>
internal sealed class ProxiedPathReplaced : Rule<NginxLocation>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/proxied-path-replaced",
            Title = "Proxy that loses the path of the request",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Rationale = "Whatever is asked for below the location, the program behind it is asked for its start page.",
            Holds = "The path of the request is passed on.",
        };

    public override IEnumerable<NginxLocation> Subjects(Deployment deployment) =>
        deployment
            .Of<NginxFile>()
            .SelectMany(file => file.Servers.SelectMany(server => server.Locations).Concat(file.Locations))
            .SelectMany(Within)
            .Where(location =>
                location is { Modifier: "" or "^~", TargetDirective: "proxy_pass", Target.IsSocket: false } && SetsItsTarget(location)
            );

    protected override Subject Identify(NginxLocation subject) => new(subject.Path.Value, subject.Target?.Span ?? subject.Span);

    protected override IEnumerable<Verdict> Check(NginxLocation subject, Deployment deployment)
    {
        if (subject is not { Target: { Path: ['/', ..] path } target, Rewrites.Count: 0 } || !target.Url.Raw.EndsWith('/'))
        {
            yield break;
        }

        yield return Fail(
                target.Span,
                $"nginx passes every request below {subject.Path.Value} on as {path}: with a variable in `proxy_pass` it does not put the rest of the path behind it."
            )
            .Related(subject.Path.Span)
            .Remedy(
                $"Take the prefix away with `rewrite ^{subject.Path.Value.TrimEnd('/')}/(.*)$ {path}$1 break;`, and leave `{path}` out of {target.Span}."
            )
            .VerifyGone();
    }

    /// <summary>A variable of nginx, and none that somebody fills in before it reads the file.</summary>
    private static bool SetsItsTarget(NginxLocation location)
    {
        var written = location.Target?.Url.Raw ?? "";
        for (var at = written.IndexOf('$', StringComparison.Ordinal); at >= 0; at = written.IndexOf('$', at + 1))
        {
            var end = at + 1;
            while (end < written.Length && (char.IsAsciiLetterOrDigit(written[end]) || written[end] == '_'))
            {
                end++;
            }

            if (end > at + 1 && location.Span.File.Mentions($"set {written[at..end]} "))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<NginxLocation> Within(NginxLocation location) => location.Locations.SelectMany(Within).Prepend(location);
}
