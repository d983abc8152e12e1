using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Security;

/// <summary>Some files of an API guard their routes, and others change data without a guard.</summary>
internal sealed class RoutesWithoutGuard : Rule<RoutesWithoutGuard.Routes>
{
    private const int MostPlaces = 8;

    private static readonly HashSet<string> Changing = new(StringComparer.Ordinal) { "POST", "PUT", "PATCH", "DELETE" };

    // What a file is called whose routes are for everyone, or for other programs that prove themselves otherwise.
    private static readonly string[] ForEveryone =
    [
        "auth",
        "login",
        "signup",
        "register",
        "health",
        "webhook",
        "callback",
        "contact",
        "public",
        "newsletter",
        "subscri",
        "feedback",
        "payment",
        "checkout",
        "app.controller",
        "internal",
        "dev",
        "debug",
        "test",
        "example",
        "weather",
        "search",
        "track",
        "metric",
        "graphql",
        "stripe",
    ];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "security/routes-without-guard",
            Title = "Routes without guard",
            Area = Area.Security,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Everyone who reaches the API can call these routes, signed in or not, while their neighbours refuse.",
            Holds = "Every file with routes that change data has a guard.",
        };

    public override IEnumerable<Routes> Subjects(Deployment deployment) =>
        from component in deployment.Components
        from framework in GuardedFramework.All
        let files = component
            .Code.Where(file => !file.IsTest && file.Routes.Any(route => Changing.Contains(route.Method)) && framework.HasRoutesIn(file))
            .ToList()
        where files.Count > 1 && files.Exists(framework.IsGuarded) && !component.Code.Any(framework.IsGuardedWhole)
        select new Routes(component, framework, files);

    protected override Subject Identify(Routes subject) => new(subject.Component.Title, subject.Files[0].File.Whole);

    protected override IEnumerable<Verdict> Check(Routes subject, Deployment deployment)
    {
        var open = subject
            .Files.Where(file =>
                !subject.Framework.IsGuarded(file)
                && !Array.Exists(ForEveryone, word => file.File.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
            )
            .Select(file => file.Routes.First(route => Changing.Contains(route.Method)))
            .ToList();
        var guarded = subject.Files.Count(subject.Framework.IsGuarded);
        // Where most are open, the sign-in may be for something else.
        if (open is not [var first, ..] || open.Count > guarded * 2)
        {
            yield break;
        }

        yield return Warn(
                first.Span,
                $"{subject.Component.Title} guards the routes of {guarded} {(guarded == 1 ? "file" : "files")}, but not those of {NameList.Of([.. open.Select(route => route.Span.File.Path)], MostPlaces)}, which change data."
            )
            .Related(open.Skip(1).Take(MostPlaces).Select(route => route.Span))
            .Remedy(
                $"Add {subject.Framework.Guard} to the routes in {first.Span.File.Path} that are not for everyone, or guard all routes and name the exceptions."
            )
            .Verify($"git grep -LE {subject.Framework.Pattern} -- {first.Span.File.Path}   # must find nothing");
    }

    /// <summary>The files of a component with routes of one framework that change data.</summary>
    internal sealed record Routes(Component Component, GuardedFramework Framework, List<CodeFile> Files);
}
