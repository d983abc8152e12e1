using Seaworthy.Model;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Platforms;

/// <summary>App Platform takes the matched prefix away, and the routes of the component begin with it.</summary>
/// <remarks>Source: DigitalOcean, "App Specification Reference", <c>ingress</c>, <c>preserve_path_prefix</c>: without it the component gets the path without the prefix.</remarks>
internal sealed class PrefixStrippedByIngress : Rule<PrefixStrippedByIngress.StrippedRoute>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/prefix-stripped-by-ingress",
            Title = "Path prefix stripped by ingress",
            Area = Area.Platforms,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The component gets the path without the prefix, which none of its routes serves: requests get 404.",
            Holds = "The component serves the path that the ingress passes on.",
        };

    public override IEnumerable<StrippedRoute> Subjects(Deployment deployment) =>
        from spec in deployment.Of<AppSpec>()
        from route in spec.Routes
        where route.Prefix.Value.Trim('/').Length > 0
        from service in spec.Services
        where service.Name.Value == route.Component
        let directory = RepositoryPath.Join("", service.SourceDirectory?.Value.Trim('/') ?? "")
        let component = deployment.Components.FirstOrDefault(each => each.Root == directory && each.Code.Count > 0)
        where component is { RoutesIncompleteBecause: null, IsStaticSite: false, Routes.Count: > 0 }
        select new StrippedRoute(route, component);

    protected override Subject Identify(StrippedRoute subject) => new(subject.Route.Component, subject.Route.Prefix.Span);

    protected override IEnumerable<Verdict> Check(StrippedRoute subject, Deployment deployment)
    {
        var prefix = "/" + subject.Route.Prefix.Value.Trim('/');
        var below = subject
            .Component.Routes.Where(route => (route.Path.Text + "/").StartsWith(prefix + "/", StringComparison.OrdinalIgnoreCase))
            .ToList();
        if (
            subject.Route.KeepsPath
            || below.Count == 0
            || below.Exists(route => IsServed(subject.Component, route.Path.Text[prefix.Length..]))
        )
        {
            yield break;
        }

        yield return LikelyFail(
                subject.Route.Prefix.Span,
                $"The ingress takes `{prefix}` away before {subject.Route.Component}, whose route `{below[0].Path.Text}` needs it."
            )
            .Related(below[0].Chain, "served here")
            .Remedy($"Add `preserve_path_prefix: true` to the rule of `{subject.Route.Prefix.Value}` in {subject.Route.Prefix.Span}.")
            .Verify(
                $"git grep -nE {"preserve_path_prefix: *true"} -- {subject.Route.Prefix.Span.File.Path}   # must find it for this rule"
            );
    }

    private static bool IsServed(Component component, string rest) =>
        rest.Trim('/').Length == 0
            ? component.Routes.Any(route => route.Path.Text.Trim('/').Length == 0 || route.Path.Matches("/"))
            : component.Routes.Any(route => route.Path.MayBeginWith(rest));

    internal sealed record StrippedRoute(AppRoute Route, Component Component);
}
