using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Known.Packages;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>The packages of Debian, Ubuntu and CentOS that Dockerfiles install, where only the system's own repositories are there to take them from.</summary>
internal static class SystemPackages
{
    // Whatever names one of these may have added another repository, or brought packages along.
    private static readonly string[] Repositories =
    [
        "sources.list",
        "add-apt-repository",
        "/etc/apt/",
        "dpkg",
        ".deb",
        "apt-key",
        "nodesource",
        "extrepo",
        "sury",
        "yum.repos.d",
        "vault.centos",
        "yum-config-manager",
    ];

    public static IReadOnlyList<SystemPackage> Link(Deployment deployment) =>
        [
            .. from image in deployment.Images
            from stage in image.Stages
            where stage.Declared.BaseStage is null && !AddsRepository(stage.Declared)
            let reference = stage.Base.Text is { } text ? ImageReference.Parse(text) : null
            where reference is not null
            let releases = SystemReleases.Of(reference)
            where releases.Count > 0
            let listed = PackageIndexes.FetchedAt(stage)
            from command in stage.Commands
            where command.IsDemanded
            from package in Installed(command)
            group new
            {
                image,
                stage,
                package,
                releases,
                listed,
            } by package.Name.Span into same
            let first = same.First()
            select Of(first.image, first.stage, first.package, first.releases) with
            {
                IsUnlisted = first.listed is null || first.package.Name.Span.Start < first.listed,
            },
        ];

    /// <summary>What a stage installs and would not find any more upon another base.</summary>
    public static IEnumerable<SystemPackage> AbsentUpon(ImageReference other, Image image, ImageStage stage) =>
        AddsRepository(stage.Declared) || SystemReleases.Of(other) is not { Count: > 0 } releases
            ? []
            : stage
                .Commands.Where(command => command.IsDemanded)
                .SelectMany(Installed)
                .Select(package => Of(image, stage, package, releases))
                .Where(package => package.IsAbsent);

    private static IEnumerable<InstalledPackage> Installed(StageCommand command) =>
        from install in KnownCommand.Of(command.Command).OfType<PackageInstallCommand>()
        where install.Manager is "apt-get" or "apt" or "yum" or "dnf"
        from word in install.Packages
        let name = word.Literal
        where name is not null && name.Length > 0 && !name.Contains('/', StringComparison.Ordinal)
        select new InstalledPackage(
            new Fact<string>(name.Split('=', ':')[0], word.Span),
            name.IndexOf('=', StringComparison.Ordinal) is var sign and > 0 ? name[(sign + 1)..] : null
        );

    private static bool AddsRepository(DockerStage stage) =>
        stage.Instructions.Any(instruction =>
            instruction is DockerInstruction.Run or DockerInstruction.Copy
            && Array.Exists(Repositories, word => instruction.Span.Text.Contains(word, StringComparison.Ordinal))
        );

    private static SystemPackage Of(Image image, ImageStage stage, InstalledPackage installed, IReadOnlyList<string> releases) =>
        new(image.Name, installed.Name, releases, new Fact<string>(stage.Base.Text ?? "", stage.Declared.Span))
        {
            IsAbsent = releases.All(release => AbsentPackages.Lacks(release, installed.Name.Value)),
            ForeignVersion =
                installed.Version is { } version
                && version.Contains("ubuntu", StringComparison.Ordinal)
                && releases.All(release => release.StartsWith("Debian", StringComparison.Ordinal))
                    ? version
                    : null,
            Archive = SystemReleases.Archive(releases[0]),
            IsGone = releases[0].StartsWith("Debian", StringComparison.Ordinal) && AbsentPackages.IsGoneFromDebian(installed.Name.Value),
            Instead = AbsentPackages.Instead(releases[0], installed.Name.Value),
            IsForDevelopment = image.IsForDevelopment,
        };

    private sealed record InstalledPackage(Fact<string> Name, string? Version);
}
