using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Formats.Properties;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>The modules behind images that no Dockerfile makes, but a plugin of the build: by the name it gives them.</summary>
internal sealed class JvmBuiltImages
{
    private readonly ILookup<string, Component> byName;

    private JvmBuiltImages(ILookup<string, Component> byName)
    {
        this.byName = byName;
    }

    public static JvmBuiltImages Of(Deployment deployment)
    {
        var builds = deployment.Of<JavaBuild>();
        return new(
            builds.All(build => build.ImageNames.Count == 0)
                ? Enumerable.Empty<Component>().ToLookup(component => component.Name, StringComparer.Ordinal)
                : (
                    from component in deployment.Components
                    where JvmApplication.Of(deployment, component) is not null
                    from module in component.Manifests.OfType<JavaBuild>()
                    let lineage = Lineage(builds, module).ToList()
                    from name in lineage.Select(build => build.ImageNames).FirstOrDefault(names => names.Count > 0) ?? []
                    let text = Text(name.Value, module, lineage, 0)
                    where text is not null
                    select new { Name = Bare(text), Component = component }
                )
                    .Where(pair => pair.Name is not null)
                    .Distinct()
                    .ToLookup(pair => pair.Name ?? "", pair => pair.Component, StringComparer.Ordinal)
        );
    }

    /// <summary>The one module whose image a reference names; none when nobody, or several, could be meant.</summary>
    public IReadOnlyList<Component> Find(string? reference) =>
        reference is not null && Bare(reference) is { } name && byName[name].ToList() is [var only] ? [only] : [];

    private static string? Bare(string reference) => ImageReference.Parse(reference)?.Repository;

    /// <summary>A build and those it inherits from, the nearest first.</summary>
    private static IEnumerable<JavaBuild> Lineage(IReadOnlyList<JavaBuild> builds, JavaBuild module)
    {
        var at = module;
        for (var steps = 0; at is not null && steps < 8; steps++)
        {
            yield return at;
            var parent = at.Parent?.Value;
            at = parent is null ? null : builds.FirstOrDefault(build => build.Name?.Value == parent && build.Tool == "maven");
        }
    }

    // What stands behind the colon is the version, which may be anything.
    private static string? Text(string name, JavaBuild module, IReadOnlyList<JavaBuild> lineage, int depth)
    {
        var untagged = name.LastIndexOf(':') is var colon and > 0 && name.IndexOf('/', colon) < 0 ? name[..colon] : name;
        untagged = untagged.EndsWith('$') ? name : untagged;
        var template = PlaceholderParser.Parse(untagged, module.File.Whole);
        var value = TemplateValues.Resolve(
            template,
            key =>
                key switch
                {
                    "project.artifactId" or "artifactId" or "project.name" or "pom.artifactId" => module.Name is { } own
                        ? Resolved.Known(own.Value)
                        : null,
                    _ => depth < 4
                    && lineage.SelectMany(build => build.Properties).FirstOrDefault(property => property.Key == key) is { } property
                    && Text(property.Value, module, lineage, depth + 1) is { } text
                        ? Resolved.Known(text)
                        : null,
                }
        );
        return value.Unset.Count > 0 ? null : value.Text;
    }
}
