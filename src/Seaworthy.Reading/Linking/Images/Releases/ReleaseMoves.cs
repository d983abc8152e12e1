using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Known;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Releases;

/// <summary>For each image of an ended release: the release that can replace it, and the changes that must go with it.</summary>
internal sealed class ReleaseMoves
{
    private static readonly IReadOnlyList<string> Servers = ["postgres", "mysql", "mariadb", "mongo", "elasticsearch"];

    private static readonly string[] ProgramDirectories =
    [
        "/usr/local/bin/",
        "/usr/local/lib/",
        "/usr/bin/",
        "/usr/lib/",
        "/lib/",
        "/bin/",
    ];

    private const int FewestMonths = 3;
    private const int MostOfAYear = 9;

    private readonly Deployment deployment;
    private readonly ILookup<SourceSpan, StageUpon> stages;
    private readonly ILookup<SourceSpan, Workload> runs;

    private ReleaseMoves(Deployment deployment)
    {
        this.deployment = deployment;
        stages = deployment
            .Images.SelectMany(image => image.Stages.Select(stage => new StageUpon(image, stage)))
            .ToLookup(pair => pair.Image.Down(pair.Stage).Last().Declared.Base.Span);
        runs = deployment.Workloads.Where(workload => workload.Reference is not null).ToLookup(RunsFrom);
    }

    public static IReadOnlyList<ReleaseMove> Link(Deployment deployment)
    {
        var ended = deployment.ImageUses.Where(use => Ended(use.Reference) is not null).DistinctBy(use => use.Span).ToList();
        if (ended.Count == 0)
        {
            return [];
        }

        ReleaseMoves moves = new(deployment);
        return [.. ended.Select(moves.Of).OfType<ReleaseMove>()];
    }

    /// <summary>The image's own product goes before the system below, which a newer image of it brings anew.</summary>
    private static EndOfLife? Ended(ImageReference image) =>
        EndOfLifeDates.OfProduct(image) is { } own && IsOver(own) ? own : EndOfLifeDates.Of(image).Where(IsOver).MinBy(row => row.Date);

    /// <summary>
    /// What ends in a few weeks is no place to move to, as long as there is another. A server goes to the release that is supported longest, a program to the nearest that has most of a year left:
    /// it breaks least.
    /// </summary>
    private static IReadOnlyList<EndOfLife> Lasting(IReadOnlyList<EndOfLife> supported, bool isForProgram)
    {
        var lasting = supported.Where(row => row.Date >= EndOfLifeDates.AsOf.AddMonths(FewestMonths)).ToList();
        return lasting.Count == 0 ? supported
            : !isForProgram ? lasting
            : [.. lasting.Where(IsForLong).OrderBy(row => row.Date), .. lasting.Where(row => !IsForLong(row))];
    }

    private static bool IsForLong(EndOfLife row) => row.Date >= EndOfLifeDates.AsOf.AddMonths(MostOfAYear);

    private static bool IsOver(EndOfLife row) => row.Date < EndOfLifeDates.AsOf;

    private static SourceSpan RunsFrom(Workload workload) => workload.Reference?.Span ?? workload.Span;

    private ReleaseMove? Of(ImageUse use)
    {
        if (Ended(use.Reference) is not { } ended)
        {
            return null;
        }

        var isOfSystem = EndOfLifeDates.OfProduct(use.Reference) != ended;
        var pins = isOfSystem ? null : Pins(use);
        var (requirements, limits) = (pins?.Requirements ?? [], pins?.Limits ?? []);
        var data = Data(use);
        // So does what is built upon a system: each newer one has lost some packages and tools.
        var isForProgram = pins is not null || (use.IsBase && data is null && EndOfLifeDates.IsOfSystem(ended));
        var candidates = Lasting(EndOfLifeDates.Supported(ended), isForProgram).Where(row => IsStartedWith(row, use, data)).ToList();
        var to = First(
            candidates,
            [
                .. requirements.Select(pin => (Func<VersionLine, bool>)pin.Range.Accepts),
                .. limits.Select(package => (Func<VersionLine, bool>)package.Limit.Allows),
            ]
        );
        ReleaseMove move = new(use, ended, to) { IsOfSystem = isOfSystem, Data = Servers.Contains(use.Reference.Name) ? data : null };
        if (to is null)
        {
            return move;
        }

        var line = VersionLine.Parse(to.Version) ?? VersionLine.All;
        return WithBuild(
            move with
            {
                Pins = [.. requirements.Where(pin => !pin.Range.Accepts(line)).Select(pin => pin.Asked)],
                Packages =
                [
                    .. limits
                        .Where(package => !package.Limit.Allows(line))
                        .Select(package => package with { First = RuntimeLimits.FirstUpon(line, package.Limit) }),
                ],
                ExactVersions = pins?.ExactVersions?.File,
            },
            to
        );
    }

    /// <summary>What the stages upon the image do that the newer one does not take.</summary>
    private ReleaseMove WithBuild(ReleaseMove move, EndOfLife to)
    {
        var use = move.Use;
        var upon = stages[use.Span].ToList();
        var isOfWindows = to.Product == "dotnet" && IsOfWindows(use);
        var name = isOfWindows ? null : ReleaseTags.Of(use.Reference, to, move.IsOfSystem);
        var newer = ImageReference.Parse(name ?? $"{use.Reference.Repository}:{to.Version}");
        var isOfPhp = to.Product == "php";
        return move with
        {
            Image = name,
            IsOfWindows = isOfWindows,
            Beside = move.IsOfSystem ? [] : [.. Beside(use, move.Ended.Product), .. Sharing(move)],
            Template = use.IsBase ? DockerfileTemplates.Of(use.Span.File, deployment.Tree) : null,
            Receivers = EndOfLifeDates.IsOfSystem(to)
                ? [.. upon.SelectMany(pair => Receivers(pair.Image, pair.Stage, use.Text)).Distinct()]
                : [],
            Chosen = newer is null
                ? []
                : [.. upon.SelectMany(pair => ChosenForRelease.Of(pair.Stage, use.Reference, newer, move.IsOfSystem)).Distinct()],
            OldPorts = to.Product == "dotnet" ? [.. upon.SelectMany(pair => OldPorts.Of(deployment, pair.Image)).Distinct()] : [],
            AbsentPackages = newer is null
                ? []
                :
                [
                    .. upon.SelectMany(pair => SystemPackages.AbsentUpon(newer, pair.Image, pair.Stage))
                        .DistinctBy(one => one.Package.Value),
                ],
            LostExtensions = isOfPhp
                ?
                [
                    .. upon.SelectMany(pair => PhpExtensionBuilds.Named(pair.Stage))
                        .Where(extension => LostPhpExtensions.Stops(extension.Value, to.Version))
                        .DistinctBy(extension => extension.Value),
                ]
                : [],
            BareExtensions = isOfPhp
                ? [.. upon.SelectMany(pair => PhpExtensionBuilds.Bare(pair.Image, pair.Stage)).DistinctBy(build => build.Extension.Value)]
                : [],
        };
    }

    /// <summary>The Dockerfile is written for Windows, or the tag is one of it.</summary>
    /// <remarks>Source: dotnet/dotnet-docker, issue 4492: from .NET 8 on, tags that name no system hold Linux alone.</remarks>
    private bool IsOfWindows(ImageUse use) =>
        deployment.At<Dockerfile>(use.Span.File.Path) is { Escape: '`' }
        || use.Reference.EffectiveTag.Contains("nanoserver", StringComparison.Ordinal)
        || use.Reference.EffectiveTag.Contains("windowsservercore", StringComparison.Ordinal);

    /// <summary>The bases of other stages into which programs or libraries of a stage are copied.</summary>
    private static IEnumerable<SourceSpan> Receivers(Image image, ImageStage stage, string name) =>
        from other in image.Stages
        where
            other
                .Declared.Instructions.OfType<DockerInstruction.Copy>()
                .Any(copy => ReferenceEquals(copy.FromStage, stage.Declared) && copy.Sources.Any(HoldsPrograms))
        let bottom = image.Down(other).Last()
        where
            bottom.Base.Text != name
            && bottom.Base.Text != "scratch"
            && bottom.Base.Text?.Contains("alpine", StringComparison.Ordinal) is not true
        select bottom.Declared.Base.Span;

    private static bool HoldsPrograms(Template source) =>
        source.Literal is { } path
        && (
            path.TrimEnd('/') is "/usr" or "/usr/local" or "/lib" or "/bin"
            || ProgramDirectories.Any(directory => $"{path}/".StartsWith(directory, StringComparison.Ordinal))
        );

    /// <summary>The first release of those that everything takes which takes any of them.</summary>
    private static EndOfLife? First(IReadOnlyList<EndOfLife> candidates, IReadOnlyList<Func<VersionLine, bool>> taken)
    {
        bool Takes(Func<VersionLine, bool> one, EndOfLife row) => VersionLine.Parse(row.Version) is not { } line || one(line);
        var deciding = taken.Where(one => candidates.Any(row => Takes(one, row))).ToList();
        return candidates.FirstOrDefault(row => deciding.TrueForAll(one => Takes(one, row)))
            ?? (candidates is [var nearest, ..] ? nearest : null);
    }

    private RuntimePins? Pins(ImageUse use)
    {
        if (ImageRuntime.Of(use.Reference) is not { } held)
        {
            return null;
        }

        var images = stages[use.Span].Select(pair => pair.Image).Distinct().ToList();
        var workloads = images.SelectMany(image => deployment.WorkloadsOf(image.Dockerfile)).Concat(runs[use.Span]).ToList();
        var components = images
            .SelectMany(image => image.Components)
            .Concat(workloads.SelectMany(workload => workload.Components))
            .ToList();
        var roots =
            components.Count > 0
                ? components.Select(component => component.Root)
                : images.Select(image => image.Build.Context).OfType<string>();
        // What is mounted may be the whole program.
        var mounted = workloads
            .SelectMany(workload => workload.Mounts)
            .Where(mount => mount.Kind == MountKind.Bind)
            .Select(mount => mount.Source)
            .OfType<string>();
        return new RuntimePins(
            deployment,
            held.Runtime == "dotnet-sdk" ? "dotnet" : held.Runtime,
            [.. roots.Concat(mounted).Distinct(StringComparer.Ordinal)]
        );
    }

    private IEnumerable<SourceSpan> Beside(ImageUse use, string product) =>
        from other in deployment.ImageUses
        where use.IsBase && other.IsBase && other.Span.File == use.Span.File && other.Text != use.Text
        let row = EndOfLifeDates.OfProduct(other.Reference)
        where row is not null && row.Product == product && IsOver(row)
        select other.Span;

    /// <summary>The same server in Compose files beside this one, with its data in the same volume: files of one directory are one project, and an older release does not start upon a newer one's data.</summary>
    private IEnumerable<SourceSpan> Sharing(ReleaseMove move) =>
        move.Data is { Kind: MountKind.Volume, Source: { } volume }
            ? deployment
                .ImageUses.Where(other =>
                    !other.IsBase
                    && other.Reference.Repository == move.Use.Reference.Repository
                    && other.Span.File != move.Use.Span.File
                    && other.Span.File.Directory == move.Use.Span.File.Directory
                    && other.Span.File.Text.Contains($"{volume}:/", StringComparison.Ordinal)
                    && EndOfLifeDates.OfProduct(other.Reference) is { } row
                    && IsOver(row)
                )
                .Select(other => other.Span)
                .Distinct()
            : [];

    /// <summary>What is mounted where a server of the image keeps its data.</summary>
    private Mount? Data(ImageUse use) =>
        stages[use.Span]
            .SelectMany(pair =>
                deployment.WorkloadsOf(pair.Image).Select(workload => new { Workload = workload, Server = pair.Stage.PublicBase })
            )
            .Concat(runs[use.Span].Select(workload => new { Workload = workload, Server = workload.Public }))
            .SelectMany(pair => pair.Workload.Mounts.Where(mount => pair.Server is { } server && IsData(mount, server)))
            .FirstOrDefault();

    private static bool IsData(Mount mount, PublicImage server) =>
        mount.Kind is MountKind.Volume or MountKind.Bind
        && mount.Path.TrimEnd('/') is var at
        && server.DataPaths.Any(path => at == path || at.StartsWith(path + "/", StringComparison.Ordinal));

    /// <summary>The images of PostgreSQL from 18 on refuse a mount at the place of the older ones; how a base without a service is run, nobody here tells.</summary>
    /// <remarks>Source: docker-library/postgres, pull request 1259.</remarks>
    private static bool IsStartedWith(EndOfLife row, ImageUse use, Mount? data) =>
        row is not { Product: "postgres", Version: "18" }
        || (data is null ? !use.IsBase : !data.Path.StartsWith("/var/lib/postgresql/data", StringComparison.Ordinal));

    /// <summary>A stage, with the image that it is built for.</summary>
    private sealed record StageUpon(Image Image, ImageStage Stage);
}
