using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Runtimes;

/// <summary>Packages of <see cref="RuntimeBreaks"/> that images install in a release that a lock file or an exact requirement says.</summary>
/// <remarks>An installation takes a lock file only if the image holds it by then.</remarks>
internal sealed class BrokenPackages(Deployment deployment)
{
    private const int DepthLimit = 4;

    public static IReadOnlyList<BrokenPackage> Link(Deployment deployment)
    {
        BrokenPackages linker = new(deployment);
        return
        [
            .. deployment
                .Images.SelectMany(image => image.Stages.SelectMany(stage => linker.OfStage(image, stage)))
                .DistinctBy(found => new
                {
                    Held = found.Held.Span,
                    found.Break,
                    Release = found.Release.Span,
                }),
        ];
    }

    private IEnumerable<BrokenPackage> OfStage(Image image, ImageStage stage) =>
        from command in stage.Commands
        where command.Directory is not null
        from locked in OfNode(image, stage, command).Concat(OfPython(command))
        from known in RuntimeBreaks.All
        where known.Runtime == locked.Runtime
        from release in locked.Releases(known.Package)
        let held = known.Moment == BreakMoment.Start ? AtStart(image, stage, known) : StageRuntime.AtLeast(image, stage)
        where held?.Value.Runtime == known.Runtime && !IsLeftOut(image, stage, known)
        select new BrokenPackage(image, held, known, release, command.Command.Span);

    /// <summary>What runs the program: a later stage on another runtime takes the packages along.</summary>
    private static Fact<ImageRuntime>? AtStart(Image image, ImageStage stage, RuntimeBreak known) =>
        StageRuntime.AtLeast(image, image.Final) is { } held
        && held.Value.Runtime == known.Runtime
        && (image.Down(image.Final).Contains(stage) || image.Mentions(image.Final, ["node_modules", "--from"]))
            ? held
            : null;

    private bool IsLeftOut(Image image, ImageStage stage, RuntimeBreak known) =>
        (known.Moment == BreakMoment.Build && !Builds(stage))
        || (
            known.Unless is { } word
            && (image.Mentions(stage, [word, "NODE_OPTIONS"]) || deployment.Of<PackageJson>().Any(manifest => manifest.File.Mentions(word)))
        );

    private static bool Builds(ImageStage stage) =>
        stage.Commands.Any(command =>
            KnownCommand
                .Of(command.Command)
                .OfType<PackageScriptCommand>()
                .Any(script => script.Script?.Literal?.Contains("build", StringComparison.Ordinal) is true)
        );

    private IEnumerable<Locked> OfNode(Image image, ImageStage stage, StageCommand command) =>
        from install in KnownCommand.Of(command.Command).OfType<PackageScriptCommand>()
        where install is { Verb: "install", IsGlobal: false, Packages.Count: 0, Directory: null }
        let file = LocksOf(install.Manager)
            .Select(name => deployment.At<LockFile>(command.Before, command.Directory, name))
            .FirstOrDefault(found => found is not null)
        where file is not null && (!IsOfOlderPnpm(file) || PinsPnpm(image, stage, file))
        select new Locked("node", package => LockedReleases.Of(file, package));

    /// <remarks>Source: pnpm, release 9.0: it reads no lock file of a format before 9, and resolves anew.</remarks>
    private static bool IsOfOlderPnpm(LockFile file) => file.File.Name == "pnpm-lock.yaml" && file.Format?.Value is ['5' or '6', ..];

    private bool PinsPnpm(Image image, ImageStage stage, LockFile file) =>
        image.Mentions(stage, ["pnpm@"])
        || deployment.In<PackageJson>(file.File.Directory).Any(manifest => manifest.File.Mentions("pnpm@"));

    private static IReadOnlyList<string> LocksOf(string manager) => manager == "bun" ? ["bun.lock"] : PackageLocks.Of(manager);

    private IEnumerable<Locked> OfPython(StageCommand command) =>
        from install in KnownCommand.Of(command.Command).OfType<PackageInstallCommand>()
        where install.Manager == "pip" && install.Target is null
        from word in install.RequirementFiles
        let list = word.Literal is { } name ? deployment.At<Requirements>(command.Before, command.Directory, name) : null
        where list is not null
        select new Locked("python", package => Exact(list, package, 0));

    /// <summary><c>numpy==1.24.3</c>, in the list or one that it includes; what stands behind a condition may not be installed.</summary>
    private IReadOnlyList<Fact<string>> Exact(Requirements list, string package, int depth) =>
        [
            .. from dependency in list.Dependencies
            where Dependency.PythonName(dependency.Name) == package && dependency.Condition is null
            let range = dependency.Range ?? ""
            where
                range is ['=', '=', not '=', ..]
                && !range.Contains(',', StringComparison.Ordinal)
                && !range.Contains('*', StringComparison.Ordinal)
            select new Fact<string>(range[2..].Trim(), dependency.Span),
            .. depth == DepthLimit
                ? []
                : from include in list.Includes
                let path = RepositoryPath.Join(list.File.Directory, include.Path)
                let other = path is null ? null : deployment.At<Requirements>(path)
                where other is not null && !include.IsConstraint
                from found in Exact(other, package, depth + 1)
                select found,
        ];

    /// <summary>What an installation takes, by the name of a package.</summary>
    private sealed record Locked(string Runtime, Func<string, IReadOnlyList<Fact<string>>> Releases);
}
