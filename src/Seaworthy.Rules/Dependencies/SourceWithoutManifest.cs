using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Dependencies;

/// <summary>Python source that needs packages, and no file says which.</summary>
internal sealed class SourceWithoutManifest : Rule<PackageImports>
{
    private const int MostNames = 6;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "dependencies/source-without-manifest",
            Title = "Python source without a manifest",
            Area = Area.Dependencies,
            Severity = Severity.High,
            Rationale = "Nobody else can install what the program needs: packages and versions live on the author's machine only.",
            Holds = "A manifest declares what the source needs.",
        };

    public override IEnumerable<PackageImports> Subjects(Deployment deployment) => deployment.PackageImports;

    protected override Subject Identify(PackageImports subject) =>
        new(subject.Component.Title, (subject.Manifest?.File ?? subject.Component.Code[0].File).Whole);

    protected override IEnumerable<Verdict> Check(PackageImports subject, Deployment deployment)
    {
        if (subject.Manifest is not null || subject.Undeclared.Count == 0)
        {
            yield break;
        }

        var names = NameList.Of([.. subject.Undeclared.Select(package => package.Package)], MostNames);
        var because = subject.IgnoredManifest is { } ignored ? $"; `{ignored.Span.Line}` keeps {ignored.Value} out of every clone" : "";
        var place = subject.Component.Root.Length == 0 ? "requirements.txt" : $"{subject.Component.Root}/requirements.txt";
        yield return Warn(
                subject.Undeclared[0].Places[0],
                $"The Python source of {subject.Component.Title} needs {names}, and no manifest declares them{because}."
            )
            .Related(subject.Undeclared.Skip(1).Take(MostNames - 1).Select(package => package.Places[0]))
            .Related(subject.IgnoredManifest?.Span, "git ignores the manifest")
            .Remedy($"Write the packages with their versions into `{place}`, and commit it.")
            .Verify($"git ls-files --error-unmatch {place}");
    }
}
