using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using static Seaworthy.Reading.Readers.Platforms.PlatformValues;

namespace Seaworthy.Reading.Readers.Platforms;

/// <summary>Reads the deploy.yml of Kamal, under whatever name <c>kamal -c</c> gives it.</summary>
/// <remarks>Source: Kamal documentation, "Configuration overview", "Builder".</remarks>
internal sealed class KamalReader : Reader
{
    public override bool Accepts(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return (name.EndsWith(".yml", StringComparison.Ordinal) || name.EndsWith(".yaml", StringComparison.Ordinal))
            && (name.StartsWith("deploy", StringComparison.Ordinal) || path.Contains("kamal", StringComparison.Ordinal));
    }

    // A file for one destination (deploy.staging.yml) says only what differs there.
    public override Artifact? Read(FileSyntax file)
    {
        var syntax = file.Yaml;
        if (syntax.Root is not MappingNode root || (root["apiVersion"] ?? root["jobs"] ?? root["services"]) is not null)
        {
            return null;
        }

        var builder = root["builder"];
        return root["service"]?.Fact is { } service && root["image"]?.Fact is { } image && (root["servers"] ?? root["registry"]) is not null
            ? new KamalConfig(file.File)
            {
                Service = service,
                Image = image,
                Dockerfile = builder?["dockerfile"]?.Fact,
                Context = builder?["context"]?.Fact,
                Target = builder?["target"]?.Fact,
                Arguments = Variables(builder?["args"]),
                UsesBuildpacks = builder?["pack"] is not null,
                Roles = KamalRoles.Of(root["servers"]),
                Environment = KamalRoles.Environment(root["env"]),
                HasTags = root["env"]?["tags"] is not null,
                Volumes = [.. (root["volumes"]?.Items ?? []).Select(item => item.Fact).OfType<Fact<string>>()],
                Accessories =
                [
                    .. (root["accessories"]?.Entries ?? []).Select(entry =>
                        entry.Value["service"]?.Fact?.Value ?? $"{service.Value}-{entry.Key}"
                    ),
                ],
                HealthPath = (root["proxy"]?["healthcheck"] ?? root["healthcheck"])?["path"]?.Fact,
                AppPort = Number(root["proxy"]?["app_port"] ?? root["healthcheck"]?["port"]),
                RegistryServer = root.At("registry", "server")?.Fact,
                Problems = [.. syntax.Problems, .. KamalCheck.Of(root)],
            }
            : null;
    }
}
