using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>Browser code reads a variable with a prefix that its bundler does not inline.</summary>
internal sealed class PrefixOfAnotherBundler : Rule<Component>
{
    private const int MostPlaces = 10;

    private static readonly IReadOnlyList<string> Bundlers = ["vite", "react-scripts", "next"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/prefix-of-another-bundler",
            Title = "Wrong bundler variable prefix",
            Area = Area.Configuration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "The bundler inlines only variables with its own prefix. Others stay undefined, or the browser fails because `process` does not exist.",
            Holds = "Browser code reads variables with its bundler's prefix.",
        };

    public override IEnumerable<Component> Subjects(Deployment deployment) =>
        deployment.Components.Where(component =>
            Bundlers.Any(component.Frameworks.Contains) && component.Code.Any(file => file.EnvironmentReads.Count > 0)
        );

    protected override Subject Identify(Component subject) =>
        new(subject.Name, subject.Code.SelectMany(file => file.EnvironmentReads).First().Span);

    protected override IEnumerable<Verdict> Check(Component subject, Deployment deployment)
    {
        var foreign = deployment.All<ForeignPrefix>().Where(read => read.Component == subject).ToList();
        if (foreign is not [var first, ..])
        {
            yield break;
        }

        List<string> names = [.. foreign.Select(other => other.Read.Name).Distinct(StringComparer.Ordinal)];
        var message =
            $"{first.Component.Title} reads {VariableWords.List(names)}, but {first.Bundler} only inlines variables that start with `{first.Wanted}`";
        var verdict =
            first.Component.IsStaticSite && foreign.Exists(other => other.Read.Default is null)
                ? Fail(first.Read.Span, $"{message}.")
                : Warn(first.Read.Span, $"{message}.").As(Severity.Medium);
        yield return verdict
            .Related(foreign.Skip(1).Take(MostPlaces).Select(other => other.Read.Span))
            .Related(first.Declared, "the bundler")
            .Remedy($"Read `{Renamed(first)}` in {first.Read.Span}, and set it under that name.")
            .VerifyAllGone();
    }

    private static string Renamed(ForeignPrefix foreign)
    {
        var name = foreign.Read.Name;
        var bare = name.Replace("NEXT_PUBLIC_", "", StringComparison.Ordinal)
            .Replace("REACT_APP_", "", StringComparison.Ordinal)
            .Replace("VITE_", "", StringComparison.Ordinal);
        return (foreign.Bundler == "Vite" ? "import.meta.env." : "process.env.") + foreign.Wanted + bare;
    }
}
