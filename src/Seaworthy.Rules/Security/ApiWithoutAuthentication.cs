using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Security;

/// <summary>An API that people reach from outside changes data for everyone: nothing asks who calls.</summary>
internal sealed class ApiWithoutAuthentication : Rule<OpenApi>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "security/api-without-authentication",
            Title = "API without authentication",
            Area = Area.Security,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Everyone who reaches the API can change and delete its data.",
            Holds = "Something asks who calls the API.",
        };

    public override IEnumerable<OpenApi> Subjects(Deployment deployment) => OpenApi.Of(deployment);

    protected override Subject Identify(OpenApi subject) => new(subject.Component.Name, subject.Route.Span);

    protected override IEnumerable<Verdict> Check(OpenApi subject, Deployment deployment)
    {
        if (subject.AsksWhoCalls(deployment))
        {
            yield break;
        }

        var routes = $"{subject.Route.Method} {subject.Route.Path.Text}{(subject.Changing > 1 ? $" and {subject.Changing - 1} more" : "")}";
        var isAlone = Servers.IsAlone(subject.Workload);
        var proxy = isAlone ? "nothing here puts a proxy in front of it" : $"no proxy in front of {subject.Workload} has";
        var chain = SpringSecurity.Open(subject.Component.Code);
        var isLaravel = LaravelGuards.AskNobody(subject.Component.Code);
        var source =
            chain is not null ? $"{chain.Span} permits every request"
            : isLaravel ? "no route or controller asks who calls"
            : "its source has no authentication";
        yield return Warn(subject.Route.Span, $"{subject.Component.Title} answers {routes} for everyone: {source}, and {proxy}.")
            .As(subject.Workload.Environment is TargetEnvironment.Development or TargetEnvironment.Test ? Severity.Low : Severity.High)
            .Related(isAlone ? null : subject.Way, "reached from outside")
            .Related(chain?.Span, "permits every request")
            .Remedy(
                chain is not null
                    ? $"Replace `permitAll` in {chain.Span} by `authenticated`, add a filter that checks the token, and permit only the paths for everyone."
                : isLaravel
                    ? $"Put these routes into a group `Route::middleware('auth')` in {subject.Route.Span.File.Path}, and add a login."
                : $"Check a session or token before these routes in {subject.Component.Title}, or let the proxy in front of {subject.Workload.Name} ask for one, and publish the port to that proxy alone."
            )
            .Verify(
                chain is not null ? TreeCheck.Gone(chain.Span)
                : isLaravel ? (CommandText)$"git grep -nF {"middleware("} -- {subject.Route.Span.File.Path}   # must find it"
                : $"git grep -niE {"authenti|authoriz|jwt|session"} -- {(subject.Component.Root.Length == 0 ? "." : subject.Component.Root)}   # must find the check"
            );
    }
}
