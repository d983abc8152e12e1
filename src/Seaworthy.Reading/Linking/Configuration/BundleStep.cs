using System.Text.RegularExpressions;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>A command of an image's build that has a bundler put a component's variables into files for browsers.</summary>
/// <param name="Prefix">How the names begin that the bundler puts in.</param>
/// <param name="Text">The package scripts that the command runs.</param>
internal sealed partial record BundleStep(Image Image, Component Component, StageCommand Command, string Prefix, string Text)
{
    private const int DepthLimit = 4;

    private static readonly IReadOnlyList<Bundler> Bundlers =
    [
        new("vite build", "VITE_"),
        new("next build", "NEXT_PUBLIC_"),
        new("react-scripts build", "REACT_APP_"),
        new("react-app-rewired build", "REACT_APP_"),
        new("craco build", "REACT_APP_"),
        new("vue-cli-service build", "VUE_APP_"),
        new("gatsby build", "GATSBY_"),
    ];

    public static IEnumerable<BundleStep> Of(Deployment deployment, Image image) =>
        from stage in image.Stages
        from command in stage.Commands
        where command.Directory is not null && BuildStep.Builds(command.Command)
        let step = Of(deployment, image, command)
        where step is not null
        select step;

    private static BundleStep? Of(Deployment deployment, Image image, StageCommand command)
    {
        var manifest = ImagePath.Join(command.Directory, "package.json");
        foreach (var component in deployment.Components)
        {
            if (
                component.Manifests.OfType<PackageJson>().FirstOrDefault(package => package.File.Directory == component.Root)
                    is not { } package
                || manifest is null
                || !command.Before.IsPutAt(package.File.Path, manifest)
            )
            {
                continue;
            }

            var text = Called(command.Command, package, 0);
            return Bundlers.FirstOrDefault(bundler => text.Contains(bundler.Command, StringComparison.Ordinal)) is { Prefix: var prefix }
                ? new BundleStep(image, component, command, prefix, text)
                : null;
        }

        return null;
    }

    private static string Called(ShellCommand command, PackageJson package, int depth)
    {
        var text = string.Join(' ', command.Words.Select(word => word.Raw));
        if (depth > DepthLimit || Script().Match(text) is not { Success: true } match)
        {
            return text;
        }

        return package.FindScript(match.Groups["name"].Value) is { } script
            ? $"{text}\n{script.Text}\n{string.Join('\n', script.Commands.Select(inner => Called(inner, package, depth + 1)))}"
            : text;
    }

    /// <summary>The env files that its bundler reads, from the root of the repository; null when its directory is unknown.</summary>
    public IReadOnlyList<string>? EnvFiles
    {
        get
        {
            foreach (var file in Component.Code.Where(file => BuildStep.IsConfiguration(file.File)))
            {
                var moved = Moved().Match(file.File.Text);
                if (moved.Success && !AtRoot().IsMatch(file.File.Text))
                {
                    return null;
                }
            }

            var mode = Mode().Match(Text) is { Success: true } match ? match.Groups["mode"].Value : "production";
            return [.. new[] { ".env", ".env.local", $".env.{mode}", $".env.{mode}.local" }.Select(name => Path(name))];
        }
    }

    private string Path(string name) => RepositoryPath.Join(Component.Root, name) ?? name;

    [GeneratedRegex("""^(npm|pnpm|yarn|bun)\s+(run\s+|run-script\s+)?(--?\S+\s+)*(?<name>[\w:.-]+)""")]
    private static partial Regex Script();

    [GeneratedRegex("""--mode[ =](?<mode>[\w-]+)""")]
    private static partial Regex Mode();

    // Vite: "root" takes the env files along, unless "envDir" says otherwise.
    [GeneratedRegex("""\b(envDir|root)\s*:""")]
    private static partial Regex Moved();

    [GeneratedRegex(
        """\benvDir\s*:\s*(path\.)?(resolve|join)?\(?\s*(import\.meta\.dirname|__dirname|process\.cwd\(\)|['"]\./?['"])\s*\)?\s*,"""
    )]
    private static partial Regex AtRoot();

    private sealed record Bundler(string Command, string Prefix);
}
