using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Platforms;

/// <summary>Reads the files that PM2 starts applications from, as data or as source.</summary>
/// <remarks>Source: PM2 documentation, "Configuration File".</remarks>
internal sealed class Pm2Reader : Reader
{
    private static readonly string[] Sources = [".config.js", ".config.cjs", ".config.mjs"];
    private static readonly string[] Data = [".json", ".yml", ".yaml"];

    public override bool Accepts(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.Contains("ecosystem", StringComparison.Ordinal) || name.StartsWith("pm2.", StringComparison.Ordinal)
            ? Ends(name, Sources) || Ends(name, Data)
            : name.StartsWith("process.", StringComparison.Ordinal) && Ends(name, Data);
    }

    public override Artifact? Read(FileSyntax file)
    {
        var name = file.File.Name;
        var apps =
            Ends(name, Sources) ? Pm2Source.Apps(file.Code(Language.JavaScript))
            : name.EndsWith(".json", StringComparison.Ordinal) ? Apps(file.Json.Root)
            : Apps(file.Yaml.Root);
        return apps.Count > 0 ? new Pm2Config(file.File) { Apps = apps } : null;
    }

    private static List<Pm2App> Apps(Node? root) =>
        [
            .. (root?["apps"]?.Items ?? [])
                .Select(app =>
                    app["script"]?.Fact is { } script
                        ? new Pm2App(
                            app["name"]?.Fact,
                            new Pm2Path(script.Value, script.Span),
                            app["cwd"]?.Fact is { } directory ? new Pm2Path(directory.Value, directory.Span) : null
                        )
                        : null
                )
                .OfType<Pm2App>(),
        ];

    private static bool Ends(string name, string[] endings) => endings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));
}
