using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>The extensions that <c>docker-php-ext-install</c> compiles in PHP's official images, and whether their headers are there by then.</summary>
internal static class PhpExtensionBuilds
{
    private const string Program = "docker-php-ext-install";

    private static readonly long TakingLibraries = VersionLine.Parse("7.4")?.First ?? 0;

    public static IReadOnlyList<PhpExtensionBuild> Link(Deployment deployment) =>
        [
            .. deployment
                .Images.SelectMany(image => image.Stages.Select(stage => new { Image = image, Stage = stage }))
                .Where(pair => pair.Stage.PublicBase is { Name: "php" } && !BringsLibraries(pair.Image, pair.Stage))
                .SelectMany(pair => Of(pair.Image, pair.Stage))
                .DistinctBy(build => build.Extension.Span),
        ];

    /// <summary>Those that a stage compiles from PHP's own libraries, and releases from 7.4 on only with packages that it does not install.</summary>
    public static IEnumerable<PhpExtensionBuild> Bare(Image image, ImageStage stage) =>
        BringsLibraries(image, stage) ? Of(image, stage).Where(build => build.HasHeaders == false) : [];

    /// <summary>Every extension that a stage asks for.</summary>
    public static IEnumerable<Fact<string>> Named(ImageStage stage) =>
        from command in stage.Commands
        let line = CommandLine.Of(command.Command)
        where line.Program == Program && command.IsDemanded
        from word in line.Arguments
        where word.Literal is [not '-', ..]
        select new Fact<string>(word.Literal ?? "", word.Span);

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
        Reference(image, stage) is not { } reference || (ImageRuntime.Of(reference) is { } runtime && runtime.Line.End <= TakingLibraries);

    /// <summary>The image at the bottom of a stage; null where it is not known.</summary>
    public static ImageReference? Reference(Image image, ImageStage stage) =>
        image.Down(stage).Last().Base.Text is { } text ? ImageReference.Parse(text) : null;

    /// <summary>Null where a package is named by a variable, or a program runs of which nobody knows what it installs.</summary>
    private static bool? Has(IReadOnlyList<ShellCommand> commands, IReadOnlyList<string> headers)
    {
        var isOpen = false;
        foreach (var command in commands)
        {
            var installs = PhpBuildCommands.Installs(command);
            foreach (var word in installs.SelectMany(install => install.Packages))
            {
                if (PhpBuildCommands.NameOf(word) is not { } name)
                {
                    isOpen |= !PhpBuildCommands.IsCompilers(word);
                }
                else if (headers.Contains(name))
                {
                    return true;
                }
            }

            isOpen |= installs.Count == 0 && !PhpBuildCommands.BringsNothing(CommandLine.Of(command).Program);
        }

        return isOpen ? null : false;
    }
}
