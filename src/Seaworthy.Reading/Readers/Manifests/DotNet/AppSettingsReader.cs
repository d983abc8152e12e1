using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Manifests.DotNet;

/// <summary>Reads appsettings.json and appsettings.&lt;Environment&gt;.json.</summary>
/// <remarks>Source: Microsoft Learn, "Configuration in ASP.NET Core".</remarks>
internal sealed class AppSettingsReader : Reader
{
    private const int DeepestLevel = 100;

    public override bool Accepts(string path) =>
        Path.GetFileName(path) is var name
        && name.StartsWith("appsettings.", StringComparison.OrdinalIgnoreCase)
        && name.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    public override Artifact? Read(FileSyntax file)
    {
        var tree = file.Json;
        List<ConfigurationSetting> settings = [];
        Flatten("", tree.Root, settings, 0);
        return new AppSettings(file.File, Environment(file.File.Name)) { Settings = settings, Problems = tree.Problems };
    }

    private static string? Environment(string name) =>
        name.Split('.') is [_, .. { Length: > 0 } middle, _] ? string.Join('.', middle) : null;

    private static void Flatten(string prefix, Node? node, List<ConfigurationSetting> settings, int depth)
    {
        if (depth > DeepestLevel)
        {
            return;
        }

        foreach (var entry in node?.Entries ?? [])
        {
            Add(prefix + entry.Key, entry.Value, entry.KeySpan, settings, depth);
        }

        var index = 0;
        foreach (var item in node?.Items ?? [])
        {
            Add($"{prefix}{index++}", item, item.Span, settings, depth);
        }
    }

    private static void Add(string key, Node value, SourceSpan keySpan, List<ConfigurationSetting> settings, int depth)
    {
        if (value is ScalarNode scalar)
        {
            settings.Add(new ConfigurationSetting(key, scalar.Text ?? "", keySpan, scalar.Span));
            return;
        }

        Flatten(key + ":", value, settings, depth + 1);
    }
}
