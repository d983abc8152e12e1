using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using static Seaworthy.Reading.Readers.Platforms.PlatformValues;

namespace Seaworthy.Reading.Readers.Platforms;

/// <summary>Reads Heroku's app.json; that of Expo and React Native is another file of the same name.</summary>
/// <remarks>Source: Heroku Dev Center, "app.json Schema".</remarks>
internal sealed class HerokuAppReader : Reader
{
    private static readonly string[] Marks =
    [
        "addons",
        "formation",
        "buildpacks",
        "stack",
        "success_url",
        "env",
        "scripts",
        "environments",
    ];

    public override bool Accepts(string path) => path[(path.LastIndexOf('/') + 1)..] == "app.json";

    public override Artifact? Read(FileSyntax file)
    {
        var syntax = file.Json;
        if (syntax.Root is not MappingNode root || root.Find("expo") is not null || !Marks.Any(key => root.Find(key) is not null))
        {
            return null;
        }

        return new HerokuApp(file.File)
        {
            Name = root["name"]?.Fact,
            Stack = root["stack"]?.Fact,
            Env = [.. (root["env"]?.Entries ?? []).Select(Variable)],
            Scripts = Processes(root["scripts"]),
            Problems = syntax.Problems,
        };
    }

    private static PlatformVariable Variable(NodeEntry entry)
    {
        var value = entry.Value is MappingNode ? entry.Value["value"] : entry.Value;
        var origin =
            value?.Fact is not null ? PlatformVariableOrigin.Literal
            : entry.Value["generator"] is not null ? PlatformVariableOrigin.Generated
            : PlatformVariableOrigin.Prompted;
        return new PlatformVariable(PlatformValues.Name(entry), value?.Fact, origin, entry.Span);
    }
}
