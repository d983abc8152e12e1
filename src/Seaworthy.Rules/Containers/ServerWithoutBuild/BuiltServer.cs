using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A server of a framework that starts in a container and serves what the framework's build wrote.</summary>
/// <param name="Program">The command of the framework: <c>next start</c>.</param>
/// <param name="Output">What it serves, from the application's directory: <c>.next</c>.</param>
/// <param name="Answer">Whether the image has it.</param>
internal sealed record BuiltServer(Startup Startup, Image Image, ShellCommand Program, string Output, PathAnswer Answer)
{
    /// <summary>An instruction that copies the output of a build to where the server does not look; null without one.</summary>
    public DockerInstruction.Copy? Astray =>
        Image
            .Down(Image.Final)
            .SelectMany(stage => stage.Declared.Instructions)
            .OfType<DockerInstruction.Copy>()
            .LastOrDefault(copy =>
                copy is { FromStage: not null } or { From: not null }
                && copy.Sources is [var source]
                && source.Raw.TrimEnd('/').EndsWith("/" + Output, StringComparison.Ordinal)
            );

    /// <summary>Where the server looks: <c>/app/.next</c>.</summary>
    public string Place => Answer.Looked[..Answer.Looked.LastIndexOf('/')];

    /// <remarks>
    /// Sources: Next.js, "next CLI", <c>next start</c>; Nuxt, "nuxi preview"; Vite, "Command Line Interface"; Gatsby, "gatsby serve"; Astro, "astro preview"; Docusaurus, "docusaurus serve".
    /// The file is the one that the build always writes.
    /// </remarks>
    private static readonly ServerForm[] Forms =
    [
        new("next", ["start"], ".next", "BUILD_ID", "distDir"),
        new("nuxt", ["preview"], ".output", "nitro.json", "output:"),
        new("nuxi", ["preview"], ".output", "nitro.json", "output:"),
        new("vite", ["preview"], "dist", "index.html", "outDir"),
        new("gatsby", ["serve"], "public", "index.html", "prefixPaths"),
        new("astro", ["preview"], "dist", "index.html", "outDir"),
        new("docusaurus", ["serve"], "build", "index.html", "--dir"),
    ];

    /// <summary>Options that lead to another directory or package.</summary>
    private static readonly string[] Elsewhere =
    [
        "--prefix",
        "-C",
        "--dir",
        "--cwd",
        "-w",
        "--workspace",
        "--filter",
        "-F",
        "workspace",
        "--outDir",
        "--root",
        "--config",
    ];

    /// <summary>Words of a command that may build before the server starts.</summary>
    private static readonly string[] Building = ["build", "turbo", "nx", "make", "generate"];

    public static IEnumerable<BuiltServer> In(Deployment deployment) =>
        from startup in deployment.Startups
        where startup.UnknownBecause is null
        let at = startup.Start?.WorkingDirectory?.TrimEnd('/')
        let image = startup.Image ?? startup.Workload?.Image
        where
            at is not null
            && image is { IsForDevelopment: false }
            && IsUsed(startup, image, deployment)
            && !IsCovered(startup, image, deployment)
        from command in startup.Programs
        let form = Array.Find(Forms, form => form.Is(command))
        where form is not null && !BuildsFirst(startup) && !IsElsewhere(startup, command) && !IsConfigured(form, image, deployment)
        select new BuiltServer(startup, image, command, form.Output, image.Final.Files.Find($"{at}/{form.Output}/{form.Always}"));

    /// <summary>Where a target puts its own command in the place of the image's in every case, the image's never starts.</summary>
    private static bool IsUsed(Startup startup, Image image, Deployment deployment) =>
        startup.Workload is not null
        || deployment.WorkloadsOf(image).ToList() is var workloads
            && (workloads.Count == 0 || workloads.Exists(workload => deployment.StartupOf(workload) == startup));

    /// <summary>What every target mounts there may hold the output of a build on that machine.</summary>
    private static bool IsCovered(Startup startup, Image image, Deployment deployment)
    {
        var users = startup.Workload is { } own
            ? [own]
            : deployment.WorkloadsOf(image).Where(workload => deployment.StartupOf(workload) == startup).ToList();
        return users.Count > 0
            && users.TrueForAll(user =>
                user.Mounts.Any(mount => mount.Inside(startup.Start?.WorkingDirectory ?? "/") is not null || IsOutput(mount))
            );
    }

    private static bool IsOutput(Mount mount) =>
        Array.Exists(Forms, form => mount.Path.TrimEnd('/').EndsWith("/" + form.Output, StringComparison.Ordinal));

    private static bool BuildsFirst(Startup startup) =>
        startup
            .Programs.Concat(startup.Start?.Commands ?? [])
            .SelectMany(command => command.Words)
            .Any(word => Building.Any(part => word.Literal is { } text && text.Contains(part, StringComparison.OrdinalIgnoreCase)));

    private static bool IsElsewhere(Startup startup, ShellCommand command) =>
        command.Directory is not ""
        || command.Words.Skip(2).Any(word => word.Literal is null or [not '-', ..] && !IsValue(word))
        || startup
            .Programs.Concat(startup.Start?.Commands ?? [])
            .Any(each =>
                each.Program == "cd"
                || each.Words.Any(word => word.Literal is { } text && Elsewhere.Contains(text.Split('=')[0], StringComparer.Ordinal))
            );

    /// <summary>The number or address behind <c>-p</c> or <c>-H</c>.</summary>
    private static bool IsValue(ShellWord word) =>
        word.Literal is not { } text || (text.Length > 0 && char.IsAsciiDigit(text[0])) || text == "localhost" || text.StartsWith(':');

    /// <summary>The configuration of the framework, or a script, names another directory.</summary>
    private static bool IsConfigured(ServerForm form, Image image, Deployment deployment) =>
        image
            .Components.SelectMany(component =>
                component.Code.Select(file => file.File).Concat(component.Manifests.Select(file => file.File))
            )
            .Concat(
                deployment
                    .Of<CodeFile>()
                    .Select(file => file.File)
                    .Where(file => file.Name.StartsWith(form.Program + ".config.", StringComparison.Ordinal))
            )
            .Any(file =>
                (file.Name.StartsWith(form.Program, StringComparison.Ordinal) || file.Name == "package.json") && file.Mentions(form.Setting)
            );

    /// <param name="Program">The command line tool.</param>
    /// <param name="Verbs">The verb that serves.</param>
    /// <param name="Output">Where the build writes.</param>
    /// <param name="Always">A file that every build writes there.</param>
    /// <param name="Setting">The setting that names another directory.</param>
    private sealed record ServerForm(string Program, string[] Verbs, string Output, string Always, string Setting)
    {
        public bool Is(ShellCommand command)
        {
            var words = command.Words.SkipWhile(word => word.Literal is "npx" or "pnpm" or "yarn" or "bunx" or "exec").ToList();
            return words is [{ Literal: { } program }, { Literal: { } verb }, ..]
                && program[(program.LastIndexOf('/') + 1)..] == Program
                && Verbs.Contains(verb, StringComparer.Ordinal);
        }
    }
}
