using System.Text.RegularExpressions;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Interpolation;

namespace Seaworthy.Reading.Readers.Configuration;

/// <summary>Takes files that are for other programs and that name variables of the environment: by a name that says so, or by the holes in them.</summary>
internal sealed partial class VariableTextReader : Reader
{
    // What names these at its top is read for what it is.
    private static readonly string[] Known = ["jobs", "on", "steps", "runs", "stages", "openapi", "swagger", "kind"];

    public override bool Accepts(string path) => IsList(path) || StartsPrograms(path) || IsYaml(path);

    public override Artifact? Read(FileSyntax file) =>
        IsList(file.File.Path) ? new VariableText(file.File, IsList: true)
        : StartsPrograms(file.File.Path) || HasHoles(file) ? new VariableText(file.File, IsList: false)
        : null;

    /// <summary><c>environment-variables.txt</c>, <c>env.prod.php</c>, <c>env-vars.template.json</c>.</summary>
    private static bool IsList(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        var isNamed =
            name.StartsWith("env.", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("env-", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("env_", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("environment", StringComparison.OrdinalIgnoreCase);
        var isPlain =
            !name.Contains('.') && (name.EndsWith("_env", StringComparison.Ordinal) || name.EndsWith("-env", StringComparison.Ordinal));
        return isPlain
            || name.EndsWith(".env.j2", StringComparison.OrdinalIgnoreCase)
            || name.Equals("system.properties", StringComparison.OrdinalIgnoreCase)
            || isNamed
                && (
                    name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)
                    || name.EndsWith(".php", StringComparison.OrdinalIgnoreCase)
                    || name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                );
    }

    /// <remarks>Source: Model Context Protocol, "Connect to local MCP servers": <c>env</c> of a server.</remarks>
    private static bool StartsPrograms(string path) =>
        path.EndsWith("/mcp.json", StringComparison.Ordinal) || path is "mcp.json" or ".mcp.json";

    private static bool IsYaml(string path) =>
        (path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal))
        && !path.StartsWith(".github/", StringComparison.Ordinal);

    private static bool HasHoles(FileSyntax file) =>
        file.File.Text.Contains("${", StringComparison.Ordinal)
        && EnvironmentHoles.Find(file.File.Text).Any()
        && !Array.Exists(Known, key => IsTopKey(file.File.Text, key))
        && !(IsTopKey(file.File.Text, "services") && KeyOfService().IsMatch(file.File.Text));

    // A program's own settings may have services too, which are addresses.
    [GeneratedRegex(
        @"^[ \t]+(image|build|environment|env_file|ports|volumes|command|extends|deploy|labels|networks|depends_on):",
        RegexOptions.Multiline
    )]
    private static partial Regex KeyOfService();

    private static bool IsTopKey(string text, string key) =>
        text.StartsWith($"{key}:", StringComparison.Ordinal) || text.Contains($"\n{key}:", StringComparison.Ordinal);
}
