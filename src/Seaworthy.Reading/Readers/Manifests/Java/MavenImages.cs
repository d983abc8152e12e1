using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Xml;

namespace Seaworthy.Reading.Readers.Manifests.Java;

/// <summary>The container images that plugins of a POM build.</summary>
/// <remarks>Sources: Spring Boot Maven plugin, "Packaging OCI Images"; Jib, "Extended Usage"; the plugins of fabric8 and Spotify for Docker.</remarks>
internal static class MavenImages
{
    private const string Prefix = "docker.image.prefix";

    /// <summary>Properties that the plugins read by themselves.</summary>
    private static readonly string[] Properties = ["image", "jib.to.image", "spring-boot.build-image.imageName", "dockerfile.repository"];

    /// <summary>Down from a plugin's configuration to the name.</summary>
    private static readonly Dictionary<string, string[]> Places = new(StringComparer.Ordinal)
    {
        ["spring-boot-maven-plugin"] = ["image", "name"],
        ["jib-maven-plugin"] = ["to", "image"],
        ["dockerfile-maven-plugin"] = ["repository"],
        ["docker-maven-plugin"] = ["imageName"],
    };

    public static IEnumerable<Fact<string>> Of(XmlElement? project)
    {
        foreach (var plugin in Builds(project).SelectMany(Plugins))
        {
            if (plugin.Element("artifactId")?.Text?.Value is not { } name || !Places.TryGetValue(name, out var path))
            {
                continue;
            }

            foreach (var configuration in Configurations(plugin))
            {
                var found = path.Aggregate((XmlElement?)configuration, (element, step) => element?.Element(step))?.Text;
                foreach (var image in configuration.Element("images")?.Elements.Select(each => each.Element("name")?.Text) ?? [])
                {
                    found ??= image;
                }

                if (found is not null)
                {
                    yield return found;
                }
            }
        }

        foreach (var property in Properties)
        {
            if (project?.Element("properties")?.Element(property)?.Text is { } named)
            {
                yield return named;
            }
        }

        // A custom of many builds: the prefix as a property, the module's name behind it.
        if (project?.Element("properties")?.Element(Prefix)?.Text is { } prefix)
        {
            yield return prefix with
            {
                Value = $"{prefix.Value}/${{project.artifactId}}",
            };
        }
    }

    /// <summary>The build of the project, and those of its profiles.</summary>
    private static IEnumerable<XmlElement> Builds(XmlElement? project) =>
        (project?.Element("profiles")?.Elements.Select(profile => profile.Element("build")) ?? [])
            .Prepend(project?.Element("build"))
            .OfType<XmlElement>();

    private static IEnumerable<XmlElement> Plugins(XmlElement build) =>
        (build.Element("plugins")?.Elements ?? []).Concat(build.Element("pluginManagement")?.Element("plugins")?.Elements ?? []);

    private static IEnumerable<XmlElement> Configurations(XmlElement plugin) =>
        (plugin.Element("executions")?.Elements ?? [])
            .Prepend(plugin)
            .Select(element => element.Element("configuration"))
            .OfType<XmlElement>();
}
