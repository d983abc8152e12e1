using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>Images whose code launches a browser by Playwright, and what brings that browser.</summary>
/// <remarks>Source: Playwright documentation, "Browsers": the packages of Python and Node.js download none by themselves.</remarks>
internal static class BrowserDemands
{
    // A browser of somebody else, or one that the program fetches itself.
    private static readonly string[] Elsewhere =
    [
        "connect_over_cdp",
        "connectOverCDP",
        "executable_path",
        "executablePath",
        "chromium.connect(",
        "channel=",
        "channel:",
        "\"install\"",
        "'install'",
        "playwright install",
    ];

    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome-stable", "firefox", "firefox-esr"];

    public static IReadOnlyList<BrowserDemand> Link(Deployment built) =>
        [
            .. built
                .Images.Where(image => !image.IsForDevelopment)
                .DistinctBy(image => new { image.Dockerfile, image.Final.Declared })
                .Select(image => Of(image, built))
                .OfType<BrowserDemand>(),
        ];

    private static BrowserDemand? Of(Image image, Deployment built)
    {
        var launching = image
            .Components.SelectMany(component => component.Code)
            .Where(file => !file.IsTest)
            .Select(file => new
            {
                File = file,
                Import = file.Imports.FirstOrDefault(import => !import.IsOptional && IsPlaywright(import.Module)),
            })
            .Where(pair => pair.Import is not null && pair.File.File.Text.Contains(".launch(", StringComparison.Ordinal))
            .ToList();
        if (launching is not [{ Import: { } import, File: var file }, ..])
        {
            return null;
        }

        var commands = image.Stages.SelectMany(stage => stage.Commands).Select(command => command.Command).ToList();
        var brought = commands.Find(Brings)?.Span;
        return new BrowserDemand(image, new Fact<string>(file.File.Path, import.Span), brought ?? Base(image))
        {
            Release = brought is null ? BrowserReleases.Of(image, built) : null,
            UnknownBecause = WhyMore(image, commands, built, launching.ConvertAll(pair => pair.File)),
        };
    }

    private static SourceSpan? Base(Image image) =>
        image.Final.Base.Text?.Contains("playwright", StringComparison.Ordinal) == true ? image.Final.Declared.Base.Span : null;

    private static bool IsPlaywright(string module) =>
        module is "playwright" or "playwright-core" or "playwright-extra" || module.StartsWith("playwright.", StringComparison.Ordinal);

    private static bool Brings(ShellCommand command) =>
        (Has(command, "playwright") && Has(command, "install"))
        || command.Words.Any(word => word.Literal is { } text && Browsers.Contains(text));

    /// <summary>Packages alone, and what their own scripts do.</summary>
    private static bool Installs(ShellCommand command) =>
        command.Words.ElementAtOrDefault(1)?.Literal is null or "ci" or "install" or "i" or "add" or "config" or "cache" or "prune";

    private static bool Has(ShellCommand command, string name) =>
        command.Words.Any(word => word.Literal is { } text && (text == name || text.StartsWith(name + "@", StringComparison.Ordinal)));

    private static string? WhyMore(Image image, List<ShellCommand> commands, Deployment built, List<CodeFile> files) =>
        image.Final.PublicBase is null && Base(image) is null ? "its base image may contain a browser"
        : image.Environment.Any(variable =>
            variable.Name.StartsWith("PLAYWRIGHT_", StringComparison.Ordinal) && variable.Name.EndsWith("PATH", StringComparison.Ordinal)
        )
            ? "a variable sets the browser's path"
        : commands.Exists(command =>
            command.Program.EndsWith(".sh", StringComparison.Ordinal)
            || command.Program is "make"
            || (command.Program is "npm" or "yarn" or "pnpm" && !Installs(command))
        ) || built.Of<PackageJson>().Any(package => package.File.Text.Contains("playwright install", StringComparison.Ordinal))
            ? "a script of the build may install one"
        : built.Of<ShellScript>().Any(script => script.Commands.Any(Brings)) ? "a script of the repository installs one"
        : files.Any(file => Elsewhere.Any(word => file.File.Text.Contains(word, StringComparison.Ordinal)))
            ? "the program may use another browser"
        : null;
}
