using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images.Effects;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>The extensions that <c>docker-php-ext-install</c> compiles in PHP's official images, and whether their headers are there by then.</summary>
internal static class PhpExtensionBuilds
{
    private const string Program = "docker-php-ext-install";

    private static readonly long TakingLibraries = VersionLine.Parse("7.4")?.First ?? 0;

    // The images' own helpers, and what brings no packages of the system along.
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "composer",
        "curl",
        "wget",
        "mkdir",
        "touch",
        "cp",
        "mv",
        "ln",
        "tar",
        "unzip",
    };

    public static IReadOnlyList<PhpExtensionBuild> Link(Deployment deployment) =>
        [
            .. deployment
                .Images.SelectMany(image => image.Stages.Select(stage => (Image: image, Stage: stage)))
                .Where(pair => pair.Stage.PublicBase is { Name: "php" } && !BringsLibraries(pair.Image, pair.Stage))
                .SelectMany(pair => Of(pair.Image, pair.Stage))
                .DistinctBy(build => build.Extension.Span),
        ];

    private static IEnumerable<PhpExtensionBuild> Of(Image image, ImageStage stage)
    {
        var system = stage.PublicBase?.System ?? BaseSystem.Unknown;
        var before = image.Down(stage).Skip(1).SelectMany(below => below.Commands).Select(command => command.Command).ToList();
        foreach (var command in stage.Commands)
        {
            if (CommandLine.Of(command.Command) is { Program: Program } line && command.IsDemanded)
            {
                foreach (var word in line.Arguments.Where(word => word.Literal is [not '-', ..]))
                {
                    if (PhpExtensions.HeadersOf(word.Literal ?? "", system) is { Count: > 0 } headers)
                    {
                        yield return new PhpExtensionBuild(
                            image.Name,
                            new Fact<string>(word.Literal ?? "", word.Span),
                            headers,
                            Has(before, headers),
                            system == BaseSystem.Alpine
                        );
                    }
                }
            }

            before.Add(command.Command);
        }
    }

    // Before 7.4 PHP's own source held libraries that it takes from the system since.
    private static bool BringsLibraries(Image image, ImageStage stage) =>
        image.Down(stage).Last().Base.Text is not { } text
        || ImageReference.Parse(text) is not { } reference
        || (ImageRuntime.Of(reference) is { } runtime && runtime.Line.End <= TakingLibraries);

    /// <summary>Null where a package is named by a variable, or a program runs of which nobody knows what it installs.</summary>
    private static bool? Has(IReadOnlyList<ShellCommand> commands, IReadOnlyList<string> headers)
    {
        var isOpen = false;
        foreach (var command in commands)
        {
            var installs = KnownCommand
                .Of(command)
                .OfType<PackageInstallCommand>()
                .Where(install => install.Manager is "apt-get" or "apt" or "apk")
                .ToList();
            foreach (var word in installs.SelectMany(install => install.Packages))
            {
                if (word.Literal is not { } name)
                {
                    isOpen |= word.Raw is not ("$PHPIZE_DEPS" or "${PHPIZE_DEPS}");
                }
                else if (headers.Contains(name.Split('=', '~', ':')[0]))
                {
                    return true;
                }
            }

            isOpen |= installs.Count == 0 && !IsKnown(CommandLine.Of(command).Program);
        }

        return isOpen ? null : false;
    }

    private static bool IsKnown(string program) => program.Length == 0 || HarmlessPrograms.Contains(program) || Others.Contains(program);
}
