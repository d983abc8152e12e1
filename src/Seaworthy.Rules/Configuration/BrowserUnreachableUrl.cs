using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>An address in browser code has a host name that only containers resolve.</summary>
internal sealed class BrowserUnreachableUrl : Rule<EndpointUse>
{
    private static readonly IReadOnlyList<string> Prefixes = ["VITE_", "REACT_APP_", "VUE_APP_", "NEXT_PUBLIC_", "GATSBY_", "EXPO_PUBLIC_"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/browser-unreachable-url",
            Title = "Container host name in browser",
            Area = Area.Configuration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The name resolves only on the containers' network, so every request of the user's browser fails.",
            Holds = "The address resolves outside the containers' network.",
        };

    public override IEnumerable<EndpointUse> Subjects(Deployment deployment) =>
        deployment.Endpoints.Where(use =>
            use is { Variable: { } variable, Origin: EndpointOrigin.EnvironmentVariable, Caller.Components.Count: > 0 }
            && Prefixes.Any(prefix => variable.StartsWith(prefix, StringComparison.Ordinal))
        );

    protected override Subject Identify(EndpointUse subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(EndpointUse subject, Deployment deployment)
    {
        if (
            subject is not { Answer: HostAnswer.Workload or HostAnswer.Nobody, Callee: { } callee, Caller: { } caller }
            || !subject.Host.All(IsNameLetter)
            || subject.Host == "localhost"
        )
        {
            yield break;
        }

        var uses = deployment
            .Variables.Where(variables => variables.Workload == caller)
            .SelectMany(variables => variables.Uses)
            .Where(use => use.Name == subject.Variable)
            .ToList();
        // The bundle is built before the container gets the address.
        if (
            uses.Exists(use =>
                use is { FixedAt: not null, MayBeReplacedAtStart: false } && use.Supply?.Span.StartLine == subject.Span.StartLine
            )
        )
        {
            yield break;
        }

        var reads = uses.SelectMany(use => use.Reads).ToList();
        // A development server's proxy, or a server that renders pages, calls from inside.
        if (reads.Exists(read => read.Span.File.Name.Contains(".config.", StringComparison.Ordinal) || !read.IsBuildTime))
        {
            yield break;
        }

        var message =
            $"{subject.Variable} ends up in browser code with `{subject.Host}{(subject.Port is { } port ? $":{port}" : "")}`, which only containers of {caller.TargetName} resolve";
        // A test's browser runs beside the containers and resolves their names.
        var isCertain =
            reads.Count > 0
            // A variable set at start is too late for a bundle; one in the image or loaded by the build is in it.
            && uses.Exists(use => use.Supply?.Origin is SupplyOrigin.ImageEnv or SupplyOrigin.DotEnvLoader)
            && caller.Environment is not (TargetEnvironment.Development or TargetEnvironment.Test)
            && (
                caller.Components.All(component => component.IsStaticSite)
                || caller.Image?.Final.PublicBase?.Role is ImageRole.WebServer or ImageRole.Proxy
            );
        yield return (isCertain ? Fail(subject.Span, $"{message}.") : Warn(subject.Span, $"{message}.").As(Severity.Medium))
            .Related(reads.Select(read => read.Span), "read here")
            .Related(callee.Span, "this is the host")
            .Remedy(
                $"In {subject.Span}, use an address that users reach (a published port or a public host name), or a path such as `/api` that a proxy passes on."
            )
            .VerifyGone();
    }

    private static bool IsNameLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_';
}
