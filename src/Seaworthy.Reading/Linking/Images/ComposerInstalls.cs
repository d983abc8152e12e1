using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using CommandLine = Seaworthy.Model.Declared.Scripts.Commands.CommandLine;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>Where Composer installs packages upon PHP's official images: whether it finds the extensions that they demand, and a program to unpack them.</summary>
/// <remarks>
/// Sources: Composer documentation, "Platform packages" and "install"; Composer's ZipDownloader and GitDownloader; Docker Hub: php, whose images on Debian hold
/// neither unzip nor git, while Alpine's BusyBox unpacks.
/// </remarks>
internal static class ComposerInstalls
{
    public static IReadOnlyList<ComposerInstall> Link(Deployment deployment) =>
        [
            .. deployment
                .Images.SelectMany(image => image.Stages.Select(stage => new { Image = image, Stage = stage }))
                .Where(pair => pair.Stage.PublicBase is { Name: "php" } && !IsTold(pair.Image))
                .SelectMany(pair => Of(deployment, pair.Image, pair.Stage))
                .DistinctBy(install => install.Span),
        ];

    private static bool IsTold(Image image) =>
        image.Dockerfile.File.Text.Contains("COMPOSER_IGNORE_PLATFORM_REQ", StringComparison.Ordinal);

    private static IEnumerable<ComposerInstall> Of(Deployment deployment, Image image, ImageStage stage)
    {
        if (image.Down(stage).Last().Base.Text is not { } text || ImageReference.Parse(text) is not { IsOfficial: true })
        {
            yield break;
        }

        PhpTools tools = new();
        foreach (var below in image.Down(stage).Skip(1).Reverse())
        {
            foreach (var copy in below.Declared.Instructions.OfType<DockerInstruction.Copy>())
            {
                tools.Take(copy);
            }

            foreach (var command in below.Commands)
            {
                tools.Take(command.Command);
            }
        }

        // A copy counts from the start of its stage on: that is never less than what is there.
        foreach (var copy in stage.Declared.Instructions.OfType<DockerInstruction.Copy>())
        {
            tools.Take(copy);
        }

        foreach (var command in stage.Commands)
        {
            if (
                command.IsDemanded
                && Install(deployment, image, command, tools, new Fact<string>(text, image.Down(stage).Last().Declared.Base.Span))
                    is { } install
            )
            {
                yield return install with
                {
                    CanUnpack = CanUnpack(deployment, stage, command, tools),
                };
            }

            tools.Take(command.Command);
        }
    }

    private static ComposerInstall? Install(Deployment deployment, Image image, StageCommand command, PhpTools tools, Fact<string> from)
    {
        var line = CommandLine.Of(command.Command);
        if (
            command.Directory is not { } directory
            || line.Program is not ("composer" or "composer.phar")
            || line.Verb is not ("install" or "i" or "update" or "u")
            || line.Arguments.Any(word => word.Prefix is "-d" or "--dry-run" or ['-', '-', 'w', 'o', 'r', 'k', 'i', 'n', 'g', ..])
            || deployment.At<ComposerJson>(command.Before, directory, "composer.json") is not { } composer
        )
        {
            return null;
        }

        // config.platform tells Composer what to believe of the runtime.
        var isBelieved =
            composer.File.Text.Contains("\"platform\"", StringComparison.Ordinal)
            || line.Arguments.Any(word => word.Raw.StartsWith("--ignore-platform-req", StringComparison.Ordinal));
        var isForProduction = line.Arguments.Any(word => word.Literal == "--no-dev");
        var demanded = (deployment.At<ComposerLock>(command.Before, directory, "composer.lock")?.Extensions ?? [])
            .Concat(
                composer.Extensions.Select(extension => new ComposerExtension(
                    extension with
                    {
                        Value = extension.Value.ToLowerInvariant(),
                    },
                    composer.File.Path,
                    false
                ))
            )
            .Where(extension => !(extension.IsForDevelopment && isForProduction))
            .DistinctBy(extension => extension.Name.Value);
        return new ComposerInstall(image.Name, command.Command.Span, from)
        {
            MayHaveMore = tools.MayHaveMoreExtensions,
            Missing = isBelieved
                ? []
                :
                [
                    .. demanded.Where(extension =>
                        !PhpExtensions.IsOfImages(extension.Name.Value) && !tools.HasExtension(extension.Name.Value)
                    ),
                ],
        };
    }

    private static bool? CanUnpack(Deployment deployment, ImageStage stage, StageCommand command, PhpTools tools) =>
        stage.PublicBase?.System == BaseSystem.Alpine
        || tools.HasExtension("zip")
        // zip recommends unzip.
        || tools.HasPackage("unzip", "git", "zip", "7zip", "p7zip-full", "p7zip")
        || !FetchesPackages(deployment, command)
            ? true
        : tools.MayHaveMorePackages
        || tools.MayHaveMoreExtensions
        || stage.PublicBase is not { System: BaseSystem.Debian or BaseSystem.DebianFull }
            ? null
        : false;

    private static bool FetchesPackages(Deployment deployment, StageCommand command) =>
        command.Directory is { } directory
        && (
            deployment.At<ComposerLock>(command.Before, directory, "composer.lock") is { } locked
                ? locked.HasPackages
                : deployment.At<ComposerJson>(command.Before, directory, "composer.json") is { } composer
                    && composer.Dependencies.Any(dependency => dependency.Kind == DependencyKind.Runtime)
        );
}
