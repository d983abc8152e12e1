using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Dependencies;

/// <summary>Python source imports packages, and no manifest declares them.</summary>
internal sealed class SourceWithoutManifest : Rule<PackageImports>
{
    private const int MostNames = 6;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "dependencies/source-without-manifest",
            Title = "Missing Python manifest",
            Area = Area.Dependencies,
            Severity = Severity.High,
            Rationale =
                "No installer can read which packages and versions the program requires, so each installation guesses them from the source.",
            Holds = "A manifest declares the packages of the source.",
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
        var because = subject.IgnoredManifest is { } ignored ? $": `{ignored.Span.Quote}` ignores {ignored.Value}" : "";
        var place = subject.Component.Root.Length == 0 ? "requirements.txt" : $"{subject.Component.Root}/requirements.txt";
        var written = deployment
            .Of<Document>()
            .SelectMany(document => document.Commands)
            .FirstOrDefault(command => Installs(command, subject));
        var them = subject.Undeclared.Count == 1 ? "it" : "them";
        var needs = $"{subject.Component.Title} imports {names}, but no manifest declares {them}";
        yield return (
            written is null
                ? Warn(subject.Undeclared[0].Places[0], $"{needs}{because}.")
                : Warn(
                        subject.Undeclared[0].Places[0],
                        $"{needs}. {written.Span} tells users to install the newest {(subject.Undeclared.Count == 1 ? "version" : "versions")}."
                    )
                    .As(Severity.Low)
        )
            .Related(written?.Span)
            .Related(subject.Undeclared.Skip(1).Take(MostNames - 1).Select(package => package.Places[0]))
            .Related(subject.IgnoredManifest?.Span, "ignores the manifest")
            .Remedy($"Declare the packages with versions in `{place}`, and commit it.")
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
