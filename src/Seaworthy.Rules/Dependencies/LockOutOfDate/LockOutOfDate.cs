using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;

namespace Seaworthy.Rules.Dependencies;

/// <summary>A lock file does not match its manifest, and a frozen installation rejects it.</summary>
internal sealed class LockOutOfDate : Rule<IReadOnlyList<FrozenInstall>>
{
    private const int Named = 4;
    private const int MostPlaces = 6;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "dependencies/lock-out-of-date",
            Title = "Outdated lock file",
            Area = Area.Dependencies,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "A frozen installation rejects an outdated lock file, so the build or job fails.",
            Holds = "The lock file matches the manifest.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<FrozenInstall>(FrozenInstallLinker.Link)];

    public override IEnumerable<IReadOnlyList<FrozenInstall>> Subjects(Deployment deployment) =>
        deployment
            .All<FrozenInstall>()
            .GroupBy(install => new { Manifest = install.Manifest.File, Lock = install.Lock.File })
            .Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<FrozenInstall> subject) =>
        new(subject[0].Lock.File.Path, subject[0].Manifest.File.Whole);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<FrozenInstall> subject, Deployment deployment)
    {
        var install = subject[0];
        var (manifest, locked) = (install.Manifest.File.Path, install.Lock.File.Path);
        var (message, first) =
            install.Unlocked is [var unlocked, ..] ? ($"{locked} lacks {List(install.Unlocked)} of {manifest}", unlocked)
            : install.Changed is [var changed, ..]
                ? (
                    install.Lock.Tool == "npm"
                        ? $"{locked} locks {List(install.Changed)} to a version that {manifest} does not allow"
                        : $"{locked} has another range for {List(install.Changed)} than {manifest}",
                    changed
                )
            : install.Left is [var left, ..] ? ($"{locked} still has {List(install.Left)}, which {manifest} no longer has", left)
            : ("", null);
        if (first is null)
        {
            yield break;
        }

        yield return Fail(first.Span, $"{message}, so `{install.Tool}` fails ({install.Subject}).")
            .Related(subject.Take(MostPlaces).Select(other => other.Command.Span), "installed here")
            .Remedy($"Run `{Renewal(install)}` in {Place(install)}, and commit {install.Lock.File.Name}.")
            .Verify($"(cd ./{install.Lock.File.Directory} && {install.Tool.Split(' ')})");
    }

    private static string List(IReadOnlyList<Dependency> dependencies) =>
        NameList.Of([.. dependencies.Select(dependency => dependency.Name)], Named);

    private static string Place(FrozenInstall install) =>
        install.Lock.File.Directory is { Length: > 0 } directory ? directory : "the repository root";

    private static string Renewal(FrozenInstall install) =>
        install.Lock.Tool switch
        {
            "composer" => $"composer update {install.Unlocked[0].Name}",
            "poetry" or "uv" => $"{install.Lock.Tool} lock",
            var tool => $"{tool} install",
        };
}
