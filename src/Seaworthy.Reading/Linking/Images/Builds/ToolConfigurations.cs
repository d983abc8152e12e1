using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Builds;

/// <summary>The files of settings, themselves programs, that a bundler loads before it does anything: those that its command names, or those that it finds by their names.</summary>
/// <remarks>
/// Sources: Vite, "Configuring Vite"; Vitest, "Configuring Vitest"; Next.js, "next.config.js"; Astro, "Configuration overview"; Nuxt, "nuxt.config"; webpack, "Configuration"; Rollup,
/// "Configuration files"; tsup, "Using custom configuration"; Vue CLI, "vue.config.js"; Tailwind CSS 3, "Configuration"; Svelte, "svelte.config.js"; React Router, "react-router.config.ts".
/// </remarks>
internal static class ToolConfigurations
{
    private static readonly OptionGrammar Grammar = new(
        """
        --config -c --mode -m --outDir --base -l --logLevel --assetsDir --target --root --filter --format --env --output-path -o --dir -d --input -i --file -f
        --experimental-build-mode --reporter --dotenv --preset
        """
    );

    // In the order in which Vite looks for them; the others have one of them alone.
    private static readonly string[] Endings = [".js", ".mjs", ".ts", ".cjs", ".mts", ".cts"];

    private static readonly Dictionary<string, Tool> Tools = new(StringComparer.Ordinal)
    {
        ["vite"] = new("build", ["vite.config"], ["postcss.config", "tailwind.config", "svelte.config"]),
        ["vitest"] = new("run", ["vitest.config", "vite.config"], []),
        ["next"] = new("build", ["next.config"], ["postcss.config", "tailwind.config"]),
        ["astro"] = new("build", ["astro.config"], ["postcss.config", "tailwind.config"]),
        ["nuxt"] = new("build", ["nuxt.config"], []),
        ["nuxi"] = new("build", ["nuxt.config"], []),
        ["vue-cli-service"] = new("build", ["vue.config"], ["postcss.config", "tailwind.config"]),
        ["docusaurus"] = new("build", ["docusaurus.config"], []),
        ["gatsby"] = new("build", ["gatsby-config"], []),
        ["react-router"] = new("build", ["react-router.config"], ["vite.config"]),
        ["tsup"] = new(null, ["tsup.config"], []),
        ["webpack"] = new(null, ["webpack.config"], []),
        ["rollup"] = new(null, [], []),
    };

    /// <summary>Each with where it is in the image.</summary>
    public static IEnumerable<ToolConfiguration> Of(Deployment deployment, ImageFiles files, BuildCall call)
    {
        if (!Tools.TryGetValue(call.Program, out var tool))
        {
            return [];
        }

        var options = call.Line.Options(Grammar);
        var operands = options.Operands.ToList();
        if (tool.Verb is { } verb && (operands is not [{ Literal: { } first }, ..] || first != verb))
        {
            return [];
        }

        // What stands behind the verb is another directory, as a rule, or what an option takes that is not known here.
        if (operands.Count > (tool.Verb is null ? 0 : 1) || options.Has("--root", "--cwd", "--context", "--version", "--help"))
        {
            return [];
        }

        if (options.Value("--config", "-c") is { } named)
        {
            return named.Literal is { } written ? Named(deployment, files, call.Directory, written) : [];
        }

        return Found(deployment, files, call.Directory, tool.Stems)
            .Take(1)
            .Concat(tool.Beside.SelectMany(stem => Beside(deployment, files, call, stem)));
    }

    private static IEnumerable<ToolConfiguration> Beside(Deployment deployment, ImageFiles files, BuildCall call, string stem)
    {
        var found = Found(deployment, files, call.Directory, [stem]).Take(1);
        return stem switch
        {
            "tailwind.config" => LoadsTailwind(deployment, files, call) ? found : [],
            "svelte.config" => DependsOn(call.Package, "@sveltejs/kit") || DependsOn(call.Package, "@sveltejs/vite-plugin-svelte")
                ? found
                : [],
            _ => found,
        };
    }

    /// <summary>Up to its third release, Tailwind CSS as a plugin of PostCSS looks for its settings by their name.</summary>
    private static bool LoadsTailwind(Deployment deployment, ImageFiles files, BuildCall call) =>
        Found(deployment, files, call.Directory, ["postcss.config"])
            .Take(1)
            .Any(settings =>
                settings.File.File.Text.Contains("tailwindcss", StringComparison.Ordinal)
                && !settings.File.File.Text.Contains("@tailwindcss/postcss", StringComparison.Ordinal)
                && !settings.File.File.Text.Contains("config:", StringComparison.Ordinal)
            )
        && call.Package?.Dependencies.Any(dependency =>
            dependency.Name == "tailwindcss" && dependency.Range?.TrimStart('^', '~', 'v') is ['3', '.', ..]
        ) == true;

    private static bool DependsOn(PackageJson? package, string name) =>
        package?.Dependencies.Any(dependency => dependency.Name == name) == true;

    private static IEnumerable<ToolConfiguration> Named(Deployment deployment, ImageFiles files, string directory, string written) =>
        ImagePath.Join(directory, written) is { } path
        && files.Find(path) is { Presence: Presence.Present, Actual: { } source }
        && deployment.At<CodeFile>(source) is { } code
            ? [new ToolConfiguration(path, code)]
            : [];

    private static IEnumerable<ToolConfiguration> Found(
        Deployment deployment,
        ImageFiles files,
        string directory,
        IReadOnlyList<string> stems
    ) => from stem in stems from ending in Endings from found in Named(deployment, files, directory, stem + ending) select found;

    /// <param name="Verb">With which it builds; null where it always does.</param>
    /// <param name="Stems">The names of its settings, of which it takes the first.</param>
    /// <param name="Beside">Those of what it loads besides.</param>
    private sealed record Tool(string? Verb, IReadOnlyList<string> Stems, IReadOnlyList<string> Beside);
}
