using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Names;

/// <summary>The instruction of a Dockerfile that puts a public variable into a bundle: it builds a package with a bundler, whose code reads the name.</summary>
/// <remarks>Sources: Turborepo, "run", "--filter"; pnpm, "Filtering"; npm, "workspaces".</remarks>
internal static class BundleSteps
{
    private static readonly HashSet<string> Bundlers = new(StringComparer.OrdinalIgnoreCase)
    {
        "next",
        "vite",
        "react-scripts",
        "nuxt",
        "@sveltejs/kit",
        "astro",
        "gatsby",
        "@vue/cli-service",
        "expo",
    };

    private static readonly HashSet<string> Selectors = new(StringComparer.Ordinal) { "--filter", "-F", "-w", "--workspace", "workspace" };

    public static SourceSpan? Of(Deployment deployment, Dockerfile file, string name)
    {
        var built = Built(deployment, file);
        return file
            .Stages.SelectMany(stage => stage.Instructions)
            .OfType<DockerInstruction.Run>()
            .FirstOrDefault(run => run.Command.Commands.Any(command => IsBuild(command) && Bakes(deployment, built, command, name)))
            ?.Span;
    }

    /// <summary>An instruction builds a bundle whose code takes the name from the build, and does not do as well without it.</summary>
    public static bool Takes(Deployment deployment, Dockerfile file, DockerInstruction.Run run, string name, bool isPassed)
    {
        if (!run.Command.Commands.Any(IsBuild))
        {
            return false;
        }

        var built = Built(deployment, file).Where(component => Needs(component, name, isPassed)).ToList();
        return built.Count > 0 && run.Command.Commands.Any(command => IsBuild(command) && Bakes(deployment, built, command, name));
    }

    private static bool Needs(Component component, string name, bool isPassed) =>
        component
            .Code.SelectMany(file => file.EnvironmentReads)
            .Any(read =>
                read.Name == name
                && (read.IsBuildTime || read.Span.File.Name.Contains(".config.", StringComparison.Ordinal))
                && (isPassed || read.Default is null)
            );

    /// <summary>The bundle is the same without the variable: all code that reads it falls back to this value, and no file beside sets another.</summary>
    public static bool FallBackTo(string value, Deployment deployment, Dockerfile file, string name)
    {
        var built = Built(deployment, file);
        var reads = built
            .SelectMany(component => component.Code)
            .SelectMany(code => code.EnvironmentReads)
            .Where(read => read.Name == name)
            .ToList();
        return reads.Count > 0
            && reads.TrueForAll(read => read.Default is CodeValue.Literal { Text: var text } && text == value)
            && !deployment
                .Of<EnvFile>()
                .Any(settings =>
                    !settings.IsTemplate
                    && settings.Find(name) is not null
                    && built.Exists(component => component.Root == settings.File.Directory)
                );
    }

    private static List<Component> Built(Deployment deployment, Dockerfile file) =>
        [
            .. deployment
                .Images.Where(image => image.Dockerfile == file)
                .SelectMany(image => image.Components)
                .Distinct()
                .SelectMany(own => deployment.Components.Where(component => own.Contains(component.Root)))
                .Distinct(),
        ];

    private static bool IsBuild(ShellCommand command) =>
        command.Program is "npm" or "yarn" or "pnpm" or "bun" or "npx" or "vite" or "next" or "turbo"
        && command.Words.Any(word => word.Literal is { } text && text.StartsWith("build", StringComparison.Ordinal))
        && !IsFile(command);

    /// <summary><c>bun tools/routes.js build</c> runs a file.</summary>
    private static bool IsFile(ShellCommand command) =>
        command is { Program: "bun", Words: [_, { Prefix: [not '-', ..] prefix }, ..] } && prefix.AsSpan().ContainsAny('.', '/');

    /// <summary>Of an image whose source is not known every build may be that of a bundle.</summary>
    private static bool Bakes(Deployment deployment, IReadOnlyList<Component> built, ShellCommand command, string name)
    {
        var selected = Selected(command);
        return selected.Count == 0
            ? built.Count == 0 || built.Any(component => Bakes(component, name))
            : deployment.Components.Any(component =>
                Bakes(component, name)
                && selected.Any(selector => Selects(selector, component))
                && !selected.Any(selector => selector.StartsWith('!') && Selects(selector[1..], component))
            );
    }

    private static bool Bakes(Component component, string name) =>
        component.Frameworks.Overlaps(Bundlers) && component.Code.Any(file => file.EnvironmentReads.Any(read => read.Name == name));

    private static List<string> Selected(ShellCommand command)
    {
        List<string> selected = [];
        for (var index = 0; index < command.Words.Count; index++)
        {
            var text = command.Words[index].Literal ?? "";
            var value =
                text.IndexOf('=', StringComparison.Ordinal) is > 0 and var sign && Selectors.Contains(text[..sign]) ? text[(sign + 1)..]
                : Selectors.Contains(text) && index + 1 < command.Words.Count ? command.Words[index + 1].Literal
                : null;
            // `pnpm -w run build` means the root of the workspace.
            if (value is not (null or "run" or "build"))
            {
                selected.Add(value);
            }
        }

        return selected;
    }

    /// <summary><c>web</c>, <c>@scope/web</c>, <c>./apps/web</c>, <c>web...</c> with its dependencies; what a wildcard selects may be any package.</summary>
    private static bool Selects(string selector, Component component)
    {
        var bare = selector.Replace("...", "", StringComparison.Ordinal).Trim('{', '}', '^').TrimEnd('/');
        return bare.Contains('*', StringComparison.Ordinal)
            || component.Name == bare
            || component.Manifests.OfType<PackageJson>().Any(package => package.Name?.Value == bare)
            || (component.Root.Length > 0 && (bare == component.Root || bare == "./" + component.Root));
    }
}
