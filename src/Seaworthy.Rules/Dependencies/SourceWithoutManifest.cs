using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Scripts;
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
            Rationale =
                "Nothing that an installer reads says which packages and versions the program was written for: whoever installs it guesses them from the source.",
            Holds = "A manifest declares what the source needs.",
        };

    public override IEnumerable<PackageImports> Subjects(Deployment deployment) => deployment.All<PackageImports>();

    protected override Subject Identify(PackageImports subject) =>
        new(subject.Component.Title, (subject.Manifest?.File ?? subject.Component.Code[0].File).Whole);

    protected override IEnumerable<Verdict> Check(PackageImports subject, Deployment deployment)
    {
        if (subject.Manifest is not null || subject.Undeclared.Count == 0)
        {
            yield break;
        }

        var names = NameList.Of([.. subject.Undeclared.Select(package => package.Package)], MostNames);
        var because = subject.IgnoredManifest is { } ignored ? $"; `{ignored.Span.Quote}` keeps {ignored.Value} out of every clone" : "";
        var place = subject.Component.Root.Length == 0 ? "requirements.txt" : $"{subject.Component.Root}/requirements.txt";
        var told = deployment
            .Of<Document>()
            .SelectMany(document => document.Commands)
            .FirstOrDefault(command => Installs(command, subject));
        var them = subject.Undeclared.Count == 1 ? "it" : "them";
        var needs = $"The Python source of {subject.Component.Title} needs {names}, and no manifest declares {them}";
        yield return (
            told is null
                ? Warn(subject.Undeclared[0].Places[0], $"{needs}{because}.")
                : Warn(
                        subject.Undeclared[0].Places[0],
                        $"{needs}; {told.Span} tells people to install {them}, in whatever version is the newest by then."
                    )
                    .As(Severity.Low)
        )
            .Related(told?.Span)
            .Related(subject.Undeclared.Skip(1).Take(MostNames - 1).Select(package => package.Places[0]))
            .Related(subject.IgnoredManifest?.Span, "git ignores the manifest")
            .Remedy($"Write the packages with their versions into `{place}`, and commit it.")
            .Verify($"git grep -niF -e {subject.Undeclared[0].Package} -- '*.txt' '*.toml' '*Pipfile' '*.cfg' '*.in'   # must find it");
    }

    private static bool Installs(ShellCommand command, PackageImports subject) =>
        command.Program is "pip" or "pip3" or "python" or "python3"
        && subject.Undeclared.All(package =>
            command.Words.Any(word =>
                string.Equals(word.Literal?.Split('=', '<', '>', '[')[0], package.Package, StringComparison.OrdinalIgnoreCase)
            )
        );
}
