using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.CommandUses;

/// <summary>The files from which the builders of front ends start by themselves, and end where there are none.</summary>
/// <remarks>
/// Sources: Next.js documentation, "Project structure" (<c>Couldn't find any `pages` or `app` directory</c>); Vite documentation, "index.html and Project Root" (<c>Could not resolve entry module</c>);
/// Create React App documentation, "Folder Structure" (<c>Could not find a required file</c>).
/// </remarks>
internal static class FrameworkSources
{
    // A configuration with one of these words may start elsewhere, or a plug-in makes the page.
    private static readonly string[] ViteSettings =
    [
        "root",
        "input",
        "lib",
        "entry",
        "ssr",
        "ssg",
        "laravel",
        "kit",
        "remix",
        "router",
        "tanstack",
        "start",
        "vike",
        "crx",
        "electron",
        "nitro",
        "html",
        "mpa",
        "pages",
        "cloudflare",
        "hono",
        "qwik",
        "analog",
        "vinxi",
        "redwood",
        "build-extension",
    ];

    private static readonly string[] Configurations = ["vite.config.ts", "vite.config.js", "vite.config.mjs", "vite.config.mts"];

    public static IEnumerable<CommandPath> Of(Deployment deployment, CommandSite site)
    {
        var line = CommandLine.Of(site.Command);
        // A directory, or another configuration, is given.
        if (line.Arguments.Skip(1).Any(word => word.Literal is not ['-', ..] or "-c" or "--config" or "--ssr" or "-r" or "--root"))
        {
            return [];
        }

        return (line.Program, line.Verb) switch
        {
            ("next", "build" or "dev") => [Source(line, "app") with { Others = ["pages", "src/app", "src/pages"] }],
            ("react-scripts", "build" or "start") =>
            [
                Source(line, "public/index.html"),
                Source(line, "src/index.js") with
                {
                    Others = ["src/index.tsx", "src/index.ts", "src/index.jsx"],
                },
            ],
            ("vite", "build") when site.Directories.All(directory => StartsFromPage(deployment, directory)) => [Source(line, "index.html")],
            _ => [],
        };
    }

    private static bool StartsFromPage(Deployment deployment, string directory) =>
        Configurations
            .Select(name => RepositoryPath.Join(directory, name))
            .OfType<string>()
            .Where(deployment.Tree.HasFile)
            .All(path =>
                deployment.At<Artifact>(path) is { File.Text: var text }
                && !Array.Exists(ViteSettings, word => text.Contains(word, StringComparison.OrdinalIgnoreCase))
            );

    private static CommandPath Source(CommandLine line, string path) =>
        new(PathRole.FrameworkSource, path, line.Command.Span)
        {
            Tool = $"{line.Program} {line.Verb}",
            IsConditional = line.Command.Span.File.Name == "package.json",
        };
}
